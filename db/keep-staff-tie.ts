import type { Transaction } from "kysely";
import type { Tables } from "./schema";

/** What is written or taken off beside the entries that say what is a member's own. */
export type StaffTieKept =
  | { keep: "staff-contact"; row: Tables["staff_contact"] }
  | { keep: "no-staff-contact"; id: string }
  | { keep: "staff-account"; row: Tables["staff_account"] }
  | { keep: "no-staff-account"; row: Tables["staff_account"] };

/** The narrow writer of members' own contacts and accounts; a contact that is taken off leaves the vault too. */
export async function keepStaffTie(tx: Transaction<Tables>, k: StaffTieKept): Promise<void> {
  switch (k.keep) {
    case "staff-contact":
      await tx.insertInto("staff_contact").values(k.row).execute();
      return;
    case "no-staff-contact":
      await tx.deleteFrom("staff_contact").where("id", "=", k.id).execute();
      await tx.deleteFrom("vault").where("id", "=", k.id).execute();
      return;
    case "staff-account":
      await tx
        .insertInto("staff_account")
        .values(k.row)
        .onConflict((c) => c.doNothing())
        .execute();
      return;
    case "no-staff-account":
      await tx
        .deleteFrom("staff_account")
        .where("account_id", "=", k.row.account_id)
        .where("staff_id", "=", k.row.staff_id)
        .execute();
      return;
  }
}

import { days, instantOf, isoOf } from "domain/time";
import type { Transaction } from "kysely";
import { settleAsked } from "./asked";
import { eraseAccount } from "./erase";
import { addExport, type ExportEnd, endExport, type NewExport } from "./export-job";
import { keepSeed, type SeedKept } from "./factor-seeds";
import { keepStaffTie, type StaffTieKept } from "./keep-staff-tie";
import { keepOwn, type OwnKept, unlisted } from "./own-things";
import { keepProvided, type ProvidedKept } from "./provided";
import { type CodeSet, replaceCodes } from "./saved-codes";
import type { Tables } from "./schema";

/**
 * What is written beside the entries in the same transaction, when the decision was no refusal: personal data and
 * secrets, which no entry may hold. Each kind is one narrow writer.
 */
export type Keep =
  | { keep: "vault"; id: string; owner: string; field: string; box: Buffer }
  | { keep: "new-contact"; row: Tables["new_contact"] }
  | { keep: "tried"; row: Tables["tried"] }
  | { keep: "guess"; row: Tables["guess"] }
  | { keep: "staff-secret"; row: Tables["staff_secret"] }
  | { keep: "staff-password"; staff: string; passwordHash: string }
  | { keep: "staff-totp"; staff: string; totp: Buffer }
  | StaffTieKept
  | OwnKept
  | ProvidedKept
  | { keep: "holder-password"; row: Tables["holder_secret"] }
  | ({ keep: "saved-codes" } & CodeSet)
  | SeedKept
  | { keep: "asked"; row: Tables["asked"] }
  | { keep: "asked-settled"; id: string; at: string }
  | { keep: "contact-lookup"; contact: string; account: string }
  | { keep: "end-staff-sessions"; staff: string }
  | { keep: "end-holder-sessions"; account: string }
  | { keep: "end-holder-session"; account: string; session: string }
  | { keep: "import-visible"; set: number; at: string }
  | { keep: "export-asked"; job: NewExport }
  | { keep: "export-ended"; id: string; token: string; end: ExportEnd }
  | { keep: "erase-account"; account: string };

/** Writes one kept thing inside the ledger's transaction. */
export async function keepIn(tx: Transaction<Tables>, k: Keep): Promise<void> {
  switch (k.keep) {
    case "vault":
      await tx.insertInto("vault").values({ id: k.id, owner: k.owner, field: k.field, box: k.box }).execute();
      return;
    case "new-contact":
      await tx.insertInto("new_contact").values(k.row).execute();
      return;
    case "tried":
      await tx
        .insertInto("tried")
        .values(k.row)
        .onConflict((c) => c.doNothing())
        .execute();
      return;
    case "saved-codes":
      return replaceCodes(tx, k);
    case "factor-offered":
    case "factor-confirmed":
      return keepSeed(tx, k);
    case "guess":
      return remember(tx, k.row);
    case "asked":
      await tx.insertInto("asked").values(k.row).execute();
      return;
    case "asked-settled":
      return settleAsked(tx, k.id, k.at);
    case "contact-lookup":
      return lookUp(tx, k.contact, k.account);
    case "import-visible":
      return makeVisible(tx, k.set, k.at);
    case "export-asked":
      return addExport(tx, k.job);
    case "export-ended":
      return endExport(tx, k);
    case "erase-account":
      return eraseAccount(tx, k.account);
    case "staff-contact":
    case "no-staff-contact":
    case "staff-account":
    case "no-staff-account":
      return keepStaffTie(tx, k);
    case "own-device":
    case "own-answers":
    case "contact-unlisted":
      return keepOwn(tx, k);
    case "provided-account":
    case "provided-names":
      return keepProvided(tx, k);
    default:
      return keepSecret(tx, k);
  }
}

type Secret = Extract<
  Keep,
  {
    keep:
      | "staff-secret"
      | "staff-password"
      | "staff-totp"
      | "holder-password"
      | "end-staff-sessions"
      | "end-holder-sessions"
      | "end-holder-session";
  }
>;

async function keepSecret(tx: Transaction<Tables>, k: Secret): Promise<void> {
  switch (k.keep) {
    case "staff-secret":
      await tx.insertInto("staff_secret").values(k.row).execute();
      return;
    case "staff-password":
      await tx
        .updateTable("staff_secret")
        .set({ password_hash: k.passwordHash })
        .where("staff_id", "=", k.staff)
        .execute();
      return;
    case "staff-totp":
      await tx.updateTable("staff_secret").set({ totp: k.totp }).where("staff_id", "=", k.staff).execute();
      return;
    case "holder-password": {
      const { account_id: _, ...change } = k.row;
      await tx
        .insertInto("holder_secret")
        .values(k.row)
        .onConflict((c) => c.column("account_id").doUpdateSet(change))
        .execute();
      return;
    }
    case "end-staff-sessions":
      await tx.deleteFrom("session").where("staff_id", "=", k.staff).execute();
      return;
    case "end-holder-session":
      await tx.deleteFrom("holder_session").where("id", "=", k.session).where("account_id", "=", k.account).execute();
      return;
    case "end-holder-sessions":
      await tx.deleteFrom("holder_session").where("account_id", "=", k.account).execute();
      return;
  }
}

const guessMemoryMs = days(30);

/** Remembers what was tried, and lets go of what was tried on that account more than 30 days before. */
async function remember(tx: Transaction<Tables>, row: Tables["guess"]): Promise<void> {
  await tx
    .deleteFrom("guess")
    .where("account_id", "=", row.account_id)
    .where("at", "<", isoOf(instantOf(row.at) - guessMemoryMs))
    .execute();
  await tx
    .insertInto("guess")
    .values(row)
    .onConflict((c) => c.columns(["account_id", "kind", "digest", "ticket_id"]).doUpdateSet({ at: row.at }))
    .execute();
}

/** Throws, and with it the entry is undone, when the set is not there or was made visible before. */
async function makeVisible(tx: Transaction<Tables>, set: number, at: string): Promise<void> {
  const made = await tx
    .updateTable("directory_set")
    .set({ visible_at: at })
    .where("id", "=", set)
    .where("visible_at", "is", null)
    .executeTakeFirst();
  if (made.numUpdatedRows !== 1n) throw new Error("the rows of this import are not there any more");
}

/** From now on the new contact finds its account, as one that was taken off before does again; set 0 is what Countersign itself added. */
async function lookUp(tx: Transaction<Tables>, contact: string, account: string): Promise<void> {
  const row = await tx
    .selectFrom("new_contact")
    .select(["kind", "digest"])
    .where("id", "=", contact)
    .executeTakeFirstOrThrow();
  await tx
    .insertInto("lookup")
    .values({ kind: row.kind, digest: row.digest, account_id: account, set_id: 0, contact_id: contact })
    .onConflict((c) =>
      c
        .columns(["kind", "digest", "account_id"])
        .doUpdateSet({ set_id: 0, contact_id: contact })
        .where("lookup.set_id", "=", unlisted),
    )
    .execute();
}

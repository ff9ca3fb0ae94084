import type { Db } from "./engine";
import type { LeftOut } from "./import-job";
import type { Between } from "./import-set";

const page = 500;
const enoughAnswers = 3;

/** How many accounts of a set came without contacts, without the phone their second factor needs, or with few answers. */
export async function leftOutOf(db: Db, set: number, between: Between): Promise<LeftOut> {
  const left: LeftOut = { withoutContacts: 0, smsWithoutPhone: 0, fewAnswers: 0 };
  for (let after: string | null = ""; after !== null; await between()) {
    const rows = await pageOf(db, set, after);
    for (const row of rows) {
      if (row.contacts === 0) left.withoutContacts += 1;
      if (row.second_factor === "sms" && row.phones === 0) left.smsWithoutPhone += 1;
      if (row.answers < enoughAnswers) left.fewAnswers += 1;
    }
    after = rows.length < page ? null : (rows.at(-1)?.id ?? null);
  }
  return left;
}

function pageOf(db: Db, set: number, after: string) {
  return db.sql
    .selectFrom("account")
    .select((eb) => {
      const contacts = eb
        .selectFrom("contact")
        .select((c) => c.fn.countAll<number>().as("n"))
        .whereRef("contact.account_id", "=", "account.id");
      const answers = eb
        .selectFrom("answer")
        .select((c) => c.fn.countAll<number>().as("n"))
        .whereRef("answer.account_id", "=", "account.id");
      return [
        "id",
        "second_factor",
        contacts.$asScalar().$notNull().as("contacts"),
        contacts.where("kind", "=", "phone").$asScalar().$notNull().as("phones"),
        answers.$asScalar().$notNull().as("answers"),
      ];
    })
    .where("set_id", "=", set)
    .where("id", ">", after)
    .orderBy("id")
    .limit(page)
    .execute();
}

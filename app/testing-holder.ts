import { type OnFile, putOnFile } from "db/testing-account";
import { hashPassword } from "./passwords.server";
import type { TestDesk } from "./testing";

/** Puts an account on file with a user name and a password to sign in with, as an import and a reset would leave it. */
export async function addHolder(
  desk: TestDesk,
  account: string,
  username: string,
  password: string,
  onFile: OnFile = {},
): Promise<void> {
  const { writer, door } = desk.house;
  await putOnFile(writer.sql, account, onFile);
  const digest = door.secrets.lookup("username", username);
  await writer.sql
    .insertInto("lookup")
    .values({ kind: "username", digest, account_id: account, set_id: 0, contact_id: null })
    .execute();
  const secret = {
    account_id: account,
    password_hash: await hashPassword(password, "holder"),
    set_at: "2020-01-01T00:00:00.000Z",
  };
  await writer.sql.insertInto("holder_secret").values(secret).execute();
}

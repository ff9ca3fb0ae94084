import { isShortText } from "./short-text";
import { timeCell } from "./time-cell";

export interface AccountRow {
  username: string;
  name: string;
  region: string;
  createdAt: string;
  status: "active" | "frozen";
  secondFactor: "none" | "totp" | "sms";
  locale: string;
}

/** A row of accounts.csv as it is kept, or the reason why it is refused; names stay as they are. */
export function checkAccount(cells: readonly string[]): AccountRow | string {
  const [
    accountId = "",
    username = "",
    name = "",
    region = "",
    created = "",
    status = "",
    secondFactor = "",
    locale = "",
  ] = cells;
  if (accountId === "") return "account_id is empty";
  if (username.trim() === "") return "username is empty";
  const createdAt = timeCell(created);
  if (createdAt === null) return "created_at is not a time";
  if (status !== "active" && status !== "frozen") return "status is not active or frozen";
  if (secondFactor !== "none" && secondFactor !== "totp" && secondFactor !== "sms")
    return "second_factor is not none, totp or sms";
  if (!isShortText(region)) return "region is too long or holds a control character";
  if (!isShortText(locale)) return "locale is too long or holds a control character";
  return { username, name, region, createdAt, status, secondFactor, locale };
}

import type { Refused } from "./refusals";

const toProvider = (staff: string): Refused => ({ staff, say: null });
const locked = toProvider("The account is frozen or disputed, so the identity provider moves no contact of it.");

/** Refusals of what an identity provider wants of its accounts, and of steps on an account that it switched off. */
export const providedRefusals: Record<string, Refused> = {
  "account-switched-off": {
    staff:
      "The identity provider switched this account off, so nothing on it goes forward until it switches it on again.",
    say: "I can't go on with this account from here. Please ask whoever gave you the account, such as your company.",
  },
  "username-taken": toProvider("Another account has that user name already."),
  "external-id-taken": toProvider("Another account has that external id already."),
  "changed-meanwhile": toProvider("The account was changed in between, so this change was not made."),
  "nothing-to-change": toProvider("The account was so already."),
  "too-many-provided": toProvider("An account takes ten contacts from the identity provider, and no more."),
};

/** Words for reasons that mean something else where an identity provider asks. */
export const providedRefusalsByCommand: Record<string, Refused> = {
  "account.provide/account-frozen": locked,
  "account.provide/safety-flag": toProvider(
    "The account has a safety flag, so the identity provider moves no contact of it.",
  ),
  "account.provide/in-quarantine": toProvider(
    "The account was recovered less than 30 days ago, so the identity provider moves no contact of it.",
  ),
  "account.provide/legal-hold": toProvider(
    "The account is under a legal hold, so the identity provider gives it no other names or contacts.",
  ),
  "account.provide/last-contact": toProvider("It is the last contact: nobody would be left to be told, or to object."),
  "account.provide/phone-is-second-factor": toProvider(
    "Codes by text to that phone are the second factor, which must not move to a phone that was just added.",
  ),
};

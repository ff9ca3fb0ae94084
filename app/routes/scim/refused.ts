import { ScimProblem } from "./wire";

/** Which of the guards stands in the way is for the desk to know: a stolen token must not find it out. */
const held = new ScimProblem(403, null, "This account takes no such change at present.");

const problems: Readonly<Record<string, ScimProblem>> = {
  "no-such-account": new ScimProblem(404, null, "There is no such user."),
  "account-erased": new ScimProblem(404, null, "There is no such user."),
  "username-taken": new ScimProblem(
    409,
    "uniqueness",
    "Another user has this userName, or one who was removed had it.",
  ),
  "external-id-taken": new ScimProblem(409, "uniqueness", "Another user has this externalId."),
  "account-frozen": held,
  "safety-flag": held,
  "in-quarantine": held,
  "legal-hold": held,
  "phone-is-second-factor": held,
  "last-contact": new ScimProblem(403, null, "A user keeps one e-mail or phone: nobody else could be told."),
  "too-many-provided": new ScimProblem(400, "invalidValue", "A user has at most ten e-mails and phone numbers."),
  "not-an-address": new ScimProblem(400, "invalidValue", "One of the emails is no e-mail address."),
  "not-a-phone-number": new ScimProblem(
    400,
    "invalidValue",
    "One of the phoneNumbers is no number with its country, such as +447700900123.",
  ),
};

/** What a client is told of a refusal; `isTagged` where it said which version it means. */
export function problemOf(reason: string, isTagged: boolean): ScimProblem {
  if (reason === "changed-meanwhile")
    return isTagged
      ? new ScimProblem(412, null, "The user is another than the one of this version.")
      : new ScimProblem(409, null, "The user was changed in between. Send it again.");
  return problems[reason] ?? new ScimProblem(403, null, "That was refused.");
}

import type { Refused } from "./refusals";

const byHolder = (staff: string): Refused => ({ staff, say: null });
const wrong = byHolder(
  "That code of the second factor is not right, or was used before. After five wrong ones it pauses.",
);

/** Refusals about holders' second factors. */
export const factorRefusals: Record<string, Refused> = {
  "no-second-factor-by-text": byHolder("No texts are sent for the second factor of this account."),
  "too-many-authenticators": byHolder("The holder set up five authenticators today, and can go on tomorrow."),
  "factor-changed": byHolder("The second factor changed while another one was being set up."),
  "contact-is-second-factor": {
    staff: "That phone is the account's second factor, so nothing else can rest on it as well. Use another proof.",
    say: "I can't use that phone for this. Let's go on with something else you have.",
  },
  "second-factor-too-new": byHolder(
    "The second factor was turned on less than 30 days before the request, so a sign-in with it proves nothing.",
  ),
  "sign-in-anew": byHolder("The session is from before the objection. A new sign-in with the second factor proves it."),
};

/** Those whose reason means something else elsewhere, by command and reason. */
export const factorRefusalsByCommand: Record<string, Refused> = {
  "factor.enrol/wrong-code": wrong,
  "factor.use/too-many-tries": wrong,
};

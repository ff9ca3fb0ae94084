import type { HoldFacts } from "./policy";
import { longAgo, monday } from "./testing";
import type { Evidence } from "./ticket";

/** Support for tests of what proofs are worth. */

/** Nothing about the account lengthens a hold. */
export const quiet: HoldFacts = {
  noOldContact: false,
  secondFactorOn: false,
  accountCreatedAt: longAgo,
  lastSignIn: null,
  noticeFailed: false,
  raised: [],
};

/** A proof given on Monday at the desk. */
export const proof = (given: Partial<Evidence> & Pick<Evidence, "factor">): Evidence => ({
  id: "e",
  at: monday,
  channel: "desk",
  device: null,
  whole: false,
  right: null,
  contact: null,
  voidedAt: null,
  ...given,
});
export const label = (device: string) => proof({ factor: "serial", device, whole: true });
export const short = (device: string) => proof({ factor: "serial", device });
export const photo = (device: string) => proof({ factor: "photo", device });
export const answers = (right: number) => proof({ factor: "answers", right });
export const code = (contact = "c1") => proof({ factor: "contact-code", contact });

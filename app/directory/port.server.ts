import type { DirectoryRule, DirectoryStep, DirectoryTrouble } from "domain/directory-job";
import type { ContactKind } from "domain/loss";
import type { Millis } from "domain/time";

export interface ContactValue {
  kind: ContactKind;
  value: string;
}
/** One step for one account; asking for it twice changes nothing more. */
export type Change = {
  /** Stable per job and step: a directory that keeps it can tell the same change sent twice. */
  id: string;
  username: string;
  /** It was sent before and no answer came: it may have been done. */
  unsure: boolean;
  /** The version the account had before that, where the directory told one. */
  before: string | null;
} & (
  | { step: "contacts"; remove: ContactValue[]; add: ContactValue | null }
  | { step: "second-factor" }
  | { step: "password"; password: string }
);

export type Sending = (version: string | null) => Promise<void>;

/** Where accounts really live, when that is not here. */
export interface Directory {
  kind: "scim" | "ldap" | "webhook";
  /** What it takes; the rest of a redemption is not asked of it. */
  takes: readonly DirectoryStep[];
  /** The least length of a password by its own rule, where that can be read. */
  leastLength(): Promise<number | null>;
  /**
   * Resolves when the step is done; throws NotTaken or NotDone. Directly before something is sent that changes the account it says so,
   * with the account's version where the directory tells one: whoever asks notes that its answer may never come.
   */
  change(change: Change, sending: Sending): Promise<void>;
  /** Why it cannot be worked with as it is set up, or null; changes nothing. */
  problem(): Promise<DirectoryTrouble | null>;
}

/** Thrown when the directory does not take this password by a rule of its own: trying again cannot help. */
export class NotTaken extends Error {
  constructor(readonly rule: DirectoryRule) {
    super(rule);
  }
}

/** Thrown when a step is not done: it is tried again, not before `afterMs`; `unsure` where it may have been done all the same. */
export class NotDone extends Error {
  constructor(
    readonly trouble: DirectoryTrouble,
    readonly more: { afterMs?: Millis; unsure?: boolean } = {},
  ) {
    super(trouble);
  }
}

import type { PolicyRef } from "domain/event";
import type { Need } from "domain/policy";
import { mostReplayed, type Replay, type ReplayRow, type ReplayVerdict, type Standing } from "domain/policy-replay";
import { capital, countOf, listWords } from "./amounts";
import { holdWords } from "./policy-facts";

/** A policy as everyone says it: "standard, version 3". */
export const policyName = ({ id, version }: Pick<PolicyRef, "id" | "version">): string => `${id}, version ${version}`;

/** The page of policies. */
export const policiesWords = {
  title: "Policies",
  inForce: "In force",
  inForceText: "Tickets that are opened now are judged by it. Those under way keep the version they began with.",
  proofs: "What proofs are worth",
  caps: "The most of one kind",
  raise: "What raises a ticket by one tier",
  other: "Ages and lengths",
  document: "Take the document as JSON",
  change: "Change it",
  changeText:
    "One admin drafts another policy, with a reason and a fresh code. Another admin, who is another person, puts it in force.",
  toDraft: "Begin a draft",
  waiting: "A draft waits for a second admin",
  stale: "A draft waits that no longer fits",
  read: "Read the draft",
  readText: "with what it changes, and which past tickets would have gone differently",
  history: "Put in force, the newest first",
  historyNone: "The policy that ships has been in force from the beginning.",
  drafted: "Drafted by",
  confirmed: "confirmed by",
  chosen: "Chosen by",
  reason: "Reason",
  noReason: "not on file any more",
  entry: (seq: number): string => `Entry ${seq.toLocaleString("en")}`,
  next: "Older ones",
  first: "Newest ones",
  pages: "Pages of policies put in force",
};

/** The draft: written, tried out, confirmed. */
export const policyWords = {
  draftTitle: (name: string): string => `Draft: ${name}`,
  newTitle: "Draft a policy",
  none: "No draft waits",
  noneText: "An admin may begin one; it is shown here, with what it changes, before it is in force.",
  drafted: "Drafted",
  by: (who: string): string => `by ${who}`,
  against: "Against",
  stale:
    "Another policy was put in force since, so that this draft can only be taken back. What it changes is shown against what is in force now.",
  own: "You drafted it. Another admin, who is another person, puts it in force.",
  changes: "What it changes",
  changeColumns: { what: "What", before: "In force", after: "Draft", how: "How" },
  weaker: "weaker",
  weakerCount: (n: number): string =>
    n === 0
      ? "Nothing becomes weaker."
      : `${capital(countOf(n, "change lets", "changes let"))} more through, or sooner, or by fewer people.`,
  confirm: {
    title: "Put it in force",
    text: "Tickets that are opened from then on are judged by it; no ticket under way is judged anew.",
    button: "Put this policy in force",
  },
  withdraw: { title: "Take it back", text: "What is in force stays.", button: "Withdraw the draft" },
  code: "Code of your authenticator",
  codeHint: "A fresh one, for this document.",
  back: "Policies",
  document: "Document",
  documentHint:
    "The policy in force in its next version, to be changed. Times are in milliseconds: an hour is 3600000, a day 86400000.",
  reason: "Reason",
  reasonHint: "Why another policy is needed, in five characters or more. It is kept apart from the trail.",
  check: "Check and try out",
  propose: "Propose it",
  file: "Begin with a file, if you have one",
  fileHint: "Its text is put into the field below. Nothing is kept of it.",
  fileButton: "Read the file",
  problems: (n: number): string => `${capital(countOf(n, "place", "places"))} to mend`,
  notAPolicy: "This is not a policy that can be drafted. Nothing was changed.",
  whole: "The whole document",
  tried: "This document can be drafted. Nothing was changed yet: propose it below.",
};

/** What a page says once of the act that led to it. */
export const policyNews: Record<string, string> = {
  draft: "The draft waits. Another admin, who is another person, puts it in force.",
  confirmation: "The policy is in force for tickets that are opened from now on.",
  withdrawal: "The draft is withdrawn.",
};

/** The replay: which past tickets would have gone differently. */
export const replayWords = {
  title: "Past tickets under the draft",
  lead: (r: Replay): string => {
    const judged = r.rows.length + r.same;
    if (judged === 0) return "No ticket was submitted or has ended yet, so there is none to judge again.";
    const last = `the last ${countOf(judged, "ticket", "tickets")} that were submitted or have ended`;
    return r.rows.length === 0
      ? `Of ${last}, none would have gone differently.`
      : `Of ${last}, ${r.rows.length.toLocaleString("en")} would have gone differently.`;
  },
  unknown: (n: number): string => `${capital(countOf(n, "ticket", "tickets"))} could not be judged again.`,
  how: `At most ${mostReplayed} tickets are judged again, each against the version it began with: by the proofs it had when it was submitted or, where it never was, when the last of them was given. What raised its tier or made it wait is taken as it was. Proofs that a weaker age would have let count were never given, and are not seen here.`,
  caption: "Tickets that would have gone differently",
  columns: {
    ticket: "Ticket",
    verdict: "It would have",
    before: "As it was",
    after: "Under the draft",
  },
  download: "Download as CSV",
  shown: (n: number, of: number): string => `The first ${n} of ${of} are shown; the file has them all.`,
  never: "never submitted",
};

/** What a verdict says of a ticket, after "It would have". */
export const verdictWords: Record<ReplayVerdict, string> = {
  stopped: "been stopped",
  "let-through": "been let through",
  stricter: "asked for more",
  looser: "asked for less",
  both: "asked for more and less",
};
/** What a count of a verdict is of. */
export const verdictCounts: Record<ReplayVerdict | "same", string> = {
  stopped: "would have been stopped",
  "let-through": "would have been let through",
  stricter: "would have asked for more approvals or a longer hold",
  looser: "would have asked for fewer approvals or a shorter hold",
  both: "would have asked for more of one and less of the other",
  same: "would have gone the same way",
};

const needs: Record<Need, string> = {
  "someone-else": "a supervisor instead of proof",
  "second-kind-of-proof": "one more kind of proof",
  "code-to-surviving-contact": "a code to a registered contact or a saved code",
  "knowledge-or-vouch": "answers, a vouch or a saved code",
  "saved-code-or-vouch": "a saved code or a vouch",
  "dynamic-proof": "a proof that is new each time",
  "more-evidence": "more points",
};

/** How a ticket stands under one policy, in words: "45 of 50 points; lacks more points". */
export function standingWords(s: Standing, submitted: boolean): string {
  const points = `${s.points} of ${s.asked} points`;
  if (!s.satisfied) return `${points}; lacks ${listWords(s.needs.map((need) => needs[need]))}`;
  if (!submitted) return `${points}; enough`;
  return `${points}; ${countOf(s.approvals, "approval", "approvals")}, hold ${holdWords(s.holdMs)}`;
}

/** Why a ticket's proofs are worth less than they were, beside their points. */
export const tooNewWords = ({ tooNew }: Pick<ReplayRow, "tooNew">): string | null =>
  tooNew === 0 ? null : `${capital(countOf(tooNew, "proof rests", "proofs rest"))} on what was too new.`;

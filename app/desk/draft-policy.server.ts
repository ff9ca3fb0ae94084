import { randomUUID } from "node:crypto";
import type { DecideDesk } from "domain/desk";
import { refOf } from "domain/policies";
import { type DocumentProblem, readPolicyText } from "domain/policy-document";
import {
  confirmDraft as decideConfirm,
  draftPolicy as decideDraft,
  withdrawDraft as decideWithdraw,
  draftRefusal,
  leastPolicyReason,
} from "domain/policy-draft";
import type { Trial } from "domain/view-policy";
import type { Door, Keep, Outcome } from "~/door.server";
import { deskNow, tryOut } from "~/read-policies.server";
import type { Who } from "./case.server";
import { keptReason } from "./kept-reason.server";

/** A document that was typed: what is wrong with it, why it is no draft now, or what it would change. */
export type Tried =
  | { problems: DocumentProblem[]; refused: null; trial: null }
  | { problems: []; refused: string; trial: null }
  | { problems: []; refused: null; digest: string; trial: Trial };

/** Tries a document out against the policy in force and past tickets; nothing is drafted by it. */
export async function tryPolicy(door: Door, typed: { document: string; base: string }): Promise<Tried> {
  const { policy, problems } = readPolicyText(typed.document);
  if (!policy) return { problems: [...problems], refused: null, trial: null };
  const desk = await deskNow(door);
  const refused = draftRefusal(desk, policy, typed.base);
  if (refused !== null) return { problems: [], refused, trial: null };
  return { problems: [], refused: null, digest: refOf(policy).digest, trial: await tryOut(door, policy, desk) };
}

/** Drafts a policy from the document as it was typed; a second admin confirms it. */
export async function draftPolicy(
  door: Door,
  who: Who,
  given: { document: string; base: string; reason: string; stepUp: string },
): Promise<Outcome> {
  const { policy } = readPolicyText(given.document);
  const kept = await keptReason(door, given.reason, leastPolicyReason);
  const drafting = { draft: randomUUID(), base: given.base, document: policy, stepUp: given.stepUp };
  return onDesk(door, who, decideDraft({ ...drafting, reason: kept?.reason ?? null }), kept?.keep ?? []);
}

/** Puts a draft in force on the word of a second admin. */
export const confirmDraft = (door: Door, who: Who, given: { draft: string; stepUp: string }): Promise<Outcome> =>
  onDesk(door, who, decideConfirm(given));

/** Takes a draft back. */
export const withdrawDraft = (door: Door, who: Who, draft: string): Promise<Outcome> =>
  onDesk(door, who, decideWithdraw(draft));

const onDesk = (door: Door, who: Who, decide: DecideDesk, keep: Keep[] = []): Promise<Outcome> =>
  door.ledger.enact({ stream: "desk", ...who, decide, keep });

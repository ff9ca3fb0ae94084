import { refOf } from "domain/policies";
import type { Policy } from "domain/policy";
import { confirmDraft, draftPolicy } from "domain/policy-draft";
import { loadDesk } from "./load";
import { ned, rob, stepsUp } from "./testing-erasure";
import { granted, type Teller } from "./testing-trail";

const on = { stream: "desk", request: "policy" } as const;

/** Rob drafts a policy with a fresh code; gives the draft's id. */
export async function tellDraft(t: Teller, document: Policy): Promise<string> {
  const { policy } = await loadDesk(t.db.sql);
  const { digest } = refOf(document);
  const draft = `draft-${digest.slice(0, 8)}`;
  const stepUp = await stepsUp(t, rob, digest, "policy");
  const reason = { id: `why-${draft}`, commitment: "ab".repeat(32) };
  const decide = draftPolicy({ draft, base: policy.digest, document, reason, stepUp });
  await granted(t.ledger.enact({ ...on, actor: rob, decide }));
  return draft;
}

/** Rob drafts a policy and Ned puts it in force. */
export async function tellPolicy(t: Teller, document: Policy): Promise<void> {
  const draft = await tellDraft(t, document);
  const stepUp = await stepsUp(t, ned, refOf(document).digest, "policy");
  await granted(t.ledger.enact({ ...on, actor: ned, decide: confirmDraft({ draft, stepUp }) }));
}

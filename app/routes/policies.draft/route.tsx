import { type ActionFunctionArgs, json, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { leastPolicyReason } from "domain/policy-draft";
import { draftPolicy, type Tried, tryPolicy } from "~/desk/draft-policy.server";
import { isEnough } from "~/desk/kept-reason.server";
import { stepOf, stepUp } from "~/desk/step-up.server";
import { viewReplay } from "~/desk/view-replay.server";
import { acting, formOf, keyed, keyedByContent, refused, seeOther, type Typed, unread } from "~/reply.server";
import { DraftScreen } from "~/ui/policies/draft-screen";
import type { Acted, Edited } from "~/ui/policies/edited";
import { policyWords } from "~/ui/words/policies";
import { titles } from "~/ui/words/titles";
import { type Context, whoOf } from "~/visitor.server";
import { demoOf } from "../demo-bar";
import { draftForm } from "./form";
import type { loader } from "./loader.server";

export { loader } from "./loader.server";

export const meta: MetaFunction = () => [{ title: titles.policyDraft }];
const form = "draft";
const command = "policy.draft";
const noStepUp = { refused: null, stepUp: "none" } as const;

/** Checks a document and shows what it would change, or drafts it with a reason and a fresh code. */
export async function action({ request, context }: ActionFunctionArgs) {
  const read = await formOf(request, draftForm);
  if (!read.ok) return unread(form, read);
  const { intent } = read.form;
  const key = (intent === "check" ? keyedByContent : keyed)(context.door, context.visitor, read.key, read.form);
  const who = whoOf(context, key);
  return acting(form, async () => {
    const tried = await tryPolicy(context.door, read.form);
    if (tried.trial === null) return misfit(tried, read.typed);
    if (intent === "check") return shown(context, who, { ...read, digest: tried.digest, trial: tried.trial });
    const { reason, code } = read.form;
    const step = isEnough(reason, leastPolicyReason)
      ? await stepUp(context.door, stepOf(who), { act: "policy", object: tried.digest, code })
      : noStepUp;
    if (step.refused !== null)
      return refused(form, step.refused, { typed: read.typed, field: "code", command: "staff.step-up" });
    const done = await draftPolicy(context.door, who, { ...read.form, stepUp: step.stepUp });
    if (done.refused === null) return seeOther("/policies/draft?done=draft");
    const field = done.refused === "reason-missing" ? "reason" : undefined;
    return refused(form, done.refused, { typed: read.typed, field, command });
  });
}

/** A document that is none, each fault with its place, or one that is no draft now. */
function misfit(tried: Exclude<Tried, { trial: object }>, typed: Typed) {
  if (tried.refused !== null) return refused(form, tried.refused, { typed, field: "document", command });
  const edited: Edited = { document: typed.document ?? "", problems: tried.problems, trial: null };
  return json({ problem: { form, sentence: policyWords.notAPolicy, typed }, edited }, 422);
}

/** What a document would change, with what was typed. */
async function shown(
  { door }: Context,
  who: ReturnType<typeof whoOf>,
  { typed, digest, trial }: { typed: Typed; digest: string; trial: NonNullable<Tried["trial"]> },
) {
  await viewReplay(door, who, { policy: digest, as: "page" });
  const edited: Edited = { document: typed.document ?? "", problems: [], trial };
  return json({ problem: null, edited, reason: typed.reason ?? "" });
}

export default function DraftPage() {
  const { desk, demo, page, done } = useLoaderData<typeof loader>();
  const acted = useActionData<Acted>();
  return <DraftScreen desk={desk} page={page} done={done} acted={acted ?? null} demo={demoOf(demo)} />;
}

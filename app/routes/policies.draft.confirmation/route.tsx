import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { confirmDraft } from "~/desk/draft-policy.server";
import { stepOf, stepUp } from "~/desk/step-up.server";
import { acting, formOf, keyed, refused, seeOther, text, unread } from "~/reply.server";
import { whoOf } from "~/visitor.server";
import { id } from "../ticket/form";

export { loader } from "../policies.draft/loader.server";
export { default, meta } from "../policies.draft/route";

const form = "confirmation";
/** The digest is of the document that was read: a code is good for that one alone. */
const shape = { draft: id, digest: z.string().regex(/^[0-9a-f]{64}$/), code: text(20) };

/** Puts the draft in force, with a fresh code bound to its document. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { door, visitor } = context;
  const read = await formOf(request, shape);
  if (!read.ok) return unread(form, read);
  const who = whoOf(context, keyed(door, visitor, read.key, read.form));
  const { draft, digest, code } = read.form;
  return acting(form, async () => {
    const step = await stepUp(door, stepOf(who), { act: "policy", object: digest, code });
    if (step.refused !== null) return refused(form, step.refused, { field: "code", command: "staff.step-up" });
    const done = await confirmDraft(door, who, { draft, stepUp: step.stepUp });
    return done.refused === null
      ? seeOther("/policies?done=confirmation")
      : refused(form, done.refused, { command: "policy.confirm" });
  });
}

import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { lookAtFlag } from "~/desk/review-flag.server";
import { isAccount } from "~/read-erasures.server";
import { acting, formOf, keyed, replyTo, text, turnAway, unread } from "~/reply.server";
import { whoOf } from "~/visitor.server";
import { id } from "../ticket/form";

export { loader } from "../flags/loader.server";
export { default, meta } from "../flags/route";

const seq = z
  .string()
  .regex(/^\d{1,15}$/)
  .transform(Number);

export async function action({ request, params, context }: ActionFunctionArgs) {
  const named = seq.safeParse(params.seq);
  if (!named.success) return turnAway(404);
  const form = `flag-${named.data}`;
  const read = await formOf(request, { account: id, note: text(500) });
  if (!read.ok) return unread(form, read);
  const { account, note } = read.form;
  if (!(await isAccount(context.door, account))) return turnAway(404);
  const who = whoOf(context, keyed(context.door, context.visitor, read.key, { form, ...read.form }));
  return acting(form, async () => {
    const outcome = await lookAtFlag(context.door, who, { account, seq: named.data }, note);
    const field = outcome.refused === "note-missing" ? { field: "note" } : {};
    return replyTo(outcome, { form, to: "/flags?done=flag", command: "flag.review", typed: read.typed, ...field });
  });
}

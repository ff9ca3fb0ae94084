import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { settleAppeal } from "~/desk/appeal.server";
import { lookAtFlag } from "~/desk/review-flag.server";
import { isAccount } from "~/read-erasures.server";
import { acting, formOf, keyed, replyTo, text, turnAway, unread } from "~/reply.server";
import { whoOf } from "~/visitor.server";
import { id } from "../ticket/form";

export { loader } from "../flags/loader.server";
export { default, meta } from "../flags/route";

const answer = z.enum(["stands", "ask-again"]);
const seq = z
  .string()
  .regex(/^\d{1,15}$/)
  .transform(Number);

export async function action({ request, params, context }: ActionFunctionArgs) {
  const named = seq.safeParse(params.seq);
  if (!named.success) return turnAway(404);
  const form = `flag-${named.data}`;
  const read = await formOf(request, { account: id, note: text(500), answer: answer.optional() });
  if (!read.ok) return unread(form, read);
  const { account, note, answer: said } = read.form;
  if (!(await isAccount(context.door, account))) return turnAway(404);
  const who = whoOf(context, keyed(context.door, context.visitor, read.key, { form, ...read.form }));
  return acting(form, async () => {
    const flag = { account, seq: named.data };
    const outcome = await (said
      ? settleAppeal(context.door, who, flag, { answer: said, note })
      : lookAtFlag(context.door, who, flag, note));
    const field = outcome.refused === "note-missing" ? { field: "note" } : {};
    return replyTo(outcome, {
      form,
      to: "/flags?done=flag",
      command: said ? "appeal.answer" : "flag.review",
      typed: read.typed,
      ...field,
    });
  });
}

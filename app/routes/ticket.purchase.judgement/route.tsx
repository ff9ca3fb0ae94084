import type { ActionFunctionArgs } from "@remix-run/node";
import { purchaseDeclines } from "domain/judge-purchase";
import { z } from "zod";
import type { CaseRef, Who } from "~/desk/case.server";
import { decline, judge } from "~/desk/purchase.server";
import { readPurchase } from "~/read.server";
import { acting, formOf, keyed, refused, seeOther, text, turnAway, unread } from "~/reply.server";
import { type Context, staffOf, whoOf } from "~/visitor.server";
import { refOf } from "../ticket/act.server";
import { unlessForeign } from "../ticket/foreign.server";
import { afterJudging } from "../ticket.photo.judgement/after.server";

export { loader } from "../ticket.purchase/loader.server";
export { default, meta } from "../ticket.purchase/route";

const shape = {
  serial: text(120).optional(),
  date: text(40).optional(),
  holder: z.literal("named").optional(),
  decline: z.enum(purchaseDeclines).optional(),
};

export async function action({ request, params, context }: ActionFunctionArgs) {
  const ref = await refOf(context, params.number);
  const purchase = params.purchase ?? "";
  const number = Number(params.number);
  const seen = async () => (await readPurchase(context.door, staffOf(context), number, purchase)) !== null;
  return unlessForeign(seen, async () => {
    const read = await formOf(request, shape);
    if (!read.ok) return unread("judgement", read);
    const who = whoOf(context, keyed(context.door, context.visitor, read.key, { purchase, ...read.form }));
    return acting("judgement", async () => {
      const { refused: why } = await judged(context, who, ref, { purchase, ...read.form });
      return why
        ? refused("judgement", why, { typed: read.typed, field: fieldOf(why) })
        : seeOther(await afterJudging(context, number));
    });
  });
}

type Judgement = z.infer<z.ZodObject<typeof shape>> & { purchase: string };

function judged({ door }: Context, who: Who, ref: CaseRef, form: Judgement) {
  if (form.decline) return decline(door, who, ref, form.purchase, form.decline);
  const { purchase, serial = turnAway(400), date = turnAway(400), holder } = form;
  return judge(door, who, ref, { purchase, serial, date, namesHolder: holder === "named" });
}

/** The field a refusal is about, so that it takes the focus. */
function fieldOf(reason: string): string | undefined {
  if (reason === "not-a-serial") return "serial";
  if (reason === "not-a-date" || reason === "dated-ahead") return "date";
  return reason === "holder-not-named" ? "holder" : undefined;
}

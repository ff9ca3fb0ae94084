import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import type { CaseRef, Who } from "~/desk/case.server";
import { decline, judge } from "~/desk/photo.server";
import { readPhoto } from "~/read.server";
import { acting, formOf, keyed, refused, seeOther, text, turnAway, unread } from "~/reply.server";
import { type Context, staffOf, whoOf } from "~/visitor.server";
import { refOf } from "../ticket/act.server";
import { unlessForeign } from "../ticket/foreign.server";
import { afterJudging } from "./after.server";

export { loader } from "../ticket.photo/loader.server";
export { default, meta } from "../ticket.photo/route";

const shape = {
  serial: text(120).optional(),
  numbered: z.literal("yes").optional(),
  decline: z.enum(["unreadable", "no-ticket-number", "not-a-label"]).optional(),
};

export async function action({ request, params, context }: ActionFunctionArgs) {
  const ref = await refOf(context, params.number);
  const photo = params.photo ?? "";
  const seen = async () => (await readPhoto(context.door, staffOf(context), Number(params.number), photo)) !== null;
  return unlessForeign(seen, async () => {
    const read = await formOf(request, shape);
    if (!read.ok) return unread("judgement", read);
    const who = whoOf(context, keyed(context.door, context.visitor, read.key, { photo, ...read.form }));
    return acting("judgement", async () => {
      const { refused: why } = await judged(context, who, ref, { photo, ...read.form });
      return why
        ? refused("judgement", why, {
            typed: read.typed,
            field: why === "ticket-number-unseen" ? "numbered" : "serial",
          })
        : seeOther(await afterJudging(context, Number(params.number)));
    });
  });
}

type Judgement = z.infer<z.ZodObject<typeof shape>> & { photo: string };

function judged({ door }: Context, who: Who, ref: CaseRef, form: Judgement) {
  if (form.decline) return decline(door, who, ref, form.photo, form.decline);
  const { photo, serial = turnAway(400), numbered } = form;
  return judge(door, who, ref, { photo, serial, numbered: numbered === "yes" });
}

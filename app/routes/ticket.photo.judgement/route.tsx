import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { decline, judge } from "~/desk/photo.server";
import { mayOpenTicket } from "~/read.server";
import { acting, formOf, keyed, refused, seeOther, text, turnAway, unread } from "~/reply.server";
import { type Context, staffOf, whoOf } from "~/visitor.server";
import { refOf } from "../ticket/act.server";

export { loader } from "../ticket.photo/loader.server";
export { default } from "../ticket.photo/route";

const shape = {
  serial: text(120).optional(),
  decline: z.enum(["unreadable", "no-ticket-number", "not-a-label"]).optional(),
};

export async function action({ request, params, context }: ActionFunctionArgs) {
  const ref = await refOf(context, params.number);
  const read = await formOf(request, shape);
  if (!read.ok) return unread("judgement", read);
  const { serial, decline: reason } = read.form;
  const photo = params.photo ?? "";
  const who = whoOf(context, keyed(context.door, context.visitor, read.key, { photo, ...read.form }));
  return acting("judgement", async () => {
    const done = reason
      ? decline(context.door, who, ref, photo, reason)
      : serial === undefined
        ? turnAway(400)
        : judge(context.door, who, ref, photo, serial);
    const { refused: why } = await done;
    return why
      ? refused("judgement", why, { typed: read.typed, field: "serial" })
      : seeOther(await afterJudging(context, Number(params.number)));
  });
}

/** Back to the ticket, or to the queue for who may see no more of it. */
const afterJudging = async (context: Context, number: number): Promise<string> =>
  `${(await mayOpenTicket(context.door, staffOf(context), number)) ? `/tickets/${number}` : "/queue"}?done=judgement`;

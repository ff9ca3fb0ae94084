import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { judgeReview } from "~/desk/judge-review.server";
import { acting, formOf, keyed, refused, seeOther, text, unread } from "~/reply.server";
import { whoOf } from "~/visitor.server";
import { drawnIn } from "../second-review/loader.server";
import { stepUpReasons } from "../ticket/act.server";

const shape = { looks: z.enum(["right", "wrong"]), reason: text(500), code: text(20) };

export { loader } from "../second-review/loader.server";
export { default, meta } from "../second-review/route";

/** A second look at a drawn approval. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const drawn = await drawnIn(context, params.approval);
  const read = await formOf(request, shape);
  if (!read.ok) return unread("look", read);
  const who = whoOf(context, keyed(context.door, context.visitor, read.key, { noun: "look", drawn, form: read.form }));
  return acting("look", async () => {
    const { refused: no } = await judgeReview(context.door, who, drawn, read.form);
    if (no === null) return seeOther("/second-reviews?done=look");
    const field = no === "reason-missing" ? "reason" : stepUpReasons.includes(no) ? "code" : undefined;
    return refused("look", no, { typed: read.typed, field, command: "review.judge" });
  });
}

import { z } from "zod";
import { answerInvitation } from "~/desk/answer-invitation.server";
import { holderAct } from "../account/act.server";
import { id } from "../ticket/form";

export { loader } from "../account/loader.server";
export { default, meta } from "../account/route";

const shape = { link: id, answer: z.enum(["accept", "decline"]) };

export const action = holderAct(
  "invitation",
  shape,
  ({ door, who, account, form }) =>
    answerInvitation(door, who, account, { link: form.link, accept: form.answer === "accept" }),
  ({ answer }) => `/account?done=invitation-${answer}`,
);

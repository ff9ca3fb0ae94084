import type { z } from "zod";
import { caseNow } from "~/desk/case.server";
import { checkAnswers } from "~/desk/check-answers.server";
import { ticketAct } from "../ticket/act.server";
import { answersShape, typedAnswers } from "../ticket/answers";

export { loader } from "../ticket/loader.server";
export { default, meta } from "../ticket/route";

const shape = async (...[door, ref]: Parameters<typeof caseNow>): Promise<Record<string, z.ZodString>> =>
  answersShape((await caseNow(door, ref)).account?.drawn?.questions ?? []);

export const action = ticketAct("answers", shape, ({ door, who, ref, form }) =>
  checkAnswers(door, who, ref, typedAnswers(form)),
);

import type { z } from "zod";
import { caseNow } from "~/desk/case.server";
import { checkAnswers } from "~/desk/check-answers.server";
import { requestAct } from "../request.status/act.server";
import { answersShape, toldOfAnswers, typedAnswers } from "../ticket/answers";

export { loader } from "../request.status/loader.server";
export { default, meta } from "../request.status/route";

const shape = async (...[door, ref]: Parameters<typeof caseNow>): Promise<Record<string, z.ZodString>> =>
  answersShape((await caseNow(door, ref)).account?.drawn?.questions ?? []);

export const action = requestAct("answers", shape, async ({ door, who, ref, form }) =>
  toldOfAnswers(await checkAnswers(door, who, ref, typedAnswers(form))),
);

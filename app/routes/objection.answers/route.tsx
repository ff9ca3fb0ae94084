import type { z } from "zod";
import { caseNow } from "~/desk/case.server";
import { checkProofAnswers, type ObjectionRef } from "~/desk/prove-ownership.server";
import type { Context } from "~/visitor.server";
import { proofAct } from "../objection/act.server";
import { answersShape, toldOfAnswers, typedAnswers } from "../ticket/answers";

export { loader } from "../objection/loader.server";
export { default, meta } from "../objection/route";

const shape = async (door: Context["door"], at: ObjectionRef): Promise<Record<string, z.ZodString>> =>
  answersShape((await caseNow(door, at)).account?.drawn?.questions ?? []);

export const action = proofAct("answers", shape, async ({ door, who, at, form }) =>
  toldOfAnswers(await checkProofAnswers(door, who, at, typedAnswers(form))),
);

import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { portalPage } from "~/page.server";
import { seeOther, turnAway } from "~/reply.server";
import { AskPage, type AskStep, askSteps } from "~/ui/portal/ask-page";
import type { Problem } from "~/ui/problem";
import { demoOf } from "../demo-bar";
import { titleOf } from "../portal-title";
import { type Said, saidIn } from "./said.server";
import { takes } from "./take.server";

export const meta = titleOf("ask");

const stepOf = (step: string | undefined): AskStep => askSteps.find((one) => one === (step ?? "lost")) ?? turnAway(404);

/** One question of a request for help; who comes to a page too early is shown the first that has no answer yet. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const step = stepOf(params.step);
  const said = saidIn(context, request);
  const early = earlier(step, said);
  if (early !== null) throw seeOther(early);
  return { ...(await portalPage(context)), step, said };
}

function earlier(step: AskStep, said: Said): string | null {
  if (step === "lost" || step === "works" || step === "owner") return null;
  if (step === "code") return said.reference === "" ? "/request" : null;
  if (said.lost.length === 0) return "/request/new";
  if (step !== "hand" && said.hand === null) return "/request/new/hand";
  return step === "contact" && said.name === "" ? "/request/new/name" : null;
}

/** Takes one answer and goes on; the last one makes the request. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const take = takes[stepOf(params.step)];
  return take ? take({ request, context }) : turnAway(404);
}

export default function Ask() {
  const { formKey, demo, step, said } = useLoaderData<typeof loader>();
  const acted = useActionData<{ problem: Problem }>();
  return <AskPage step={step} said={said} formKey={formKey} problem={acted?.problem ?? null} demo={demoOf(demo)} />;
}

import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { portalBudget } from "~/budget.server";
import { enterRequest } from "~/desk/enter-portal.server";
import { startRequester } from "~/holder.server";
import { parameter, portalPage } from "~/page.server";
import { formOf, keyedByContent, problem, seeOther, text, unread } from "~/reply.server";
import { EnterPage } from "~/ui/portal/enter";
import type { Problem } from "~/ui/problem";
import { portalRefusal } from "~/ui/words/portal-refusals";
import { whoOf } from "~/visitor.server";
import { demoOf } from "../demo-bar";
import { titleOf } from "../portal-title";

export const meta = titleOf("request");

export async function loader({ request, context }: LoaderFunctionArgs) {
  return {
    ...(await portalPage(context)),
    stage: parameter(request, "stage") === "code" ? ("code" as const) : ("reference" as const),
  };
}

/** Reference and code open the request's page; every wrong pair gets one answer. */
export async function action({ request, context }: ActionFunctionArgs) {
  const read = await formOf(request, { reference: text(40), code: text(20) });
  if (!read.ok) return unread("request", read);
  const within = portalBudget.take(context.visitor.source, context.door.clock.now());
  const who = whoOf(context, keyedByContent(context.door, context.visitor, read.key, read.form));
  const ref = within ? await enterRequest(context.door, who, read.form) : null;
  if (ref) return seeOther("/request/status", [startRequester(context.house, ref)]);
  const sentence = portalRefusal(context.language, "wrong-reference-or-code");
  return problem(401, { form: "request", sentence, fields: { code: sentence }, typed: read.typed });
}

export default function RequestDoor() {
  const { formKey, demo, stage } = useLoaderData<typeof loader>();
  const acted = useActionData<{ problem: Problem }>();
  const problem = acted?.problem ?? null;
  return (
    <EnterPage
      stage={problem ? "code" : stage}
      reference={problem?.typed?.reference ?? ""}
      formKey={formKey}
      problem={problem}
      demo={demoOf(demo)}
    />
  );
}

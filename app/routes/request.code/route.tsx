import { type ActionFunctionArgs, json } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { portalBudget } from "~/budget.server";
import { sendRequestCode } from "~/desk/enter-portal.server";
import { portalPage } from "~/page.server";
import { formOf, text, unread } from "~/reply.server";
import { EnterPage } from "~/ui/portal/enter";
import type { Problem } from "~/ui/problem";
import { type Context, whoOf } from "~/visitor.server";
import { demoOf } from "../demo-bar";

export { meta } from "../request/route";

export const loader = ({ context }: { context: Context }) => portalPage(context);

/** Sends a code where the link of this request will go, and answers the same whether there is such a request or not. */
export async function action({ request, context }: ActionFunctionArgs) {
  const read = await formOf(request, { reference: text(40) });
  if (!read.ok) return unread("code", read);
  if (portalBudget.take(context.visitor.source, context.door.clock.now()))
    await sendRequestCode(context.door, whoOf(context), read.form.reference, context.language);
  return json({ reference: read.form.reference, problem: null });
}

export default function CodeSent() {
  const { formKey, demo } = useLoaderData<typeof loader>();
  const acted = useActionData<{ reference?: string; problem: Problem | null }>();
  return (
    <EnterPage
      stage={acted?.problem ? "reference" : "code"}
      sent
      reference={acted?.reference ?? ""}
      formKey={formKey}
      problem={acted?.problem ?? null}
      demo={demoOf(demo)}
    />
  );
}

import type { ActionFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { portalBudget } from "~/budget.server";
import { typeCode } from "~/desk/forgot-password.server";
import { portalPage } from "~/page.server";
import { formOf, problem, seeOther, text, unread } from "~/reply.server";
import { ForgotPage } from "~/ui/portal/forgot-page";
import type { Problem } from "~/ui/problem";
import { forgotWords } from "~/ui/words/forgot";
import { type Context, whoOf } from "~/visitor.server";
import { demoOf } from "../demo-bar";

export { meta } from "../forgot/route";

export const loader = ({ context }: { context: Context }) => portalPage(context);

/** The code of a text leads to the page that sets the new password; every wrong pair gets one answer. */
export async function action({ request, context }: ActionFunctionArgs) {
  const read = await formOf(request, { contact: text(320), code: text(20) });
  if (!read.ok) return unread("code", read);
  const within = portalBudget.take(context.visitor.source, context.door.clock.now());
  const path = within ? await typeCode(context.door, whoOf(context), read.form) : null;
  if (path) return seeOther(path);
  const sentence = forgotWords[context.language].wrongCode;
  return problem(401, { form: "code", sentence, fields: { code: sentence }, typed: { contact: read.form.contact } });
}

export default function ForgotCode() {
  const { formKey, demo } = useLoaderData<typeof loader>();
  const acted = useActionData<{ problem: Problem }>();
  const mine = acted?.problem ?? null;
  return <ForgotPage asked={mine?.typed?.contact ?? null} formKey={formKey} problem={mine} demo={demoOf(demo)} />;
}

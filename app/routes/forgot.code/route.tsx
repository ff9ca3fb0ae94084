import type { ActionFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { portalBudget } from "~/budget.server";
import { contactTyped } from "~/desk/ask-for-help.server";
import { typeCode } from "~/desk/forgot-password.server";
import { formOf, problem, seeOther, text, unread } from "~/reply.server";
import { ForgotPage } from "~/ui/portal/forgot-page";
import type { Problem } from "~/ui/problem";
import { askWords } from "~/ui/words/ask";
import { forgotWords } from "~/ui/words/forgot";
import { whoOf } from "~/visitor.server";
import { demoOf } from "../demo-bar";
import type { loader } from "../forgot/route";

export { loader, meta } from "../forgot/route";

/** The code of a text leads to the page that sets the new password; every wrong pair gets one answer. */
export async function action({ request, context }: ActionFunctionArgs) {
  const read = await formOf(request, { contact: text(320), code: text(20) });
  if (!read.ok) return unread("code", read);
  const { contact } = read.form;
  if (contactTyped(contact) === null) {
    const sentence = askWords[context.language].notAContact;
    return problem(422, { form: "code", sentence, fields: { contact: sentence }, typed: { contact } });
  }
  const within = portalBudget.take(context.visitor.source, context.door.clock.now());
  const path = within ? await typeCode(context.door, whoOf(context), read.form) : null;
  if (path) return seeOther(path);
  const sentence = forgotWords[context.language].wrongCode;
  return problem(401, { form: "code", sentence, fields: { code: sentence }, typed: { contact } });
}

export default function ForgotCode() {
  const { demo, ...page } = useLoaderData<typeof loader>();
  const acted = useActionData<{ problem: Problem }>();
  return <ForgotPage {...page} code asked={null} problem={acted?.problem ?? null} demo={demoOf(demo)} />;
}

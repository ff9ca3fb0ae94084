import { type ActionFunctionArgs, json } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { portalBudget } from "~/budget.server";
import { askForWay } from "~/desk/forgot-password.server";
import { portalPage } from "~/page.server";
import { formOf, text, unread } from "~/reply.server";
import { ForgotPage } from "~/ui/portal/forgot-page";
import type { Problem } from "~/ui/problem";
import { type Context, whoOf } from "~/visitor.server";
import { demoOf } from "../demo-bar";
import { titleOf } from "../portal-title";

export const meta = titleOf("newPassword");

export const loader = ({ context }: { context: Context }) => portalPage(context);

/** Sends a way to a new password to whom it belongs, and answers the same whether it is anybody's. */
export async function action({ request, context }: ActionFunctionArgs) {
  const read = await formOf(request, { contact: text(320) });
  if (!read.ok) return unread("forgot", read);
  if (portalBudget.take(context.visitor.source, context.door.clock.now()))
    await askForWay(context.door, whoOf(context), read.form.contact, context.language);
  return json({ asked: read.form.contact, problem: null });
}

export default function Forgot() {
  const { formKey, demo } = useLoaderData<typeof loader>();
  const acted = useActionData<{ asked?: string; problem: Problem | null }>();
  return (
    <ForgotPage asked={acted?.asked ?? null} formKey={formKey} problem={acted?.problem ?? null} demo={demoOf(demo)} />
  );
}

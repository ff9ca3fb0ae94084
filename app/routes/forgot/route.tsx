import { type ActionFunctionArgs, json, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { resendAfterMs } from "domain/send-code";
import { portalBudget } from "~/budget.server";
import { contactTyped } from "~/desk/ask-for-help.server";
import { askForWay } from "~/desk/forgot-password.server";
import { parameter, portalPage } from "~/page.server";
import { formOf, problem, text, unread } from "~/reply.server";
import { type Asked, ForgotPage } from "~/ui/portal/forgot-page";
import type { Problem } from "~/ui/problem";
import { askWords } from "~/ui/words/ask";
import { whoOf } from "~/visitor.server";
import { demoOf } from "../demo-bar";
import { titleOf } from "../portal-title";
import { askedHere, keepAsked } from "./asked.server";

export const meta = titleOf("newPassword");

/** With `stage=code` the page for a code that came already, to whichever browser asked for it. */
export const loader = async ({ request, context }: LoaderFunctionArgs) => ({
  ...(await portalPage(context)),
  code: parameter(request, "stage") === "code",
  typed: askedHere(context, request)?.contact ?? "",
});

/** Sends a way to a new password to whom it belongs, and answers the same whether it is anybody's. */
export async function action({ request, context }: ActionFunctionArgs) {
  const read = await formOf(request, { contact: text(320) });
  if (!read.ok) return unread("forgot", read);
  const { contact } = read.form;
  const to = contactTyped(contact);
  if (to === null) {
    const sentence = askWords[context.language].notAContact;
    return problem(422, { form: "forgot", sentence, fields: { contact: sentence }, typed: { contact } });
  }
  const now = context.door.clock.now();
  const before = askedHere(context, request);
  const isSame = before !== null && contactTyped(before.contact)?.value === to.value;
  if (isSame && now - before.at < resendAfterMs) return json({ asked: askedAt(before, "wait"), problem: null });
  if (portalBudget.take(context.visitor.source, now))
    await askForWay(context.door, whoOf(context), contact, context.language);
  const asked = askedAt({ contact, at: now }, isSame ? "again" : "first");
  return json({ asked, problem: null }, { headers: { "Set-Cookie": keepAsked(context, contact) } });
}

/** When this browser asked, and from when on it may ask again: of the address it looked up nothing. */
const askedAt = ({ contact, at }: Pick<Asked, "contact" | "at">, how: Asked["how"]): Asked => ({
  contact,
  at,
  againAt: at + resendAfterMs,
  how,
});

export default function Forgot() {
  const { demo, ...page } = useLoaderData<typeof loader>();
  const acted = useActionData<{ asked?: Asked; problem: Problem | null }>();
  return <ForgotPage {...page} asked={acted?.asked ?? null} problem={acted?.problem ?? null} demo={demoOf(demo)} />;
}

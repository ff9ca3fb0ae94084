import type { ActionFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { portalBudget } from "~/budget.server";
import { chooseLanguage } from "~/desk/choose-language.server";
import { takeSecondStep } from "~/desk/second-step.server";
import { startHolder } from "~/holder.server";
import { actingIn, formOf, problem, seeOther, text, unread } from "~/reply.server";
import { forgetPassword, pendingSignIn } from "~/second-cookies.server";
import { seenFrom } from "~/seen-from.server";
import { SecondStepPage } from "~/ui/portal/second-step-page";
import type { Problem } from "~/ui/problem";
import { factorRefusal } from "~/ui/words/second-factor";
import { whoOf } from "~/visitor.server";
import { afterSignIn } from "~/way-back.server";
import { demoOf } from "../demo-bar";
import { titleOf } from "../portal-title";
import type { loader } from "./loader.server";

export { loader } from "./loader.server";

export const meta = titleOf("signIn");

/** A session begins here, and not before, where a second factor is on. */
export async function action({ request, context }: ActionFunctionArgs) {
  const read = await formOf(request, { code: text(60), saved: z.literal("yes").optional() });
  if (!read.ok) return unread("code", read);
  const form = read.form.saved ? "saved-code" : "code";
  const pending = pendingSignIn(context, request);
  if (!pending) return seeOther("/account/sign-in");
  const within = portalBudget.take(context.visitor.source, context.door.clock.now());
  return actingIn(context, "code", async () => {
    const done = within ? await takeSecondStep(context.door, whoOf(context), pending, read.form.code) : null;
    if (done?.account) {
      await chooseLanguage(context.door, whoOf(context), done.account, context.language);
      const from = seenFrom(request.headers.get("user-agent"), context.visitor.source);
      const begun = await startHolder(context.house, done.account, done.at, done.auth, from);
      const { to, forget } = afterSignIn(context, request);
      return seeOther(to, [begun, forgetPassword(context), ...forget]);
    }
    const reason = done ? (done.refused ?? "wrong-code") : "too-many-requests";
    // Frozen, reset or taken off meanwhile: nothing is said of that here either.
    if (!told.includes(reason)) return seeOther("/account/sign-in", [forgetPassword(context)]);
    const sentence = factorRefusal(context.language, reason, read.form.saved && "saved");
    const status = reason === "too-many-tries" || reason === "too-many-requests" ? 429 : 401;
    return problem(status, { form, sentence, fields: { code: sentence } });
  });
}

const told: readonly string[] = ["wrong-code", "code-used", "too-many-tries", "too-many-requests"];

export default function AccountSecondStep() {
  const { step, texted, formKey, demo } = useLoaderData<typeof loader>();
  const acted = useActionData<{ problem: Problem }>();
  return (
    <SecondStepPage {...step} texted={texted} formKey={formKey} problem={acted?.problem ?? null} demo={demoOf(demo)} />
  );
}

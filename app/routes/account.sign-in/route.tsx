import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { portalBudget } from "~/budget.server";
import { chooseLanguage } from "~/desk/choose-language.server";
import { signInHolder, turnsOnAgain } from "~/desk/sign-in-holder.server";
import { startHolder } from "~/holder.server";
import { portalPage } from "~/page.server";
import { actingIn, formOf, problem, seeOther, text, unread } from "~/reply.server";
import { nameToSignIn, rememberPassword } from "~/second-cookies.server";
import { seenFrom } from "~/seen-from.server";
import { AccountSignInPage } from "~/ui/portal/account-sign-in-page";
import type { Problem } from "~/ui/problem";
import { accountSignInRefused } from "~/ui/words/portal-refusals";
import { whoOf } from "~/visitor.server";
import { afterSignIn, leftOf } from "~/way-back.server";
import { demoOf } from "../demo-bar";
import { titleOf } from "../portal-title";

export const meta = titleOf("signIn");

export const loader = async ({ request, context }: LoaderFunctionArgs) => ({
  ...(await portalPage(context)),
  left: leftOf(context, request),
  username: nameToSignIn(context, request),
});

export async function action({ request, context }: ActionFunctionArgs) {
  const read = await formOf(request, { username: text(320), password: text(1000) });
  if (!read.ok) return unread("sign-in", read);
  const { source } = context.visitor;
  const within = portalBudget.take(source, context.door.clock.now());
  return actingIn(context, "sign-in", async () => {
    const signedIn = within ? await signInHolder(context.door, whoOf(context), { ...read.form, source }) : null;
    if (signedIn?.pending) return seeOther("/account/sign-in/code", [rememberPassword(context, signedIn.pending)]);
    if (signedIn?.account) {
      await chooseLanguage(context.door, whoOf(context), signedIn.account, context.language);
      const from = seenFrom(request.headers.get("user-agent"), source);
      const begun = await startHolder(context.house, signedIn.account, signedIn.at, "password", from);
      const again = await turnsOnAgain(context.door, signedIn.account);
      const { to, forget } = afterSignIn(context, request);
      return seeOther(again ? "/account/second-factor?done=again" : to, [begun, ...forget]);
    }
    // One status and one sentence for every way to fail: what failed is nobody's business but the holder's.
    return problem(401, { form: "sign-in", sentence: accountSignInRefused[context.language], typed: read.typed });
  });
}

export default function AccountSignIn() {
  const { formKey, demo, username, left } = useLoaderData<typeof loader>();
  const problem = useActionData<{ problem: Problem }>()?.problem ?? null;
  const given = { formKey, username, left: problem ? null : left, problem };
  return <AccountSignInPage {...given} demo={demoOf(demo)} />;
}

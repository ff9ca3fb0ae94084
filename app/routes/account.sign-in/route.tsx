import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { signInHolder } from "~/desk/sign-in-holder.server";
import { startHolder } from "~/holder.server";
import { portalPage } from "~/page.server";
import { formOf, seeOther, text, unread } from "~/reply.server";
import { AccountSignInPage } from "~/ui/portal/account-sign-in-page";
import { statusOf } from "~/refusal-status";
import type { Problem } from "~/ui/problem";
import { refusal } from "~/ui/words";
import { whoOf } from "~/visitor.server";
import { demoOf } from "../demo-bar";

export const meta: MetaFunction = () => [{ title: "Sign in · Account help" }];

export const loader = ({ context }: LoaderFunctionArgs) => portalPage(context);

export async function action({ request, context }: ActionFunctionArgs) {
  const read = await formOf(request, { username: text(320), password: text(1000) });
  if (!read.ok) return unread("sign-in", read);
  const { refused, account } = await signInHolder(context.door, whoOf(context), read.form);
  if (account) return seeOther("/account", [await startHolder(context.house, account)]);
  const reason = refused ?? "wrong-password";
  return json({ problem: { form: "sign-in", sentence: refusal(reason, "holder.sign-in"), typed: read.typed } }, { status: statusOf(reason) });
}

export default function AccountSignIn() {
  const { formKey, demo } = useLoaderData<typeof loader>();
  const acted = useActionData<{ problem: Problem }>();
  return <AccountSignInPage askCode={false} formKey={formKey} problem={acted?.problem ?? null} demo={demoOf(demo)} />;
}

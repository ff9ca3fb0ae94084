import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { signInBudget } from "~/budget.server";
import { signIn } from "~/desk/sign-in.server";
import { goEnrol, goIn, rememberTo } from "~/entrance.server";
import { portalPage } from "~/page.server";
import { acting, formOf, refused, text, unread } from "~/reply.server";
import { staffList } from "~/staff-secrets.server";
import { SignInPage } from "~/ui/auth/sign-in-page";
import type { Problem } from "~/ui/problem";
import { titles } from "~/ui/words/titles";
import { whoOf } from "~/visitor.server";
import { demoOf } from "../demo-bar";

export const meta: MetaFunction = () => [{ title: titles.signIn }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { demo, formKey } = await portalPage(context);
  const cast = demo && (await staffList(context.door)).map(({ id, name, role }) => ({ as: id, name, role }));
  const cookie = rememberTo(context, request);
  return json({ demo, formKey, cast }, { headers: cookie ? { "Set-Cookie": cookie } : {} });
}

export async function action({ request, context }: ActionFunctionArgs) {
  const read = await formOf(request, { name: text(100), password: text(256), code: text(20) });
  if (!read.ok) return unread("sign-in", read);
  if (!signInBudget.take(context.visitor.source, context.door.clock.now()))
    return refused("sign-in", "too-many-requests", { typed: read.typed });
  const typed = { ...read.form, source: context.visitor.source };
  return acting("sign-in", async () => {
    const signedIn = await signIn(context.house, whoOf(context), typed);
    if (signedIn.kind === "signed-in") return goIn(context, request, signedIn);
    if (signedIn.kind === "enrol") return goEnrol(context, signedIn.pending);
    return refused("sign-in", signedIn.reason, { command: "staff.sign-in", typed: read.typed });
  });
}

export default function SignIn() {
  const { demo, formKey, cast } = useLoaderData<typeof loader>();
  const acted = useActionData<{ problem: Problem }>();
  return <SignInPage formKey={formKey} problem={acted?.problem ?? null} cast={cast} demo={demoOf(demo)} />;
}

import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { signInBudget } from "~/budget.server";
import { demoEnrolmentCode } from "~/desk/demo-authenticator.server";
import { enrol, enrolmentSecret } from "~/desk/enrol.server";
import { goIn, pendingIn } from "~/entrance.server";
import { portalPage } from "~/page.server";
import { formOf, refused, seeOther, text, unread } from "~/reply.server";
import { EnrolmentPage } from "~/ui/auth/enrolment-page";
import type { Problem } from "~/ui/problem";
import { titles } from "~/ui/words/titles";
import { whoOf } from "~/visitor.server";
import { demoOf } from "../demo-bar";

export const meta: MetaFunction = () => [{ title: titles.enrolment }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const pending = pendingIn(context, request);
  const secret = pending && (await enrolmentSecret(context.door, pending));
  if (!secret) throw seeOther("/sign-in");
  const { demo, formKey } = await portalPage(context);
  const authenticator = demo && (await demoEnrolmentCode(context.door, pending.staff));
  return { demo: demo && { ...demo, authenticator }, formKey, secret };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const read = await formOf(request, { code: text(20) });
  if (!read.ok) return unread("enrolment", read);
  const pending = pendingIn(context, request);
  if (!pending) return seeOther("/sign-in");
  if (!signInBudget.take(context.visitor.source, context.door.clock.now()))
    return refused("enrolment", "too-many-requests");
  const signedIn = await enrol(context.house, whoOf(context), pending, read.form.code);
  if (signedIn.kind === "signed-in") return goIn(context, request, signedIn);
  const reason = signedIn.kind === "refused" ? signedIn.reason : "wrong-code";
  return reason === "signed-out"
    ? seeOther("/sign-in")
    : refused("enrolment", reason, { command: "staff.enrol", field: "code" });
}

export default function Enrolment() {
  const { demo, formKey, secret } = useLoaderData<typeof loader>();
  const acted = useActionData<{ problem: Problem }>();
  return <EnrolmentPage formKey={formKey} problem={acted?.problem ?? null} demo={demoOf(demo)} {...secret} />;
}

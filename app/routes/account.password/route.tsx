import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { changeOwnPassword, rulesInForce } from "~/desk/change-password.server";
import { usernameOf } from "~/facts.server";
import { startHolder } from "~/holder.server";
import { portalPage } from "~/page.server";
import { actingIn, formOf, keyed, portalRefused, problem, seeOther, text, unread } from "~/reply.server";
import { seenFrom } from "~/seen-from.server";
import { PasswordPage } from "~/ui/portal/account/password-page";
import type { Problem } from "~/ui/problem";
import { passwordTold } from "~/ui/words/password-told";
import { passwordWords } from "~/ui/words/passwords";
import { type Context, holderIn, whoOf } from "~/visitor.server";
import { demoOf } from "../demo-bar";
import { titleOf } from "../portal-title";

export const meta = titleOf("password");

export async function loader({ context }: LoaderFunctionArgs) {
  const { door } = context;
  const username = await usernameOf(door, holderIn(context).account);
  return { ...(await portalPage(context)), rules: await rulesInForce(door), username };
}

const form = "own-password";
const shape = { present: text(1000), password: text(1000), repeat: text(1000) };

/** Changes the password; every session ends, and this browser goes on with a new one. */
export async function action({ request, context }: ActionFunctionArgs) {
  const read = await formOf(request, shape);
  if (!read.ok) return unread(form, read);
  const { door, visitor } = context;
  const who = whoOf(context, keyed(door, visitor, read.key, { form, typed: read.form }));
  const { account } = holderIn(context);
  return actingIn(context, form, async () => {
    const { source } = visitor;
    const done = await changeOwnPassword(door, who, account, { ...read.form, source });
    if (done.at === null) return refusedAs(context, done);
    const from = seenFrom(request.headers.get("user-agent"), source);
    // Begun after the end of the others, or it would have ended with them; by the password alone, for the second factor was not
    // given again: as one that was, it would prove in a dispute what its holder was to show anew.
    const begun = await startHolder(context.house, account, done.at + 1, "password", from);
    return seeOther("/account?done=password", [begun]);
  });
}

/** What was wrong, at its field. */
async function refusedAs(context: Context, { refused, problem: poor }: Awaited<ReturnType<typeof changeOwnPassword>>) {
  if (poor) {
    const sentence = passwordTold(context.language, poor, (await rulesInForce(context.door)).minLength);
    return problem(422, { form, sentence, fields: { [poor === "not-the-same" ? "repeat" : "password"]: sentence } });
  }
  if (refused === "same-password") {
    const sentence = passwordWords[context.language].page.same;
    return problem(422, { form, sentence, fields: { password: sentence } });
  }
  return portalRefused(context, form, refused ?? "", { field: refused === "wrong-password" ? "present" : undefined });
}

export default function Password() {
  const { rules, username, formKey, demo } = useLoaderData<typeof loader>();
  const acted = useActionData<{ problem: Problem }>();
  return <PasswordPage {...{ rules, username, formKey }} problem={acted?.problem ?? null} demo={demoOf(demo)} />;
}

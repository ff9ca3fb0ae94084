import { type ActionFunctionArgs, type HeadersFunction, json, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readForgotten, setForgotten } from "~/desk/redeem-forgotten.server";
import { lookingAgain, portalPage } from "~/page.server";
import { statusOf } from "~/refusal-status";
import { actingIn, formOf, keyed, problem, seeOther, text, turnAway, unread } from "~/reply.server";
import { rememberName } from "~/second-cookies.server";
import { AtWorkPage } from "~/ui/portal/at-work-page";
import { DeadLinkPage } from "~/ui/portal/dead-link-page";
import { ResetDonePage } from "~/ui/portal/reset-done-page";
import { ResetPage } from "~/ui/portal/reset-page";
import type { Problem } from "~/ui/problem";
import { passwordTold } from "~/ui/words/password-told";
import { type Context, whoOf } from "~/visitor.server";
import { demoOf } from "../demo-bar";
import { titleOf } from "../portal-title";

export const meta = titleOf("newPassword");

/** Opening a link changes nothing: mail scanners open links. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const link = (await readForgotten(context.door, whoOf(context), params.token ?? "")) ?? turnAway(404);
  const isDead = link.refused !== null && !link.atWork && !link.done;
  return json(
    { ...(await portalPage(context)), link },
    {
      status: isDead ? statusOf(link.refused ?? "") : 200,
      headers: { ...lookingAgain(link), ...filledIn(context, link.done ? link.username : null) },
    },
  );
}

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

export async function action({ request, params, context }: ActionFunctionArgs) {
  const token = params.token ?? "";
  const { rules } = (await readForgotten(context.door, whoOf(context), token)) ?? turnAway(404);
  const read = await formOf(request, { password: text(1000), repeat: text(1000) });
  if (!read.ok) return unread("reset", read);
  const who = whoOf(context, keyed(context.door, context.visitor, read.key, { token, ...read.form }));
  return actingIn(context, "reset", async () => {
    const {
      refused,
      problem: poor,
      username = null,
      atWork,
    } = await setForgotten(context.door, who, token, {
      ...read.form,
      language: context.language,
    });
    if (atWork) return seeOther(`/new-password/${token}`);
    if (refused) return json({ dead: refused }, { status: statusOf(refused) });
    if (!poor) return json({ done: true, username }, { headers: filledIn(context, username) });
    const sentence = passwordTold(context.language, poor, rules.minLength);
    return problem(422, {
      form: "reset",
      sentence,
      fields: { [poor === "not-the-same" ? "repeat" : "password"]: sentence },
    });
  });
}

/** Has the sign-in page filled with the name. */
const filledIn = (context: Context, username: string | null): Record<string, string> =>
  username === null ? {} : { "Set-Cookie": rememberName(context, username) };

export default function NewPassword() {
  const { link, formKey, demo } = useLoaderData<typeof loader>();
  const acted = useActionData<{ problem?: Problem; dead?: string; done?: true; username?: string | null }>();
  const bar = demoOf(demo);
  if (acted?.done || (link.done && !acted))
    return <ResetDonePage {...onlyPassword} username={acted?.username ?? link.username} demo={bar} />;
  if (link.atWork && !acted) return <AtWorkPage why={link.atWork.why} demo={bar} />;
  const dead = acted?.dead ?? link.refused;
  if (dead) return <DeadLinkPage reason={dead} demo={bar} />;
  return (
    <ResetPage
      newPassword
      rules={link.rules}
      username={link.username}
      formKey={formKey}
      notTaken={link.notTaken ?? null}
      problem={acted?.problem ?? null}
      demo={bar}
    />
  );
}

const onlyPassword = { newPassword: true, secondFactorRemoved: false, newContact: null, onlyForgotten: true };

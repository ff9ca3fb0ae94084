import { type ActionFunctionArgs, type HeadersFunction, json, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readGrant, redeemGrant } from "~/desk/redeem-grant.server";
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

export const meta = titleOf("reset");

/** Opening a link changes nothing: mail scanners open links. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const grant = (await readGrant(context.door, params.token ?? "")) ?? turnAway(404);
  const isDead = grant.refused !== null && !grant.atWork && !grant.done;
  return json(
    { ...(await portalPage(context)), grant },
    {
      status: isDead ? statusOf(grant.refused ?? "") : 200,
      headers: { ...lookingAgain(grant), ...filledIn(context, grant.done?.username) },
    },
  );
}

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

export async function action({ request, params, context }: ActionFunctionArgs) {
  const token = params.token ?? "";
  const { newPassword, rules } = (await readGrant(context.door, token)) ?? turnAway(404);
  const read = await formOf(request, newPassword ? { password: text(1000), repeat: text(1000) } : {});
  if (!read.ok) return unread("reset", read);
  const typed = { password: "", repeat: "", ...read.form };
  const who = whoOf(context, keyed(context.door, context.visitor, read.key, { token, ...typed }));
  return actingIn(context, "reset", async () => {
    const { refused, problem: poor, done, atWork } = await redeemGrant(context.door, who, token, typed);
    if (atWork) return seeOther(`/reset/${token}`);
    if (refused) return json({ dead: refused }, { status: statusOf(refused) });
    if (!poor) return json({ done }, { headers: filledIn(context, done?.username) });
    const sentence = passwordTold(context.language, poor, rules.minLength);
    return problem(422, {
      form: "reset",
      sentence,
      fields: { [poor === "not-the-same" ? "repeat" : "password"]: sentence },
    });
  });
}

/** Has the sign-in page filled with the name. */
const filledIn = (context: Context, username: string | null | undefined): Record<string, string> =>
  username ? { "Set-Cookie": rememberName(context, username) } : {};

interface Acted {
  problem?: Problem;
  dead?: string;
  done?: Parameters<typeof ResetDonePage>[0];
}

export default function Reset() {
  const { grant, formKey, demo } = useLoaderData<typeof loader>();
  const acted = useActionData<Acted>();
  const bar = demoOf(demo);
  const done = acted?.done ?? (acted ? null : grant.done);
  if (done) return <ResetDonePage {...done} demo={bar} />;
  if (grant.atWork && !acted) return <AtWorkPage why={grant.atWork.why} demo={bar} />;
  const dead = acted?.dead ?? grant.refused;
  if (dead) return <DeadLinkPage reason={dead} demo={bar} />;
  return (
    <ResetPage
      newPassword={grant.newPassword}
      rules={grant.rules}
      username={grant.username}
      formKey={formKey}
      notTaken={grant.notTaken ?? null}
      problem={acted?.problem ?? null}
      demo={bar}
    />
  );
}

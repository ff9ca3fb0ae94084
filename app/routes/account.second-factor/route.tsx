import { useActionData, useLoaderData } from "@remix-run/react";
import { offerAuthenticator } from "~/desk/enrol-factor.server";
import { text } from "~/reply.server";
import { rememberFactor } from "~/second-cookies.server";
import { SecondFactorPage } from "~/ui/portal/second-factor-page";
import type { Problem } from "~/ui/problem";
import { demoOf } from "../demo-bar";
import { titleOf } from "../portal-title";
import { factorAct } from "./act.server";
import type { loader } from "./loader.server";

export { loader } from "./loader.server";

export const meta = titleOf("secondFactor");

/** Begins to set an authenticator up; its seed is shown in this browser alone. */
export const action = factorAct(
  "second-factor",
  { password: text(1000), code: text(60).optional() },
  "/account/second-factor/setup",
  async ({ context, who, account, form }) => {
    const typed = { password: form.password, code: form.code ?? "", source: context.visitor.source };
    const { refused, pending } = await offerAuthenticator(context.door, who, account, typed);
    return { refused, cookies: pending ? [rememberFactor(context, pending)] : [] };
  },
);

export default function SecondFactor() {
  const { demo, ...page } = useLoaderData<typeof loader>();
  const acted = useActionData<{ problem: Problem }>();
  return <SecondFactorPage {...page} problem={acted?.problem ?? null} demo={demoOf(demo)} />;
}

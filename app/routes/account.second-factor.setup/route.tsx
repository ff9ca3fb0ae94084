import type { LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { confirmAuthenticator, factorSecret } from "~/desk/enrol-factor.server";
import { portalPage } from "~/page.server";
import { seeOther, text } from "~/reply.server";
import { pendingFactor, rememberFactor } from "~/second-cookies.server";
import { FactorSetupPage } from "~/ui/portal/factor-setup-page";
import type { Problem } from "~/ui/problem";
import { holderIn } from "~/visitor.server";
import { factorAct } from "../account.second-factor/act.server";
import { demoOf } from "../demo-bar";

export { meta } from "../account.second-factor/route";

/** The seed, in the browser whose holder gave the password for it and nowhere else. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const pending = pendingFactor(context, request);
  const secret = pending && (await factorSecret(context.door, pending));
  if (!secret) throw seeOther("/account/second-factor");
  return { ...(await portalPage(context)), secret };
}

/** Turns the authenticator on; the cookie goes on for the saved codes that come next. */
export const action = factorAct(
  "setup",
  { code: text(20) },
  "/account/second-factor?done=on",
  async ({ context, request, who, form }) => {
    const pending = pendingFactor(context, request);
    if (!pending) throw seeOther("/account/second-factor");
    const { session } = holderIn(context);
    const { refused } = await confirmAuthenticator(context.door, who, pending, { code: form.code, session });
    return { refused, cookies: [rememberFactor(context, pending)] };
  },
);

export default function FactorSetup() {
  const { formKey, demo, secret } = useLoaderData<typeof loader>();
  const acted = useActionData<{ problem: Problem }>();
  return <FactorSetupPage formKey={formKey} problem={acted?.problem ?? null} demo={demoOf(demo)} {...secret} />;
}

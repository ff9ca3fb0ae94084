import { useActionData, useLoaderData } from "@remix-run/react";
import { AccountPage } from "~/ui/portal/account-page";
import type { Problem } from "~/ui/problem";
import { portalNews } from "~/ui/words/portal-news";
import { demoOf } from "../demo-bar";
import { titleOf } from "../portal-title";
import type { loader } from "./loader.server";

export { loader } from "./loader.server";

export const meta = titleOf("account");

export default function Account() {
  const { account, proofs, factor, ways, zone, formKey, demo, language, done } = useLoaderData<typeof loader>();
  const acted = useActionData<{ problem: Problem }>();
  return (
    <AccountPage
      account={account}
      proofs={proofs}
      factor={factor}
      ways={ways}
      zone={zone}
      formKey={formKey}
      problem={acted?.problem ?? null}
      news={portalNews(language, done)}
      demo={demoOf(demo)}
    />
  );
}

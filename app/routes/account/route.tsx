import type { MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { AccountPage } from "~/ui/portal/account-page";
import type { Problem } from "~/ui/problem";
import { portalNews } from "~/ui/words/portal-news";
import { demoOf } from "../demo-bar";
import type { loader } from "./loader.server";

export { loader } from "./loader.server";

export const meta: MetaFunction = () => [{ title: "Your account · Account help" }];

export default function Account() {
  const { demo, done, ...page } = useLoaderData<typeof loader>();
  const acted = useActionData<{ problem: Problem }>();
  return <AccountPage {...page} problem={acted?.problem ?? null} news={portalNews(done)} demo={demoOf(demo)} />;
}

import type { MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useWords } from "~/ui/language";
import { AccountPage } from "~/ui/portal/account-page";
import type { Problem } from "~/ui/problem";
import { passwordWords } from "~/ui/words/passwords";
import { portalNews } from "~/ui/words/portal-news";
import { demoOf } from "../demo-bar";
import type { loader } from "./loader.server";

export { loader } from "./loader.server";

export const meta: MetaFunction = () => [{ title: "Your account · Account help" }];

export default function Account() {
  const { demo, done, ...page } = useLoaderData<typeof loader>();
  const acted = useActionData<{ problem: Problem }>();
  const { done: changed } = useWords(passwordWords).page;
  const news = done === "password" ? changed : portalNews(done);
  return <AccountPage {...page} problem={acted?.problem ?? null} news={news} demo={demoOf(demo)} />;
}

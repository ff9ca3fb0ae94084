import { useActionData, useLoaderData } from "@remix-run/react";
import { useWords } from "~/ui/language";
import { AccountPage } from "~/ui/portal/account-page";
import type { Problem } from "~/ui/problem";
import { passwordWords } from "~/ui/words/passwords";
import { portalNews } from "~/ui/words/portal-news";
import { demoOf } from "../demo-bar";
import { titleOf } from "../portal-title";
import type { loader } from "./loader.server";

export { loader } from "./loader.server";

export const meta = titleOf("account");

export default function Account() {
  const { demo, done, ...page } = useLoaderData<typeof loader>();
  const acted = useActionData<{ problem: Problem }>();
  const { done: changed } = useWords(passwordWords).page;
  const news = done === "password" ? changed : portalNews(page.language, done);
  return <AccountPage {...page} problem={acted?.problem ?? null} news={news} demo={demoOf(demo)} />;
}

import { useActionData, useLoaderData } from "@remix-run/react";
import { invitePerson } from "~/desk/invite-person.server";
import { text, tick } from "~/reply.server";
import { PeoplePage } from "~/ui/portal/account/people-page";
import type { Problem } from "~/ui/problem";
import { portalNews } from "~/ui/words/portal-news";
import { holderAct } from "../account/act.server";
import type { loader } from "../account/loader.server";
import { demoOf } from "../demo-bar";
import { titleOf } from "../portal-title";

export { loader } from "../account/loader.server";

export const meta = titleOf("people");

/** Invites somebody to vouch; the page says the same whether anyone has the address or not. */
export const action = holderAct(
  "people",
  { email: text(300), installer: tick() },
  ({ door, who, account, form }) => invitePerson(door, who, account, form),
  () => "/account/people?done=people",
);

export default function People() {
  const { proofs, zone, formKey, demo, language, done } = useLoaderData<typeof loader>();
  const acted = useActionData<{ problem: Problem }>();
  const given = { proofs, zone, formKey, problem: acted?.problem ?? null };
  return <PeoplePage {...given} news={portalNews(language, done)} demo={demoOf(demo)} />;
}

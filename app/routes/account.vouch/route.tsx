import { useActionData, useLoaderData } from "@remix-run/react";
import { typeNumber } from "~/desk/vouch.server";
import { text } from "~/reply.server";
import { AccountPage } from "~/ui/portal/account-page";
import { VouchPage } from "~/ui/portal/vouch-page";
import type { Problem } from "~/ui/problem";
import { holderAct } from "../account/act.server";
import { demoOf } from "../demo-bar";
import { titleOf } from "../portal-title";
import { id } from "../ticket/form";
import type { loader } from "./loader.server";

export { loader } from "./loader.server";

export const meta = titleOf("vouch");

/** The number that was read to a linked person; the right one lays before them what they are asked. */
export const action = holderAct(
  "vouch",
  { link: id, code: text(20) },
  ({ door, who, account, request, form }) => typeNumber(door, who, { account, link: form.link, request }, form.code),
  ({ link }) => `/account/vouch?link=${link}`,
);

export default function Vouch() {
  const page = useLoaderData<typeof loader>();
  const acted = useActionData<{ problem: Problem }>();
  const shown = { zone: page.zone, formKey: page.formKey, demo: demoOf(page.demo), problem: acted?.problem ?? null };
  if (page.asked) return <VouchPage asked={page.asked} {...shown} />;
  return page.own ? <AccountPage {...page.own} {...shown} /> : null;
}

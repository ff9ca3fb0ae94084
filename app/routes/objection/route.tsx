import { type ActionFunctionArgs, json } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { objectByLink } from "~/desk/object-to-ticket.server";
import { actingIn, formOf, keyed, portalRefused, turnAway, unread } from "~/reply.server";
import { ObjectedPage } from "~/ui/portal/objected-page";
import { ObjectionPage } from "~/ui/portal/objection-page";
import type { Problem } from "~/ui/problem";
import { proofNews } from "~/ui/words/proof";
import { whoOf } from "~/visitor.server";
import { demoOf } from "../demo-bar";
import { titleOf } from "../portal-title";
import type { loader } from "./loader.server";

export { loader } from "./loader.server";

export const meta = titleOf("objection");

export async function action({ request, params, context }: ActionFunctionArgs) {
  const read = await formOf(request, {});
  if (!read.ok) return unread("objection", read);
  const who = whoOf(context, keyed(context.door, context.visitor, read.key, { token: params.token }));
  return actingIn(context, "objection", async () => {
    const outcome = await objectByLink(context.door, who, params.token ?? "");
    if (!outcome) return turnAway(404);
    if (outcome.refused && outcome.refused !== "already-disputed")
      return portalRefused(context, "objection", outcome.refused);
    return json({});
  });
}

export default function Objection() {
  const { demo, done, ...page } = useLoaderData<typeof loader>();
  const acted = useActionData<{ problem?: Problem }>();
  const given = { ...page, problem: acted?.problem ?? null, news: proofNews(page.language, done), demo: demoOf(demo) };
  return page.about.disputed ? <ObjectedPage {...given} /> : <ObjectionPage {...given} />;
}

import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { objectByLink, readObjectionLink } from "~/desk/object-to-ticket.server";
import { portalPage } from "~/page.server";
import { acting, formOf, keyed, portalRefused, turnAway, unread } from "~/reply.server";
import { ObjectedPage } from "~/ui/portal/objected-page";
import { ObjectionPage } from "~/ui/portal/objection-page";
import type { Problem } from "~/ui/problem";
import { whoOf } from "~/visitor.server";
import { demoOf } from "../demo-bar";

export const meta: MetaFunction = () => [{ title: "Was this you? · Account help" }];

/** The page behind a notice's link; reading it changes nothing. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const about = await readObjectionLink(context.door, params.token ?? "");
  return about ? json({ ...(await portalPage(context)), about }) : turnAway(404);
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const read = await formOf(request, {});
  if (!read.ok) return unread("objection", read);
  const who = whoOf(context, keyed(context.door, context.visitor, read.key, { token: params.token }));
  return acting("objection", async () => {
    const outcome = await objectByLink(context.door, who, params.token ?? "");
    if (!outcome) return turnAway(404);
    if (outcome.refused && outcome.refused !== "already-disputed") return portalRefused("objection", outcome.refused);
    return json({ frozen: outcome.events.some((e) => e.type === "account.frozen") });
  });
}

export default function Objection() {
  const { about, formKey, zone, now, demo } = useLoaderData<typeof loader>();
  const acted = useActionData<{ frozen?: boolean; problem?: Problem }>();
  const bar = demoOf(demo);
  if (acted?.frozen !== undefined) return <ObjectedPage number={about.number} frozen={acted.frozen} demo={bar} />;
  if (about.refused) return <ObjectedPage number={about.number} frozen={false} demo={bar} />;
  return (
    <ObjectionPage {...about} now={now} zone={zone} formKey={formKey} problem={acted?.problem ?? null} demo={bar} />
  );
}

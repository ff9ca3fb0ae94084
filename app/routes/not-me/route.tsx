import { type ActionFunctionArgs, json, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readStop, stopByLink } from "~/desk/stop-account.server";
import { portalPage } from "~/page.server";
import { statusOf } from "~/refusal-status";
import { actingIn, formOf, keyed, turnAway, unread } from "~/reply.server";
import { NotMePage } from "~/ui/portal/not-me-page";
import type { Problem } from "~/ui/problem";
import { whoOf } from "~/visitor.server";
import { demoOf } from "../demo-bar";
import { titleOf } from "../portal-title";

export const meta = titleOf("objection");

/** Opening a link changes nothing: mail scanners open links. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const stop = (await readStop(context.door, whoOf(context), params.token ?? "")) ?? turnAway(404);
  return json({ ...(await portalPage(context)), stop }, { status: statusFor(stop.refused) });
}

/** Stops the account; said twice it is as good as said once. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const token = params.token ?? "";
  const read = await formOf(request, {});
  if (!read.ok) return unread("not-me", read);
  const who = whoOf(context, keyed(context.door, context.visitor, read.key, { token }));
  return actingIn(context, "not-me", async () => {
    const { refused } = (await stopByLink(context.door, who, token)) ?? turnAway(404);
    return json({ refused: refused ?? "already-stopped" }, { status: statusFor(refused) });
  });
}

const statusFor = (refused: string | null): number =>
  refused === null || refused === "already-stopped" ? 200 : statusOf(refused);

export default function NotMe() {
  const { stop, demo, ...page } = useLoaderData<typeof loader>();
  const acted = useActionData<{ refused?: string; problem?: Problem }>();
  const given = { ...page, ...stop, problem: acted?.problem ?? null };
  return <NotMePage {...given} refused={acted?.refused ?? stop.refused} demo={demoOf(demo)} />;
}

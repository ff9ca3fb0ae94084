import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { handOverTicket } from "~/desk/claim-ticket.server";
import { enterView } from "~/desk/view-list.server";
import { deskPage } from "~/page.server";
import { mayOpenTicket, readAgents, readToHandOver } from "~/read.server";
import { acting, formOf, keyed, refused, seeOther, turnAway, unread } from "~/reply.server";
import { HandOverScreen } from "~/ui/hand-over/hand-over-screen";
import type { Problem } from "~/ui/problem";
import { titles } from "~/ui/words/titles";
import { staffOf, whoOf } from "~/visitor.server";
import { demoOf } from "../demo-bar";
import { refOf } from "../ticket/act.server";
import { unlessForeign } from "../ticket/foreign.server";
import { id } from "../ticket/form";

export const meta: MetaFunction = () => [{ title: titles.handOver }];

/** A ticket's line before a supervisor, who hands it to an agent without opening it; the look is one at the list. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const line = (await readToHandOver(context.door, staffOf(context), Number(params.number))) ?? turnAway(404);
  await enterView(context.door, whoOf(context), "hand-over");
  return { ...(await deskPage(context)), line, agents: await readAgents(context.door, line.number) };
}

/** Hands it over; where that led to a ticket the supervisor may not open, the queue says so. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const ref = await refOf(context, params.number);
  const { door, visitor } = context;
  const number = Number(params.number);
  const mayOpen = () => mayOpenTicket(door, staffOf(context), number);
  const mayHand = async () => (await readToHandOver(door, staffOf(context), number)) !== null || (await mayOpen());
  return unlessForeign(mayHand, async () => {
    const read = await formOf(request, { to: id });
    if (!read.ok) return unread("hand-over", read);
    const who = whoOf(context, keyed(door, visitor, read.key, { ref, form: read.form }));
    return acting("hand-over", async () => {
      const done = await handOverTicket(door, who, ref, read.form.to);
      if (done.refused !== null) return refused("hand-over", done.refused, { typed: read.typed });
      return seeOther((await mayOpen()) ? `/tickets/${number}?done=hand-over` : "/queue?done=hand-over");
    });
  });
}

export default function HandOverPage() {
  const { desk, demo, line, agents } = useLoaderData<typeof loader>();
  const acted = useActionData<{ problem: Problem }>();
  return (
    <HandOverScreen desk={desk} line={line} agents={agents} problem={acted?.problem ?? null} demo={demoOf(demo)} />
  );
}

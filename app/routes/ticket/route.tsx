import type { MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { Problem } from "~/ui/problem";
import type { ShownValue } from "~/ui/ticket/reveal-panel";
import { TicketScreen } from "~/ui/ticket/ticket-screen";
import { newsOf } from "~/ui/words/news";
import { demoOf } from "../demo-bar";
import type { loader } from "./loader.server";

export { loader } from "./loader.server";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data && "ticket" in data ? `CS-${data.ticket.number} · Countersign` : "Countersign" },
];

export default function TicketPage() {
  const { desk, demo, ticket, agents, word, done } = useLoaderData<typeof loader>();
  const acted = useActionData<{ problem: Problem | null; revealed?: ShownValue }>();
  return (
    <TicketScreen
      desk={desk}
      ticket={ticket}
      agents={agents}
      word={word}
      problem={acted?.problem ?? null}
      revealed={acted?.revealed ?? null}
      news={newsOf(done)}
      demo={demoOf(demo)}
    />
  );
}

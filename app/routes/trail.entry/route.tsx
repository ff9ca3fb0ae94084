import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { viewEntry } from "~/desk/view-entry.server";
import { deskPage } from "~/page.server";
import { readEntry } from "~/read-trail.server";
import { turnAway } from "~/reply.server";
import { EntryScreen } from "~/ui/trail/entry-screen";
import { whoOf } from "~/visitor.server";
import { demoOf } from "../demo-bar";

export const meta: MetaFunction = () => [{ title: "Entry · Countersign" }];

export async function loader({ params, context }: LoaderFunctionArgs) {
  const seq = /^\d{1,15}$/.test(params.seq ?? "") ? Number(params.seq) : turnAway(404);
  const found = (await readEntry(context.door, seq)) ?? turnAway(404);
  const entered = await viewEntry(context.door, whoOf(context), seq);
  return entered.refused ? turnAway(403) : { ...(await deskPage(context)), ...found };
}

export default function EntryPage() {
  const { desk, demo, entry, size } = useLoaderData<typeof loader>();
  return <EntryScreen desk={desk} entry={entry} size={size} demo={demoOf(demo)} />;
}

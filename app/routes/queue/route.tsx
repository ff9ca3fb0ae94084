import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { queueViews } from "domain/view";
import { enterView } from "~/desk/view-list.server";
import { deskPage, parameter } from "~/page.server";
import { readQueue } from "~/read.server";
import { QueueScreen } from "~/ui/queue/queue-screen";
import { refusal } from "~/ui/words";
import { newsOf } from "~/ui/words/news";
import { staffOf, whoOf } from "~/visitor.server";
import { demoOf } from "../demo-bar";

export const meta: MetaFunction = () => [{ title: "Queue · Countersign" }];

/** One view of the queue, filtered by its address. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const asked = parameter(request, "view");
  const view = queueViews.find((v) => v === asked) ?? "all";
  const given = Object.fromEntries(
    ["tier", "loss", "region", "after", "before"].map((name) => [name, parameter(request, name)]),
  );
  await enterView(context.door, whoOf(context), view);
  const page = await readQueue(context.door, staffOf(context), { view, ...given });
  const refused = parameter(request, "refused") === "already-claimed" ? "already-claimed" : null;
  return { ...(await deskPage(context)), page, done: parameter(request, "done"), refused };
}

export default function QueuePage() {
  const { desk, demo, page, done, refused } = useLoaderData<typeof loader>();
  const news = refused ? ({ tone: "warn", sentence: refusal(refused) } as const) : newsOf(done);
  return <QueueScreen desk={desk} page={page} news={news} demo={demoOf(demo)} />;
}

import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { queueViews } from "domain/view";
import { enterView } from "~/desk/view-list.server";
import { deskPage, parameter } from "~/page.server";
import { readQueue } from "~/read.server";
import { QueueScreen } from "~/ui/queue/queue-screen";
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
  return { ...(await deskPage(context)), page: await readQueue(context.door, staffOf(context), { view, ...given }) };
}

export default function QueuePage() {
  const { desk, demo, page } = useLoaderData<typeof loader>();
  return <QueueScreen desk={desk} page={page} demo={demoOf(demo)} />;
}

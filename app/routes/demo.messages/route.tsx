import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { messages } from "~/demo.server";
import { portalPage } from "~/page.server";
import { MessagesPage } from "~/ui/demo/messages-page";
import { demoOf } from "../demo-bar";

export const meta: MetaFunction = () => [{ title: "Delivered messages · Countersign demo" }];

export async function loader({ context }: LoaderFunctionArgs) {
  const all = await messages(context.door);
  return { ...(await portalPage(context)), messages: all.map(({ text: _, ...m }) => m) };
}

export default function Messages() {
  const { messages, zone, now, demo } = useLoaderData<typeof loader>();
  return <MessagesPage messages={messages} zone={zone} now={now} demo={demoOf(demo)} />;
}

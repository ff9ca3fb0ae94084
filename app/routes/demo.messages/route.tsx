import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { messages, type Shown } from "~/demo.server";
import { portalPage } from "~/page.server";
import { firstWords } from "~/ui/demo/first-words";
import { MessagesPage } from "~/ui/demo/messages-page";
import { demoOf } from "../demo-bar";

export const meta: MetaFunction = () => [{ title: "Delivered messages · Countersign demo" }];

export async function loader({ context }: LoaderFunctionArgs) {
  const all = await messages(context.door);
  return { ...(await portalPage(context)), messages: all.map(listed) };
}

/** Of its text only the first words. */
const listed = ({ text, ...m }: Shown) => ({ ...m, ...firstWords({ subject: m.subject, text }) });

export default function Messages() {
  const { messages, zone, now, demo } = useLoaderData<typeof loader>();
  return <MessagesPage messages={messages} zone={zone} now={now} demo={demoOf(demo)} />;
}

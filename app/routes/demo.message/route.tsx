import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { messages } from "~/demo.server";
import { portalPage } from "~/page.server";
import { turnAway } from "~/reply.server";
import { MessagePage } from "~/ui/demo/message-page";
import { demoOf } from "../demo-bar";

export const meta: MetaFunction = () => [{ title: "A delivered message · Countersign demo" }];

export async function loader({ params, context }: LoaderFunctionArgs) {
  const message = (await messages(context.door)).find((m) => m.id === params.id) ?? turnAway(404);
  return { ...(await portalPage(context)), message };
}

export default function Message() {
  const { message, zone, demo } = useLoaderData<typeof loader>();
  return <MessagePage message={message} zone={zone} demo={demoOf(demo)} />;
}

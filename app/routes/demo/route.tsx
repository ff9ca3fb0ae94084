import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guideFacts } from "~/demo.server";
import { portalPage } from "~/page.server";
import { turnAway } from "~/reply.server";
import { GuidePage } from "~/ui/demo/guide-page";
import { demoOf } from "../demo-bar";

export const meta: MetaFunction = () => [{ title: "A guided path · Countersign demo" }];

export async function loader({ context }: LoaderFunctionArgs) {
  const facts = guideFacts(context.door) ?? turnAway(404);
  return { ...(await portalPage(context)), facts };
}

export default function Guide() {
  const { facts, demo } = useLoaderData<typeof loader>();
  return <GuidePage facts={facts} demo={demoOf(demo)} />;
}

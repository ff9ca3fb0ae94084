import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guideFacts } from "~/demo.server";
import { caseNow } from "~/desk/case.server";
import { refByNumber } from "~/facts.server";
import { portalPage } from "~/page.server";
import { turnAway } from "~/reply.server";
import { guideDone } from "~/ui/demo/guide-done";
import { GuidePage } from "~/ui/demo/guide-page";
import { demoOf } from "../demo-bar";

export const meta: MetaFunction = () => [{ title: "A guided path · Countersign demo" }];

export async function loader({ context }: LoaderFunctionArgs) {
  const { door } = context;
  const facts = guideFacts(door) ?? turnAway(404);
  const ref = await refByNumber(door, facts.number);
  const done = guideDone(ref && (await caseNow(door, ref)).ticket);
  return { ...(await portalPage(context)), facts, done };
}

export default function Guide() {
  const { facts, done, demo } = useLoaderData<typeof loader>();
  return <GuidePage facts={facts} done={done} demo={demoOf(demo)} />;
}

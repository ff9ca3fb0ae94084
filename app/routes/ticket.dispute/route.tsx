import type { MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { DisputeScreen } from "~/ui/disputes/dispute-screen";
import type { Problem } from "~/ui/problem";
import { demoOf } from "../demo-bar";
import type { loader } from "./loader.server";

export { loader } from "./loader.server";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data && "dispute" in data ? `CS-${data.dispute.number}, dispute · Countersign` : "Countersign" },
];

export default function DisputePage() {
  const { desk, demo, dispute } = useLoaderData<typeof loader>();
  const acted = useActionData<{ problem: Problem }>();
  return <DisputeScreen desk={desk} dispute={dispute} problem={acted?.problem ?? null} demo={demoOf(demo)} />;
}

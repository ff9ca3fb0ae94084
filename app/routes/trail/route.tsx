import type { MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { Problem } from "~/ui/problem";
import { TrailScreen } from "~/ui/trail/trail-screen";
import { demoOf } from "../demo-bar";
import type { loader } from "./loader.server";

export { loader } from "./loader.server";

export const meta: MetaFunction = () => [{ title: "Trail · Countersign" }];

export default function TrailPage() {
  const { desk, demo, page } = useLoaderData<typeof loader>();
  const acted = useActionData<{ problem: Problem }>();
  return <TrailScreen desk={desk} page={page} problem={acted?.problem ?? null} demo={demoOf(demo)} />;
}

import type { MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ErasureScreen } from "~/ui/erasures/erasure-screen";
import type { Problem } from "~/ui/problem";
import { demoOf } from "../demo-bar";
import type { loader } from "./loader.server";

export { loader } from "./loader.server";

export const meta: MetaFunction = () => [{ title: "Erasure · Countersign" }];

export default function ErasurePage() {
  const { desk, demo, view, done } = useLoaderData<typeof loader>();
  const acted = useActionData<{ problem: Problem }>();
  return <ErasureScreen desk={desk} view={view} problem={acted?.problem ?? null} done={done} demo={demoOf(demo)} />;
}

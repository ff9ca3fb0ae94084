import type { MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { Problem } from "~/ui/problem";
import { SafetyScreen } from "~/ui/safety/safety-screen";
import { demoOf } from "../demo-bar";
import type { loader } from "./loader.server";

export { loader } from "./loader.server";

export const meta: MetaFunction = () => [{ title: "Safety · Countersign" }];

export default function SafetyPage() {
  const { desk, demo, safety, further, done } = useLoaderData<typeof loader>();
  const acted = useActionData<{ problem: Problem }>();
  return (
    <SafetyScreen
      desk={desk}
      safety={safety}
      further={further}
      done={done}
      problem={acted?.problem ?? null}
      demo={demoOf(demo)}
    />
  );
}

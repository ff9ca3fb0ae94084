import type { MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { FlagsScreen } from "~/ui/flags/flags-screen";
import type { Problem } from "~/ui/problem";
import { demoOf } from "../demo-bar";
import type { loader } from "./loader.server";

export { loader } from "./loader.server";

export const meta: MetaFunction = () => [{ title: "Flags · Countersign" }];

export default function FlagsPage() {
  const { desk, demo, rows, next, further, done } = useLoaderData<typeof loader>();
  const acted = useActionData<{ problem: Problem }>();
  return (
    <FlagsScreen
      desk={desk}
      rows={rows}
      next={next}
      further={further}
      done={done}
      problem={acted?.problem ?? null}
      demo={demoOf(demo)}
    />
  );
}

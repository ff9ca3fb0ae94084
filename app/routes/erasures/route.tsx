import type { MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { type ErasureFind, ErasuresScreen } from "~/ui/erasures/erasures-screen";
import type { Problem } from "~/ui/problem";
import { demoOf } from "../demo-bar";
import type { loader } from "./loader.server";

export { loader } from "./loader.server";

export const meta: MetaFunction = () => [{ title: "Erasures · Countersign" }];

export default function ErasuresPage() {
  const { desk, demo, lists, further } = useLoaderData<typeof loader>();
  const acted = useActionData<{ problem: Problem | null; find?: ErasureFind }>();
  return (
    <ErasuresScreen
      desk={desk}
      lists={lists}
      further={further}
      problem={acted?.problem ?? null}
      find={acted?.find ?? null}
      demo={demoOf(demo)}
    />
  );
}

import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { deskPage, parameter } from "~/page.server";
import { readPolicies } from "~/read-policies.server";
import { PoliciesScreen } from "~/ui/policies/policies-screen";
import { titles } from "~/ui/words/titles";
import { staffOf } from "~/visitor.server";
import { demoOf } from "../demo-bar";

export const meta: MetaFunction = () => [{ title: titles.policies }];

/** The policy in force, the draft that waits, and what was in force before, from where the cursor says. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const before = parameter(request, "before");
  const page = await readPolicies(context.door, staffOf(context), before);
  return { ...(await deskPage(context)), page, further: before !== null, done: parameter(request, "done") };
}

export default function PoliciesPage() {
  const { desk, demo, page, further, done } = useLoaderData<typeof loader>();
  return <PoliciesScreen desk={desk} page={page} further={further} done={done} demo={demoOf(demo)} />;
}

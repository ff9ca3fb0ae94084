import type { MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { Problem } from "~/ui/problem";
import { PurchaseScreen } from "~/ui/ticket/purchase-screen";
import { demoOf } from "../demo-bar";
import type { loader } from "./loader.server";

export { loader } from "./loader.server";

export const meta: MetaFunction = () => [{ title: "Proof of purchase · Countersign" }];

export default function PurchasePage() {
  const { demo, ...page } = useLoaderData<typeof loader>();
  const acted = useActionData<{ problem: Problem }>();
  return <PurchaseScreen {...page} problem={acted?.problem ?? null} demo={demoOf(demo)} />;
}

import type { MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { DeliveriesScreen } from "~/ui/deliveries/deliveries-screen";
import type { Problem } from "~/ui/problem";
import { demoOf } from "../demo-bar";
import type { loader } from "./loader.server";

export { loader } from "./loader.server";

export const meta: MetaFunction = () => [{ title: "Deliveries · Countersign" }];

export default function DeliveriesRoute() {
  const { desk, demo, page, further, done } = useLoaderData<typeof loader>();
  const acted = useActionData<{ problem: Problem }>();
  return (
    <DeliveriesScreen
      desk={desk}
      page={page}
      further={further}
      done={done}
      problem={acted?.problem ?? null}
      demo={demoOf(demo)}
    />
  );
}

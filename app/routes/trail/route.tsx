import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { TrailScreen } from "~/ui/trail/trail-screen";
import { demoOf } from "../demo-bar";
import type { loader } from "./loader.server";

export { loader } from "./loader.server";

export const meta: MetaFunction = () => [{ title: "Trail · Countersign" }];

export default function TrailPage() {
  const { demo, ...shown } = useLoaderData<typeof loader>();
  return <TrailScreen {...shown} demo={demoOf(demo)} />;
}

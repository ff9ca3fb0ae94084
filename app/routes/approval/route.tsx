import type { MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { PacketScreen } from "~/ui/approvals/packet-screen";
import type { Problem } from "~/ui/problem";
import { demoOf } from "../demo-bar";
import type { loader } from "./loader.server";

export { loader } from "./loader.server";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data && "packet" in data ? `CS-${data.packet.number}, packet · Countersign` : "Countersign" },
];

export default function ApprovalPage() {
  const { desk, demo, packet } = useLoaderData<typeof loader>();
  const acted = useActionData<{ problem: Problem }>();
  return <PacketScreen desk={desk} packet={packet} problem={acted?.problem ?? null} demo={demoOf(demo)} />;
}

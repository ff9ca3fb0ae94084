import { useLoaderData } from "@remix-run/react";
import { portalPage } from "~/page.server";
import { HelpPage } from "~/ui/portal/help-page";
import type { Context } from "~/visitor.server";
import { demoOf } from "../demo-bar";
import { titleOf } from "../portal-title";

export const meta = titleOf("help");

export const loader = ({ context }: { context: Context }) => portalPage(context);

/** The public start. */
export default function Help() {
  const { demo } = useLoaderData<typeof loader>();
  return <HelpPage demo={demoOf(demo)} />;
}

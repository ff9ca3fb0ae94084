import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { portalPage } from "~/page.server";
import { HelpPage } from "~/ui/portal/help-page";
import { helpWords } from "~/ui/words/help";
import type { Context } from "~/visitor.server";
import { demoOf } from "../demo-bar";

export const loader = async ({ context }: { context: Context }) => ({
  ...(await portalPage(context)),
  language: context.language,
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: helpWords[data?.language ?? "en"].tab }];

/** The public start. */
export default function Help() {
  const { demo } = useLoaderData<typeof loader>();
  return <HelpPage demo={demoOf(demo)} />;
}

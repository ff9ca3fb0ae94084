import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { viewExports } from "~/desk/download-export.server";
import { deskPage, parameter } from "~/page.server";
import { readExports } from "~/read-exports.server";
import { trailSize } from "~/read-trail.server";
import { turnAway } from "~/reply.server";
import { ExportsScreen } from "~/ui/exports/exports-screen";
import type { Problem } from "~/ui/problem";
import { whoOf } from "~/visitor.server";
import { demoOf } from "../demo-bar";
import { filterOf } from "../trail/filter";

export { action } from "./act.server";

export const meta: MetaFunction = () => [{ title: "Exports · Countersign" }];

/** The bundles that were made; nothing is looked up for a page that a file is sent in place of. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  if (context.file) return null;
  if ((await viewExports(context.door, whoOf(context), null)).refused) return turnAway(403);
  const cursor = parameter(request, "before") ?? parameter(request, "after");
  // A form that was refused comes back with the search it was made for, which its address names.
  const filter = filterOf(Object.fromEntries(new URL(request.url).searchParams));
  const page = await readExports(context.door, cursor);
  return { ...(await deskPage(context)), page, filter, size: await trailSize(context.door) };
}

export default function ExportsPage() {
  const data = useLoaderData<typeof loader>();
  const acted = useActionData<{ problem: Problem }>();
  if (data === null) return null;
  const { desk, demo, ...shown } = data;
  return <ExportsScreen desk={desk} {...shown} problem={acted?.problem ?? null} demo={demoOf(demo)} />;
}

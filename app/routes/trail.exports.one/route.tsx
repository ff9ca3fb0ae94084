import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { viewExports } from "~/desk/download-export.server";
import { deskPage } from "~/page.server";
import { readExport } from "~/read-exports.server";
import { turnAway } from "~/reply.server";
import { ExportScreen, isUnderWay } from "~/ui/exports/export-screen";
import { whoOf } from "~/visitor.server";
import { demoOf } from "../demo-bar";

export const meta: MetaFunction = () => [{ title: "Export · Countersign" }];

const refreshSeconds = 2;

/** One bundle's progress; the page comes back by itself until it is done, scripts or not; coming back is no new look and prolongs no session. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const view = (await readExport(context.door, params.id ?? "")) ?? turnAway(404);
  if (!context.live && (await viewExports(context.door, whoOf(context), view.id)).refused) return turnAway(403);
  const headers = isUnderWay(view) ? { Refresh: `${refreshSeconds}; url=/trail/exports/${view.id}?live` } : undefined;
  return json({ ...(await deskPage(context)), view }, { headers });
}

export const headers = ({ loaderHeaders }: { loaderHeaders: Headers }): Headers => loaderHeaders;

export default function ExportPage() {
  const { desk, demo, view } = useLoaderData<typeof loader>();
  return <ExportScreen desk={desk} view={view} demo={demoOf(demo)} />;
}

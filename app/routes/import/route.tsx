import { json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { viewImport } from "~/desk/view-import.server";
import { deskPage } from "~/page.server";
import { readImport, readImportAsked } from "~/read-imports.server";
import { turnAway } from "~/reply.server";
import { ImportScreen, isRunning } from "~/ui/imports/import-screen";
import { whoOf } from "~/visitor.server";
import { demoOf } from "../demo-bar";

export const meta: MetaFunction = () => [{ title: "Import · Countersign" }];

const refreshSeconds = 2;

/** One import's progress; the page comes back by itself while there is something to wait for, scripts or not; coming back prolongs no session. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const view = (await readImport(context.door, params.id ?? "")) ?? turnAway(404);
  // A page that looks at itself again is nobody's look.
  if (!context.live) await viewImport(context.door, whoOf(context), view.id);
  const headers = isRunning(view)
    ? { Refresh: `${refreshSeconds}; url=/imports/${encodeURIComponent(params.id ?? "")}?live` }
    : undefined;
  const asked = await readImportAsked(context.door, view.id);
  return json({ ...(await deskPage(context)), view, asked }, { headers });
}

export const headers = ({ loaderHeaders }: { loaderHeaders: Headers }): Headers => loaderHeaders;

export default function ImportPage() {
  const { desk, demo, view, asked } = useLoaderData<typeof loader>();
  return <ImportScreen desk={desk} view={view} asked={asked} demo={demoOf(demo)} />;
}

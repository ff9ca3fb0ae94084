import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { queueImport } from "~/desk/queue-import.server";
import { deskPage } from "~/page.server";
import { readImports } from "~/read-imports.server";
import { seeOther } from "~/reply.server";
import { ImportsScreen } from "~/ui/imports/imports-screen";
import { directoryOf } from "~/upload.server";
import { whoOf } from "~/visitor.server";
import { demoOf } from "../demo-bar";

export const meta: MetaFunction = () => [{ title: "Directory imports · Countersign" }];

export async function loader({ context }: LoaderFunctionArgs) {
  return { ...(await deskPage(context)), imports: await readImports(context.door) };
}

/** Takes the four files as they stream in; the worker checks and loads them. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { folder } = await directoryOf(request, context.door.config.uploadDir);
  return seeOther(`/imports/${await queueImport(context.house, whoOf(context), folder)}`);
}

export default function ImportsPage() {
  const { desk, demo, imports } = useLoaderData<typeof loader>();
  return <ImportsScreen desk={desk} imports={imports} problem={null} demo={demoOf(demo)} />;
}

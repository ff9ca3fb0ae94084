import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { queueImport } from "~/desk/queue-import.server";
import { deskPage } from "~/page.server";
import { readImports } from "~/read-imports.server";
import { acting, keyed, seeOther } from "~/reply.server";
import { ImportsScreen } from "~/ui/imports/imports-screen";
import type { Problem } from "~/ui/problem";
import { directoryOf } from "~/upload.server";
import { whoOf } from "~/visitor.server";
import { demoOf } from "../demo-bar";

export const meta: MetaFunction = () => [{ title: "Directory imports · Countersign" }];

export async function loader({ context }: LoaderFunctionArgs) {
  return { ...(await deskPage(context)), imports: await readImports(context.door) };
}

/** Takes the four files as they stream in; the worker checks and loads them. */
export async function action({ request, context }: ActionFunctionArgs) {
  const upload = await directoryOf(request, context.door.config.uploadDir);
  const sent = keyed(context.door, context.visitor, upload.key, { directory: upload.digest });
  return acting("import", async () =>
    seeOther(`/imports/${await queueImport(context.house, whoOf(context), upload.folder, sent)}`),
  );
}

export default function ImportsPage() {
  const { desk, demo, imports } = useLoaderData<typeof loader>();
  const acted = useActionData<{ problem?: Problem }>();
  return <ImportsScreen desk={desk} imports={imports} problem={acted?.problem ?? null} demo={demoOf(demo)} />;
}

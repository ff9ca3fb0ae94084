import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { askImport } from "~/desk/ask-import.server";
import { nameOfUpload, uploadNamed } from "~/desk/kept-upload.server";
import { deskPage } from "~/page.server";
import { readWaitingJobs } from "~/read-directory.server";
import { readImports } from "~/read-imports.server";
import { acting, keyed, refused, seeOther, turnAway } from "~/reply.server";
import { ImportsScreen } from "~/ui/imports/imports-screen";
import type { Problem } from "~/ui/problem";
import { directoryOf } from "~/upload.server";
import { whoOf } from "~/visitor.server";
import { demoOf } from "../demo-bar";

export const meta: MetaFunction = () => [{ title: "Directory imports · Countersign" }];

export async function loader({ context }: LoaderFunctionArgs) {
  const { door } = context;
  return { ...(await deskPage(context)), imports: await readImports(door), waiting: await readWaitingJobs(door) };
}

/** Takes the four files as they stream in, a reason and a fresh code; the worker checks and loads them. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { door, house, visitor } = context;
  const { key, files, kept, reason, code } = await directoryOf(request, door.config.uploadDir);
  const upload = files ?? (await uploadNamed(door, visitor.actor, kept));
  if (!upload) return kept === "" ? turnAway(400) : refused("import", "files-gone", { command });
  const sent = keyed(door, visitor, key, { directory: upload.digest, reason, code });
  const form = { folder: upload.folder, kept: files === null, files: upload.digest, reason, code };
  return acting("import", async () => {
    const asked = await askImport(house, { ...whoOf(context), key: sent }, form);
    if (asked.refused === null) return seeOther(`/imports/${asked.import}`);
    const typed = { reason, kept: nameOfUpload(door, visitor.actor, upload) };
    return refused("import", asked.refused, { typed, ...aboutRefusal(asked.refused) });
  });
}

const command = "directory.import";

const aboutRefusal = (reason: string) =>
  reason === "reason-missing" ? { field: "reason", command } : { field: "code", command: "staff.step-up" };

export default function ImportsPage() {
  const { desk, demo, imports, waiting } = useLoaderData<typeof loader>();
  const acted = useActionData<{ problem?: Problem }>();
  const bar = demoOf(demo);
  return <ImportsScreen desk={desk} imports={imports} waiting={waiting} problem={acted?.problem ?? null} demo={bar} />;
}

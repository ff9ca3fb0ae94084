import type { LoaderFunctionArgs } from "@remix-run/node";
import { downloadExport } from "~/desk/download-export.server";
import { turnAway } from "~/reply.server";
import { fileAnswer } from "~/send-file.server";
import { whoOf } from "~/visitor.server";

/** The zip of a finished bundle; that it was taken is an entry. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const id = params.id ?? "";
  const file = (await downloadExport(context.door, whoOf(context), id)) ?? turnAway(404);
  if (file.refused !== null) return turnAway(403);
  const { bytes, stream } = file;
  return fileAnswer(context, { name: `trail-${id.slice(0, 8)}.zip`, type: "application/zip", bytes, data: stream });
}

import { Readable } from "node:stream";
import { createReadableStreamFromReadable, type LoaderFunctionArgs } from "@remix-run/node";
import { readImport, refusedRows } from "~/read-imports.server";
import { turnAway } from "~/reply.server";

/** The refused rows of an import, as a file: which file, which line, why. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const view = (await readImport(context.door, params.id ?? "")) ?? turnAway(404);
  const headers = {
    "Content-Type": "text/csv; charset=utf-8",
    "Content-Disposition": 'attachment; filename="refused.csv"',
    "Cache-Control": "no-store",
  };
  return new Response(createReadableStreamFromReadable(Readable.from(refusedRows(context.door, view.id))), { headers });
}

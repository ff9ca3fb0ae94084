import { Readable } from "node:stream";
import { type ActionFunctionArgs, createReadableStreamFromReadable, type LoaderFunctionArgs } from "@remix-run/node";
import { exportFormats, filterDigest } from "domain/export";
import { z } from "zod";
import { exportTrail } from "~/desk/export-trail.server";
import { stepOf, stepUp } from "~/desk/step-up.server";
import { acting, formOf, keyed, refused, text, unread } from "~/reply.server";
import { whoOf } from "~/visitor.server";
import { filterOf, filterShape } from "../trail/filter";
import { loader as trail } from "../trail/loader.server";

export { default } from "../trail/route";

/** Nothing is searched for a page that a file is sent in place of. */
export const loader = async (args: LoaderFunctionArgs) => (args.context.file ? null : trail(args));

const shape = { ...filterShape, format: z.enum(exportFormats), reason: text(500), code: text(20) };

/** Streams the export: a fresh code bound to this filter, then the entry, then the lines. */
export async function action({ request, context }: ActionFunctionArgs) {
  const read = await formOf(request, shape);
  if (!read.ok) return unread("export", read);
  const { format, reason, code, ...given } = read.form;
  const filter = filterOf(given);
  const who = whoOf(context, keyed(context.door, context.visitor, read.key, read.form));
  return acting("export", async () => {
    const made = await stepUp(context.door, stepOf(who), { act: "export", object: filterDigest(filter), code });
    if (made.refused !== null)
      return refused("export", made.refused, { typed: read.typed, field: "code", command: "staff.step-up" });
    const out = await exportTrail(context.door, who, { filter, format, reason, stepUp: made.stepUp });
    if (out.refused !== null) return refused("export", out.refused, { typed: read.typed, field: "reason" });
    const headers = {
      "Content-Type": types[format],
      "Content-Disposition": `attachment; filename="trail-${out.size}.${format}"`,
      "Cache-Control": "no-store",
    };
    context.file = new Response(createReadableStreamFromReadable(Readable.from(out.stream)), { headers });
    return null;
  });
}

const types = { csv: "text/csv; charset=utf-8; header=present", jsonl: "application/jsonl; charset=utf-8" } as const;

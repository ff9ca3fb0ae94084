import type { ActionFunctionArgs } from "@remix-run/node";
import { filterDigest, type LineFormat } from "domain/export";
import type { TrailFilter } from "domain/view";
import { askBundle } from "~/desk/ask-bundle.server";
import type { Who } from "~/desk/case.server";
import { exportTrail } from "~/desk/export-trail.server";
import { stepOf, stepUp } from "~/desk/step-up.server";
import { acting, formOf, keyedByContent, refused, seeOther, unread } from "~/reply.server";
import { fileAnswer } from "~/send-file.server";
import { type Context, whoOf } from "~/visitor.server";
import { filterOf } from "../trail/filter";
import { exportShape, fieldFor, olderOf, renderingsOf } from "./form";

/** Exports: a fresh code bound to this filter, then the entry; then a bundle is left for the worker, or the lines are streamed. */
export async function action({ request, context }: ActionFunctionArgs) {
  const read = await formOf(request, exportShape);
  if (!read.ok) return unread("export", read);
  const { form, typed } = read;
  const filter = filterOf(form);
  const who = whoOf(context, keyedByContent(context.door, context.visitor, read.key, form));
  return acting("export", async () => {
    const act = { act: "export", object: filterDigest(filter), code: form.code };
    const made = await stepUp(context.door, stepOf(who), act);
    if (made.refused !== null)
      return refused("export", made.refused, { typed, field: "code", command: "staff.step-up" });
    const asked = { filter, reason: form.reason, stepUp: made.stepUp };
    const { format } = form;
    const out =
      format === "bundle" || format === "ticket"
        ? await askBundle(context.door, who, {
            ...{ ...asked, ticketAlone: format === "ticket" },
            ...{ renderings: renderingsOf(form), older: olderOf(form.older) },
          })
        : await sendLines(context, who, { ...asked, format });
    if (out.refused !== null)
      return refused("export", out.refused, { typed, field: fieldFor(out.refused), command: "trail.export" });
    return context.file ? null : seeOther(`/trail/exports/${out.export}`);
  });
}

async function sendLines(
  context: Context,
  who: Who,
  form: { filter: TrailFilter; reason: string; stepUp: string; format: LineFormat },
) {
  const out = await exportTrail(context.door, who, form);
  if (out.refused !== null) return out;
  const { format } = form;
  context.file = fileAnswer(context, { name: `trail-${out.size}.${format}`, type: types[format], data: out.stream });
  return out;
}

const types = { csv: "text/csv; charset=utf-8; header=present", jsonl: "application/jsonl; charset=utf-8" } as const;

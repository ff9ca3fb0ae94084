import { lineFormats, type Rendering, renderings } from "domain/export";
import { z } from "zod";
import { text, tick } from "~/reply.server";
import { filterShape } from "../trail/filter";

/** What an export is asked for with, beside the filter. */
export const exportShape = {
  ...filterShape,
  format: z.enum([...lineFormats, "bundle", "ticket"]),
  csv: tick(),
  ocsf: tick(),
  ecs: tick(),
  cef: tick(),
  older: text(16),
  reason: text(500),
  code: text(20),
};

/** The size of the checkpoint the auditor holds: null where none was typed, 0 for what is no number. */
export function olderOf(typed: string): number | null {
  const trimmed = typed.replaceAll(/[\s,.]/g, "");
  if (trimmed === "") return null;
  return /^\d{1,15}$/.test(trimmed) ? Number(trimmed) : 0;
}

export const renderingsOf = (form: Record<Rendering, boolean>): Rendering[] => renderings.filter((r) => form[r]);

/** The field that a refusal is about. */
export function fieldFor(reason: string): string {
  if (reason.startsWith("older-")) return "older";
  return reason === "no-such-ticket" || reason === "filter-not-an-id" ? "format" : "reason";
}

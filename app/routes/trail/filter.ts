import { isFilterTime } from "domain/export";
import type { TrailFilter } from "domain/view";
import { z } from "zod";

const short = z.string().max(120).optional();

/** The fields of a trail filter as an address or a form carries them, all of them text. */
export const filterShape = {
  actor: short,
  type: short,
  ticket: short,
  account: short,
  outcome: short,
  from: short,
  to: short,
};

type Given = { [K in keyof typeof filterShape]?: string | undefined };

/** A filter from such fields; what cannot be one counts as absent. */
export function filterOf(given: Given): TrailFilter {
  const value = (name: keyof Given) => given[name]?.trim() || null;
  const number = /^(?:CS-?)?(\d{1,12})$/i.exec(value("ticket") ?? "")?.[1];
  const outcome = (["ok", "denied", "error"] as const).find((o) => o === value("outcome")) ?? null;
  return {
    actor: value("actor"),
    type: value("type"),
    // What is no number is no ticket's: it finds nothing, rather than everything.
    ticket: number ? Number(number) : value("ticket") === null ? null : 0,
    account: value("account"),
    outcome,
    from: dateOf(value("from")),
    to: dateOf(value("to")),
  };
}

/** A date, or a time in UTC; anything else is no bound. */
const dateOf = (text: string | null): string | null => (text && isFilterTime(text) ? text : null);

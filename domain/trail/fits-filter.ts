import type { Manifest } from "./bundle";
import type { Entry } from "./entry";

/** Why an entry is none that its bundle was asked for, or null; it remembers which ticket the entries are of. */
export type FitsFilter = (entry: Entry) => string | null;

/**
 * Holds the entries a bundle shows against the filter its manifest states. Groups of types and times of day without a zone are
 * the desk's own words and are not judged; a ticket is a number there and an id here, so its entries only have to be of one.
 */
export function fitsFilter({ kind, filter }: Manifest): FitsFilter {
  const exact = filter.type !== null && /\.|^refused$/.test(filter.type) ? filter.type : null;
  const [from, to] = [timeIn(filter.from, "T00:00:00.000Z"), timeIn(filter.to, "T23:59:59.999Z")];
  const isEndIncluded = isDay(filter.to);
  let ticket: string | null = null;
  return (entry) => {
    const { account, actor, outcome } = filter;
    if (account !== null && entry.subject !== account) return "account";
    if (actor !== null && entry.actor.id !== actor) return "actor";
    if (outcome !== null && entry.outcome !== outcome) return "outcome";
    if (exact !== null && entry.type !== exact) return "type";
    if (from !== null && entry.at < from) return "from";
    if (to !== null && (isEndIncluded ? entry.at > to : entry.at >= to)) return "to";
    if (filter.ticket === null && kind !== "ticket") return null;
    ticket ??= entry.object;
    return ticket === null || entry.object !== ticket ? "ticket" : null;
  };
}

/** What a manifest's filter cannot be for its kind of bundle, or null: whatever narrows nothing withholds nothing. */
export function filterProblem({ kind, filter }: Manifest): string | null {
  const narrows = Object.entries(filter).flatMap(([name, value]) => (value === null ? [] : [name]));
  if (kind === "full") return narrows.length === 0 ? null : "a full bundle has a filter";
  if (kind === "ticket")
    return narrows.join() === "ticket" ? null : "a ticket's bundle is narrowed by its ticket alone";
  return narrows.length > 0 ? null : "a filtered bundle has no filter";
}

const isDay = (text: string | null): boolean => text !== null && /^\d{4}-\d\d-\d\d$/.test(text);

/** A bound written as entries write times; null for none, or one in another form. */
function timeIn(text: string | null, ofDay: string): string | null {
  if (text === null) return null;
  if (isDay(text)) return `${text}${ofDay}`;
  const [, minute, second = ":00", fraction = ".000"] =
    /^(\d{4}-\d\d-\d\dT\d\d:\d\d)(:\d\d)?(\.\d{3})?Z$/.exec(text) ?? [];
  return minute === undefined ? null : `${minute}${second}${fraction}Z`;
}

import type { TrailFilter } from "domain/view";

/** The fields of a filter that are set, as the address and the export form carry them. */
export function filterFields(filter: TrailFilter): [name: keyof TrailFilter, value: string][] {
  return (Object.keys(filter) as (keyof TrailFilter)[]).flatMap((name) => {
    const value = filter[name];
    return value === null || value === "" ? [] : [[name, String(value)] as [keyof TrailFilter, string]];
  });
}

/** Whether anything narrows the trail. */
export const isFiltered = (filter: TrailFilter): boolean => filterFields(filter).length > 0;

/** A filter as the query of an address, with its question mark; empty for none. */
export function searchOf(filter: TrailFilter): string {
  const query = new URLSearchParams(filterFields(filter)).toString();
  return query === "" ? "" : `?${query}`;
}

/** The address of another page of the same search. */
export function pageHref(filter: TrailFilter, cursor: { before: string } | { after: string }): string {
  return `/trail?${new URLSearchParams([...filterFields(filter), ...Object.entries(cursor)])}`;
}

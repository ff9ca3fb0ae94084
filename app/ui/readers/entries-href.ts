import type { EventType } from "domain/event";
import type { ReadingKind } from "domain/readings";

/** What is counted in a column of its own; searches that found nothing stand with the searches. */
export type Counted = Exclude<ReadingKind, "miss">;

const typeOf: Record<Counted, EventType> = {
  search: "account.searched",
  ticket: "ticket.viewed",
  packet: "packet.opened",
  photo: "photo.viewed",
  purchase: "purchase.viewed",
  reveal: "value.revealed",
  trail: "trail.searched",
  entry: "entry.viewed",
  export: "trail.exported",
  download: "export.downloaded",
  account: "account.viewed",
  import: "import.viewed",
  readers: "readers.viewed",
};
export const countedKinds = Object.keys(typeOf) as Counted[];

/** The trail, filtered to just the entries that a number counts. */
export function entriesHref(of: {
  actor: string;
  type: Counted | "all-reads" | "reads-outside";
  from: string;
  to: string;
}): string {
  const type = of.type === "all-reads" || of.type === "reads-outside" ? of.type : typeOf[of.type];
  return `/trail?${new URLSearchParams({ actor: of.actor, type, from: of.from, to: of.to })}`;
}

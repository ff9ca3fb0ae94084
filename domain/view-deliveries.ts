import type { EventData } from "./event";
import type { ContactKind } from "./loss";
import type { Template } from "./message";
import type { Instant } from "./time";

export type DeliveriesView = EventData["deliveries.viewed"]["view"];

/** How messages go out by mail, or by text. */
export interface ChannelHealth {
  kind: ContactKind;
  /** Whether there is a server to hand them to. */
  isSetUp: boolean;
  lastAccepted: Instant | null;
  lastFailure: Instant | null;
  waiting: { n: number; capped: boolean };
  /** Since when the longest waiting one is due, or null. */
  oldestDue: Instant | null;
}
/** A message that did not arrive, or waits: what kind it is and where it went, but nothing of its ticket. */
export interface DeliveryLine {
  id: string;
  /** By which servers outside speak of it. */
  handle: string;
  template: Template;
  kind: ContactKind;
  mask: string;
  /** When it was asked for. */
  askedAt: Instant;
  /** When it failed for good or came back; null while it waits. */
  failedAt: Instant | null;
  /** When it is tried next; null once it failed for good. */
  dueAt: Instant | null;
  bounced: boolean;
  tries: number;
  /** In a sentence of ours without an address, or null while it was not tried. */
  why: string | null;
  /** What the server calls it, where it said so. */
  reference: string | null;
}
export interface DeliveriesPage {
  view: DeliveriesView;
  channels: ChannelHealth[];
  lines: DeliveryLine[];
  /** Keyset cursor of the next page, or null. */
  next: string | null;
}

import { channelHealth, countFailed, failedPage, longWaitingPage, type OutboxPage } from "db/read/deliveries";
import type { Template } from "domain/message";
import { type Instant, instantOf } from "domain/time";
import type { Viewer } from "domain/view";
import { noMask } from "domain/view-case";
import type { ChannelHealth, DeliveriesPage, DeliveriesView, DeliveryLine } from "domain/view-deliveries";
import { type Door, handleOf } from "./door.server";
import { masksOf } from "./facts.server";

export { handleOf } from "./door.server";

/** How messages go out, and those that did not: only for admins, who see masks and no ticket. */
export async function readDeliveries(
  door: Door,
  viewer: Viewer,
  { view, cursor }: { view: DeliveriesView; cursor: string | null },
): Promise<DeliveriesPage> {
  if (viewer.role !== "admin") return { view, channels: [], lines: [], next: null };
  const page = view === "failed" ? failedPage : longWaitingPage;
  const [channels, { rows, next }] = await Promise.all([channelsOf(door), page(door.reader, cursor, door.clock.now())]);
  const masks = await masksOf(door, [...new Set(rows.map((row) => row.contact_id))]);
  return { view, channels, lines: rows.map((row) => lineOf(row, masks)), next };
}

/** How many messages failed for good. */
export const failedMessages = (door: Door): Promise<ChannelHealth["waiting"]> => countFailed(door.reader);

async function channelsOf({ reader, config }: Door): Promise<ChannelHealth[]> {
  const [email, phone] = await Promise.all([channelHealth(reader, "email"), channelHealth(reader, "phone")]);
  return [
    { ...email, isSetUp: config.mailUrl !== null },
    { ...phone, isSetUp: config.smsUrl !== null },
  ];
}

function lineOf(row: OutboxPage["rows"][number], masks: Map<string, string>): DeliveryLine {
  const at = (iso: string | null): Instant | null => (iso === null ? null : instantOf(iso));
  return {
    id: row.id,
    handle: handleOf(row.id),
    template: row.template as Template,
    kind: row.kind === "phone" ? "phone" : "email",
    mask: masks.get(row.contact_id) ?? noMask,
    askedAt: instantOf(row.created_at),
    failedAt: at(row.failed_at),
    dueAt: row.failed_at === null ? instantOf(row.due_at) : null,
    bounced: row.failed_at !== null && row.done_at !== null,
    tries: row.attempts,
    why: row.error,
    reference: row.reference,
  };
}

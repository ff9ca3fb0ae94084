import { destinationOf } from "domain/check-code";
import type { AccountNews } from "domain/event";
import type { TicketTemplate as Template } from "domain/message";
import { settleAccountMessage } from "domain/notify-account";
import { settleMessage } from "domain/reset";
import { safetyOf } from "domain/safety";
import type { Actor } from "domain/staff";
import type { Ticket } from "domain/ticket";
import { hours, instantOf, type Millis, minutes, seconds } from "domain/time";
import { accountWordingOf } from "~/delivery/account-words";
import { codeWording, linkWording } from "~/delivery/forgotten-words";
import { type Deliver, type Outgoing, Undeliverable } from "~/delivery/port.server";
import { type Facts, type Wording, wordingOf } from "~/delivery/words";
import {
  claimDue,
  type Door,
  type House,
  leaseMs,
  markDone,
  markFailed,
  markRetry,
  release,
  type Waiting,
} from "~/door.server";
import { deliveryNow, masksOf } from "~/facts.server";
import { caseNow, type Where } from "./case.server";
import { eachAlone } from "./each-alone.server";
import { forgottenCode, newPasswordPath, objectionPath, resetPath } from "./links.server";
import { stopPath } from "./stop-link.server";

export const worker: Actor = { id: "worker", role: "worker", auth: "none", session: null };
const atOnce = 20;
/** How long to wait after each failed attempt; after the last one the message has failed for good. */
const backOffMs = [seconds(20), minutes(1), minutes(5), minutes(15), minutes(30), hours(1), hours(3)];

type Channels = Record<"email" | "phone", Deliver>;

/** Sends what is due and records what became of it; the same call finishes what a crash left. Returns how many it sent or gave up. */
export async function deliverMessages(house: House, channels: Channels): Promise<number> {
  const { door, writer } = house;
  const due = await claimDue(writer, atOnce, { due: await deliveryNow(door), clock: door.clock.now() });
  const begun = performance.now();
  const late: string[] = [];
  const settled = await eachAlone(
    "message",
    due,
    (row) => row.id,
    async (row) => {
      // A slow server must not make the last of them outlive the lease and go out twice.
      if (performance.now() - begun > leaseMs / 2) late.push(row.id);
      else await deliverOne(house, channels, row);
    },
  );
  await release(writer, late);
  return settled - late.length;
}

async function deliverOne({ door, writer }: House, channels: Channels, row: Waiting): Promise<void> {
  const ref = { account: row.account_id ?? "", ticket: row.ticket_id };
  const failure = await attempt(door, channels, row, ref);
  if (failure === null) {
    await settle(door, ref, row.id, null);
    await markDone(writer, row.id, door.clock.now());
  } else if (failure.final || row.attempts >= backOffMs.length) {
    await settle(door, ref, row.id, failure.final ? "undeliverable" : "gave-up");
    await markFailed(writer, row.id, failure.why, door.clock.now());
  } else {
    await markRetry(
      writer,
      row.id,
      { inMs: backOffMs[row.attempts] ?? hours(3), error: failure.why },
      await deliveryNow(door),
    );
  }
}

/** Null when the message was accepted; what went wrong holds no address. */
async function attempt(
  door: Door,
  channels: Channels,
  row: Waiting,
  ref: Where,
): Promise<{ final: boolean; why: string } | null> {
  try {
    const message = await outgoing(door, row, ref);
    if (!message) return { final: true, why: "there is no such contact any more" };
    await channels[row.kind === "phone" ? "phone" : "email"](message);
    return null;
  } catch (error) {
    return { final: error instanceof Undeliverable, why: error instanceof Error ? error.message : "unknown" };
  }
}

/** Makes the message at the moment of sending: codes and links are derived here and stored nowhere. */
async function outgoing(door: Door, row: Waiting, ref: Where): Promise<Outgoing | null> {
  const to = (await door.vault.open(row.contact_id, "value"))?.toString("utf8");
  if (to && row.ticket_id === null) return { id: row.id, to, ...wordingAbout(door, row, ref.account) };
  const { ticket, account } = await caseNow(door, ref);
  if (!to || !ticket) return null;
  const hidden = safetyOf(account) !== null;
  const { generation } = JSON.parse(row.doc) as { generation: number };
  const template = row.template as Template;
  return {
    id: row.id,
    to,
    ...wordingOf(
      template,
      await factsOf(door, ticket, { template, contact: row.contact_id, generation, kind: row.kind, hidden }),
    ),
  };
}

/** A message about an account: a way to a new password, or what its contacts are told. */
function wordingAbout(door: Door, row: Waiting, account: string): Wording {
  const { baseUrl } = door.config;
  const { generation } = JSON.parse(row.doc) as { generation: number };
  if (row.template === "forgotten-code") return codeWording(forgottenCode(door, account, row.contact_id, generation));
  if (row.template === "forgotten-link")
    return linkWording(`${baseUrl}${newPasswordPath(door, account, generation)}`, `${baseUrl}/request`);
  const stop = stopPath(door, { account, contact: row.contact_id, sentAt: instantOf(row.created_at) });
  return accountWordingOf(newsIn(row.template), { accountUrl: `${baseUrl}/account`, stopUrl: `${baseUrl}${stop}` });
}

/** What a message about an account tells, by the name of its template. */
const newsIn = (template: string): AccountNews => template.replace(/^told-/, "") as AccountNews;

interface Sending {
  template: Template;
  contact: string;
  generation: number;
  kind: string;
  /** Under a safety flag no message tells where a link goes. */
  hidden: boolean;
}

async function factsOf(door: Door, ticket: Ticket, s: Sending): Promise<Facts> {
  const { baseUrl } = door.config;
  const path = pathFor(door, ticket, s);
  const destination = destinationOf(ticket) ?? "";
  const masks = await masksOf(door, [destination]);
  return {
    ticket: `CS-${ticket.number}`,
    reference: ticket.reference,
    code: door.secrets.code(s.contact, ticket.id, s.generation),
    link: `${baseUrl}${path}`,
    statusUrl: `${baseUrl}/request`,
    sentTo: sentToOf(masks.get(destination) ?? null, s.hidden),
    wait: waitOf(ticket.packet?.holdMs ?? 0),
    lifetime: isCode(s.template) && s.kind === "phone" ? "10 minutes" : "24 hours",
  };
}

const isCode = (template: Template): boolean => template === "code" || template === "proof-code";

/** Where a link goes, in a mask; under a safety flag no message says more than that there is such a place. */
export const sentToOf = (mask: string | null, hidden: boolean): string =>
  hidden ? "the contact that the request names" : (mask ?? "the registered address");

/** Where the message's one link leads. */
function pathFor(door: Door, ticket: Ticket, s: Sending): string {
  if (s.template === "glass") return "/glass";
  return s.template === "grant" ? resetPath(door, ticket.id, s.generation) : objectionPath(door, ticket.id, s.contact);
}

/** The agreed wait in words: the least it will be, for it may turn out longer once the notices are out. */
export function waitOf(holdMs: Millis): string {
  const inHours = Math.round(holdMs / hours(1));
  if (inHours <= 0) return "";
  return ` of at least ${inHours >= 48 ? `${Math.round(inHours / 24)} days` : `${inHours} hours`}`;
}

async function settle(door: Door, ref: Where, message: string, failure: string | null): Promise<void> {
  // The first word on a message stands: one accepted just before a crash is not refused when it is tried again.
  const key = { key: `settle:${message}`, digest: message };
  await door.ledger.enact({
    stream: "case",
    ...ref,
    actor: worker,
    request: `outbox:${message}`,
    key,
    decide: ref.ticket === null ? settleAccountMessage({ message, failure }) : settleMessage({ message, failure }),
  });
}

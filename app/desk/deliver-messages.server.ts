import type { Case } from "domain/case";
import { destinationOf } from "domain/check-code";
import { isStale } from "domain/delivery";
import type { AccountNews } from "domain/event";
import type { Message, Template, TicketTemplate } from "domain/message";
import { settleAccountMessage } from "domain/notify-account";
import { settleMessage } from "domain/reset";
import { safetyOf } from "domain/safety";
import type { Actor } from "domain/staff";
import type { Ticket } from "domain/ticket";
import { hours, type Millis, minutes, seconds } from "domain/time";
import { accountWordingOf } from "~/delivery/account-words";
import { codeWording, linkWording } from "~/delivery/forgotten-words";
import { type Deliver, type Outgoing, TryLater, Undeliverable } from "~/delivery/port.server";
import { type Facts, type Wording, wordingOf } from "~/delivery/words";
import {
  claimDue,
  type Door,
  type House,
  handleOf,
  leaseMs,
  markDone,
  markFailed,
  markRetry,
  release,
  type Waiting,
} from "~/door.server";
import { deliveryNow, ledgerNow, masksOf } from "~/facts.server";
import { caseNow, type Where } from "./case.server";
import { eachAlone } from "./each-alone.server";
import { forgottenCode, newPasswordPath, objectionPath, resetPath } from "./links.server";

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
  const tried = await attempt(door, channels, row, ref);
  if (tried.taken) {
    await settle(door, ref, row, null);
    await markDone(writer, row.id, door.clock.now(), tried.reference);
  } else if (tried.final || row.attempts >= backOffMs.length) {
    await settle(door, ref, row, tried.final ?? "gave-up");
    await markFailed(writer, row.id, tried.why, door.clock.now());
  } else {
    const inMs = Math.max(backOffMs[row.attempts] ?? hours(3), tried.afterMs);
    await markRetry(writer, row.id, { inMs, error: tried.why }, await deliveryNow(door));
  }
}

/** Accepted, with the server's number of it; or not, for good in a word or for now, and what went wrong holds no address. */
type Tried =
  | { taken: true; reference: string | null }
  | { taken: false; final: "undeliverable" | "outdated" | null; why: string; afterMs: Millis };

async function attempt(door: Door, channels: Channels, row: Waiting, ref: Where): Promise<Tried> {
  try {
    const state = await caseNow(door, ref);
    if (isStale(messageIn(row), state, await ledgerNow(door)))
      return { taken: false, final: "outdated", why: "what it holds is no longer good", afterMs: 0 };
    const message = await outgoing(door, row, ref, state);
    if (!message) return { taken: false, final: "undeliverable", why: "there is no such contact any more", afterMs: 0 };
    const reference = await channels[row.kind === "phone" ? "phone" : "email"](message);
    return { taken: true, reference: reference ?? null };
  } catch (error) {
    const final = error instanceof Undeliverable ? "undeliverable" : null;
    const afterMs = error instanceof TryLater ? error.afterMs : 0;
    return { taken: false, final, why: error instanceof Error ? error.message : "unknown", afterMs };
  }
}

/** A row of the outbox as the message that its entry asked for. */
export function messageIn(row: Waiting): Message {
  const { generation } = JSON.parse(row.doc) as { generation: number };
  const kind = row.kind === "phone" ? "phone" : "email";
  return { id: row.id, template: row.template as Template, contact: row.contact_id, kind, generation };
}

/** Makes the message at the moment of sending: codes and links are derived here and stored nowhere. */
async function outgoing(door: Door, row: Waiting, ref: Where, { ticket, account }: Case): Promise<Outgoing | null> {
  const to = (await door.vault.open(row.contact_id, "value"))?.toString("utf8");
  const id = row.handle ?? handleOf(row.id);
  if (to && row.ticket_id === null) return { id, to, ...wordingAbout(door, row, ref.account) };
  if (!to || !ticket) return null;
  const hidden = safetyOf(account) !== null;
  const { generation } = JSON.parse(row.doc) as { generation: number };
  const template = row.template as TicketTemplate;
  return {
    id,
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
  return accountWordingOf(newsIn(row.template), `${baseUrl}/account`);
}

/** What a message about an account tells, by the name of its template. */
const newsIn = (template: string): AccountNews => template.replace(/^told-/, "") as AccountNews;

interface Sending {
  template: TicketTemplate;
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

const isCode = (template: TicketTemplate): boolean => template === "code" || template === "proof-code";

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

async function settle(door: Door, ref: Where, row: Waiting, failure: string | null): Promise<void> {
  const message = row.id;
  // The first word on a message stands: one accepted just before a crash is not refused when it is tried again.
  const key = { key: row.retries === 0 ? `settle:${message}` : `settle:${message}.${row.retries}`, digest: message };
  await door.ledger.enact({
    stream: "case",
    ...ref,
    actor: worker,
    request: `outbox:${message}`,
    key,
    decide: ref.ticket === null ? settleAccountMessage({ message, failure }) : settleMessage({ message, failure }),
  });
}

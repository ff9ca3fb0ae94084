import type { Account } from "domain/account";
import type { Case } from "domain/case";
import { destinationOf } from "domain/check-code";
import { isStale } from "domain/delivery";
import type { AccountNews } from "domain/event";
import { type Language, writtenIn } from "domain/language";
import type { Message, Template, TicketTemplate } from "domain/message";
import { settleAccountMessage } from "domain/notify-account";
import { settleMessage } from "domain/reset";
import { safetyOf } from "domain/safety";
import type { Actor } from "domain/staff";
import type { Ticket } from "domain/ticket";
import { hours, instantOf, lifetime, type Millis, minutes, seconds } from "domain/time";
import { accountWordingOf } from "~/delivery/account-words";
import { factorWording } from "~/delivery/factor-words";
import { forgottenWording } from "~/delivery/forgotten-words";
import { type Greeting, greeted, senderIn } from "~/delivery/greeting";
import { type Spoken, written, writtenShort } from "~/delivery/html";
import { ownContactWording } from "~/delivery/own-contact-words";
import { type Deliver, type Outgoing, TryLater, Undeliverable } from "~/delivery/port.server";
import type { MessageReach } from "~/delivery/reach-words";
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
import { accountByContact, deliveryNow, ledgerNow, masksOf, usernameOf } from "~/facts.server";
import { caseNow, type Where } from "./case.server";
import { eachAlone } from "./each-alone.server";
import { factorCode, forgottenCode, newPasswordPath, objectionPath, ownContactCode, resetPath } from "./links.server";
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
    // One that a worker had before it crashed may be out: it goes out again, and is told done rather than failed.
    if (row.unheard === 0 && isStale(messageIn(row), state, await ledgerNow(door)))
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
  if (!to || (row.ticket_id !== null && !ticket)) return null;
  const facts = ticket && {
    ...(await factsOf(door, ticket, row, account)),
    forgotUrl: isAskedCode(row, ticket) && (await isRegistered(door, to)) ? `${door.config.portalUrl}/forgot` : null,
  };
  const greeting = isGreeted(row) ? await greetingOf(door, ref.account, row) : null;
  const say = (language: Language): Spoken => {
    const said = facts
      ? wordingOf(language, row.template as TicketTemplate, facts)
      : wordingAbout(door, row, { account: ref.account, language });
    return { language, ...said, text: greeting ? greeted(language, greeting, said.text) : said.text };
  };
  const [first, ...more] = languagesFor(row, { account, ticket }, door.config.language).map(say);
  const write = row.kind === "phone" ? writtenShort : written;
  return first ? { id: row.handle ?? handleOf(row.id), to, ...write(first, ...more) } : null;
}

/** A code by mail for a request that was made in the portal, on an account or on what stands in for one. */
const isAskedCode = ({ kind, template }: Waiting, { asked }: Ticket): boolean =>
  kind === "email" && template === "code" && asked !== undefined;

/** Whether an account goes by this address: said to whoever reads its mail, whatever name the request was made for. */
const isRegistered = async (door: Door, address: string): Promise<boolean> =>
  (await accountByContact(door, "email", address)).account !== null;

/** A mail to a contact that the account has, or had, says who writes; what goes to a requester does not, nor a text, which is paid by the letter. */
const isGreeted = ({ kind, template }: Waiting): boolean =>
  kind === "email" && (isNotice(template) || template === "forgotten-link");

/** Only the link to a new password names the account, since with it one signs in: a notice that reaches a contact of long ago names nobody. */
const greetingOf = async (door: Door, account: string, { template }: Waiting): Promise<Greeting> => ({
  sender: senderIn(door.config.mailFrom),
  username: template === "forgotten-link" ? await usernameOf(door, account) : null,
});

/** What is known of who reads a message. */
interface Readers {
  account: Pick<Account, "language" | "forgotten"> | null;
  ticket: Pick<Ticket, "codes" | "asked"> | null;
}

/**
 * What a message is written in: what somebody asked for on a page in the language of that page, a notice in the account's. A notice that a holder's own language is chosen for says the same in the desk's below it, a text at least what it is about: whoever
 * is in an account for a moment must not be able to make its notices unreadable to whoever owns it.
 */
export function languagesFor(
  { template, contact_id }: Pick<Waiting, "template" | "contact_id">,
  { account, ticket }: Readers,
  desk: Language,
): Language[] {
  // It goes to members of staff.
  if (template === "glass") return ["en"];
  const chosen = writtenIn(account, desk);
  if (isNotice(template)) return chosen === desk ? [desk] : [chosen, desk];
  // What somebody asked for is in the language of their page: by another one they would learn that there is such an account.
  const asked = template.startsWith("forgotten-")
    ? account?.forgotten?.find((way) => way.contact === contact_id)?.language
    : (ticket?.codes[contact_id]?.language ?? ticket?.asked?.language);
  return [asked ?? chosen];
}

const isNotice = (template: string): boolean => /^(notice|told)-/.test(template);

/** A message about an account: a way to a new password, or what its contacts are told. */
function wordingAbout(door: Door, row: Waiting, to: { account: string; language: Language }): Wording {
  const { portalUrl } = door.config;
  const { generation } = JSON.parse(row.doc) as { generation: number };
  if (row.template === "own-contact-code")
    return ownContactWording[to.language](ownContactCode(door, to.account, row.contact_id, generation), row.kind);
  const forgotten = forgottenWording[to.language];
  if (row.template === "factor-code")
    return factorWording[to.language](factorCode(door, to.account, row.contact_id, generation));
  if (row.template === "forgotten-code")
    return forgotten.code(forgottenCode(door, to.account, row.contact_id, generation));
  if (row.template === "forgotten-link")
    return forgotten.link(`${portalUrl}${newPasswordPath(door, to.account, generation)}`, reachOf(door));
  const sentAt = instantOf(row.created_at);
  const stop = stopPath(door, { account: to.account, contact: row.contact_id, sentAt });
  const links = { accountUrl: `${portalUrl}/account`, stopUrl: `${portalUrl}${stop}`, reach: reachOf(door) };
  return accountWordingOf(to.language, newsIn(row.template), links);
}

/** How whoever reads a message reaches the desk. */
const reachOf = ({ config: { callUs, zone, portalUrl } }: Door): MessageReach => ({
  callUs,
  zone,
  askUrl: `${portalUrl}/request/new`,
});

/** What a message about an account tells, by the name of its template. */
const newsIn = (template: string): AccountNews => template.replace(/^told-/, "") as AccountNews;

async function factsOf(
  door: Door,
  ticket: Ticket,
  row: Waiting,
  account: Account | null,
): Promise<Omit<Facts, "forgotUrl">> {
  const { baseUrl, portalUrl } = door.config;
  const { generation } = JSON.parse(row.doc) as { generation: number };
  const destination = destinationOf(ticket) ?? "";
  const masks = await masksOf(door, [destination]);
  return {
    ticket: `CS-${ticket.number}`,
    reference: ticket.reference,
    code: door.secrets.code(row.contact_id, ticket.id, generation),
    link: row.template === "glass" ? `${baseUrl}/glass` : `${portalUrl}${pathFor(door, ticket, row, generation)}`,
    statusUrl: `${portalUrl}/request`,
    sentTo: masks.get(destination) ?? null,
    hidden: safetyOf(account) !== null,
    waitMs: ticket.packet?.holdMs ?? 0,
    lifetimeMs: isCode(row.template) && row.kind === "phone" ? lifetime.smsCodeMs : hours(24),
    reach: reachOf(door),
  };
}

const isCode = (template: string): boolean => template === "code" || template === "proof-code";

/** Where the one link of a message to the public leads. */
function pathFor(door: Door, ticket: Ticket, row: Waiting, generation: number): string {
  return row.template === "grant"
    ? resetPath(door, ticket.id, generation)
    : objectionPath(door, ticket.id, row.contact_id);
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

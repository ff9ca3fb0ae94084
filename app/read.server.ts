import { type StoredAnswer, answersOnFile as storedAnswers } from "db/read/answers";
import { type ApprovalsFrom, approvalsPage, countApprovals } from "db/read/approvals";
import { countFailed } from "db/read/deliveries";
import { type FoundAccounts, findAccount } from "db/read/find-account";
import { countFlagged } from "db/read/flags";
import { readHolderAccount } from "db/read/holder";
import { type DeviceMatch, matchSerial } from "db/read/match-device";
import { staffNames } from "db/read/names";
import { listTickets, type QueueQuery, queuePage } from "db/read/queue";
import { countViews } from "db/read/queue-counts";
import { statesOf } from "db/read/queue-views";
import { countPressed } from "db/read/safety";
import { sightOf } from "db/read/sight";
import { allMembers } from "db/read/staff";
import { notPressed } from "domain/as-left";
import { isActive } from "domain/case";
import type { EventData } from "domain/event";
import { openGlass } from "domain/fold-glass";
import { tiers } from "domain/loss";
import type { Sight } from "domain/may-read";
import { lookAlikeKey } from "domain/serial";
import type { Actor } from "domain/staff";
import type {
  AccountHit,
  ApprovalsPage,
  HolderView,
  PacketView,
  QueuePage,
  QueueRow,
  QueueView,
  RequestView,
  TicketView,
  Viewer,
} from "domain/view";
import { holderView } from "domain/view-account";
import { isUnproven } from "domain/view-asked";
import { throughGlass } from "domain/view-glass";
import { packetView } from "domain/view-packet";
import { type PurchaseView, purchasesOf } from "domain/view-purchases";
import { requestView } from "domain/view-request";
import { approvalRow, isHandable, type ListedTicket, queueRow } from "domain/view-rows";
import { ticketView } from "domain/view-ticket";
import type { Door } from "./door.server";
import { ledgerNow } from "./facts.server";
import { withoutOwnWords } from "./question-words.server";
import { readFor, readSeen, readWhole, sightIn, worksTickets } from "./read-case.server";
import { waitingGlasses } from "./read-glass.server";
import { countsAsLeft, isIn, type LeftTicket, leftTickets } from "./read-left.server";
import { draftWaits } from "./read-policies.server";
import { waitingLooks } from "./read-second-reviews.server";
import type { Appealed } from "./ui/portal/appeal-part";
import type { Desk } from "./ui/shell/desk";

/** What screens show, over the read-only connection: one function a screen, each giving its view model or null. */

/** What the queue's address asks for: a view, and whatever of the rest can be read. */
export interface QueueParams {
  view: QueueView;
  tier?: string | null;
  loss?: string | null;
  region?: string | null;
  /** A page's `older` cursor, or its `newer` one: that page follows. */
  after?: string | null;
  before?: string | null;
  /** The views' counts, where this request has counted them already (`navCounts`). */
  counts?: QueuePage["counts"];
}

/** One page of a view of the queue; a reader's own account and what shares a contact with it are left out. */
export async function readQueue(door: Door, viewer: Viewer, params: QueueParams): Promise<QueuePage> {
  const now = door.clock.now();
  const [{ listed: found, ...page }, left] = await Promise.all([
    queuePage(door.reader, viewer.id, queryOf(params), now),
    leftTickets(door, viewer),
  ]);
  const listed = isWhole(params) ? withLeft(found, left, params.view, viewer) : found;
  const tickets = listed.map(({ ticket }) => ticket);
  const agents = tickets.flatMap(({ agent, pressure = [] }) => [
    ...(agent ? [agent] : []),
    ...pressure.map((p) => p.by),
  ]);
  const known = await sightOf(door.reader, viewer.id, tickets);
  const reader = { viewer, names: await staffNames(door.vault, [...new Set(agents)], now), ...known, now };
  const others = listed.filter(({ ticket }) => !known.own.has(ticket.account));
  const rows = others.map((one) => queueRow(one, reader));
  // What left an agent who was pressed is in the views where it seems to be.
  const shown = rows.filter((row) => statesOf[params.view].includes(row.state));
  return { ...page, rows: shown, counts: params.counts ?? countsAsLeft(page.counts, left, viewer), now };
}

/** The first page of a view, without a filter. */
const isWhole = ({ tier, loss, region, after, before }: QueueParams): boolean =>
  !(tier || loss || region || after || before);

function withLeft(found: ListedTicket[], left: LeftTicket[], view: QueueView, viewer: Viewer): ListedTicket[] {
  const there = new Set(found.map(({ ticket }) => ticket.id));
  const more = left.filter(({ listed, seen }) => isIn(view, seen, viewer) && !there.has(listed.ticket.id));
  if (more.length === 0) return found;
  const newestFirst = view === "ended" ? -1 : 1;
  return [...found, ...more.map(({ listed }) => listed)].sort(
    (a, b) => newestFirst * (a.ticket.number - b.ticket.number),
  );
}

function queryOf({ view, tier, loss, region, after, before, counts }: QueueParams): QueueQuery {
  const older = after ? { side: "older" as const, cursor: after } : null;
  return {
    view,
    tier: tiers.find((t) => t === tier) ?? null,
    loss: lossKeys.find((key) => key === loss) ?? null,
    region: region || null,
    from: older ?? (before ? { side: "newer", cursor: before } : null),
    counts,
  };
}

const lossKeys = ["password", "secondFactor", "email", "phone"] as const;

/** The counts beside the menu and the saved views; those of the desk's work only for who does it, a drafted policy for admins. */
export async function navCounts(door: Door, viewer: Viewer): Promise<Pick<Desk, "counts" | "views">> {
  if (viewer.role === "admin") return { counts: await adminCounts(door) };
  if (!worksTickets(viewer)) return {};
  const supervises = viewer.role === "supervisor";
  const [counted, left, approvals, safety, flags, looks, glass] = await Promise.all([
    countViews(door.reader, viewer.id, door.clock.now()),
    leftTickets(door, viewer),
    supervises ? countApprovals(door.reader) : undefined,
    supervises ? countPressed(door.reader) : undefined,
    supervises ? countFlagged(door.reader) : undefined,
    supervises ? waitingLooks(door) : undefined,
    supervises ? waitingGlasses(door, viewer) : undefined,
  ]);
  const views = countsAsLeft(counted, left, viewer);
  const counts = {
    queue: views.all,
    ...(approvals ? { approvals } : {}),
    ...(safety ? { safety } : {}),
    ...(flags ? { flags } : {}),
    ...(looks ? { "second-reviews": looks } : {}),
    ...(glass ? { glass } : {}),
  };
  return { counts, views };
}

/** A policy that waits for a second admin, and messages that failed for good. */
async function adminCounts(door: Door): Promise<Desk["counts"]> {
  const [drafted, failed] = await Promise.all([draftWaits(door), countFailed(door.reader)]);
  return {
    ...(drafted ? { policies: { n: 1, capped: false } } : {}),
    ...(failed.n > 0 ? { deliveries: failed } : {}),
  };
}

/** A ticket's page for who needs to know it; null for anyone else, and for a number that names none. */
export async function readTicket(door: Door, viewer: Viewer, number: number): Promise<TicketView | null> {
  const reading = await readFor(door, viewer, number, ["all", "glass"]);
  if (!reading) return null;
  const open = sightIn(reading, viewer) === "glass" ? openGlass(reading.ticket, reading.now) : null;
  return open ? throughGlass(ticketView(reading), open) : ticketView(reading);
}

/** A ticket's line before a supervisor who may hand it over; null for anyone else, and where there is nothing to hand over. */
export async function readToHandOver(door: Door, viewer: Viewer, number: number): Promise<QueueRow | null> {
  if (viewer.role !== "supervisor" || !Number.isSafeInteger(number)) return null;
  const listed = (await listTickets(door.reader, [number])).get(number);
  if (!listed || !isHandable(listed.ticket)) return null;
  const now = door.clock.now();
  const known = await sightOf(door.reader, viewer.id, [listed.ticket]);
  if (known.own.has(listed.ticket.account)) return null;
  const names = await staffNames(door.vault, listed.ticket.agent ? [listed.ticket.agent] : [], now);
  return queueRow(listed, { viewer, names, ...known, now });
}

/** A photo's page: for who may read the whole ticket, or judge this photo; null for anyone else. */
export async function readPhoto(
  door: Door,
  viewer: Viewer,
  number: number,
  id: string,
): Promise<{ photo: TicketView["photos"][number]; nth: number; whole: boolean } | null> {
  const seen = await readSeen(door, viewer, number);
  const photos = seen ? ticketView(seen.reading).photos : [];
  const nth = photos.findIndex((p) => p.id === id);
  const photo = photos[nth];
  if (!seen || !photo || seen.sight === "none" || (seen.sight === "photos" && !photo.mayJudge)) return null;
  const shown = seen.sight === "glass" ? { ...photo, mayJudge: false } : photo;
  return { photo: shown, nth: nth + 1, whole: seen.sight !== "photos" };
}

/** A proof of purchase's page, for the same readers as a photo's; of the account it tells the holder's mask. */
export async function readPurchase(
  door: Door,
  viewer: Viewer,
  number: number,
  id: string,
): Promise<{ purchase: PurchaseView; nth: number; whole: boolean; holder: string } | null> {
  const seen = await readSeen(door, viewer, number);
  const purchases = seen ? purchasesOf(seen.reading) : [];
  const nth = purchases.findIndex((p) => p.id === id);
  const purchase = purchases[nth];
  if (!seen || !purchase || seen.sight === "none" || (seen.sight === "photos" && !purchase.mayJudge)) return null;
  const shown = seen.sight === "glass" ? { ...purchase, mayJudge: false } : purchase;
  return { purchase: shown, nth: nth + 1, whole: seen.sight !== "photos", holder: seen.reading.holder };
}

/** Whether this member may open a ticket's page. */
export const mayOpenTicket = async (door: Door, viewer: Viewer, number: number): Promise<boolean> =>
  (await readFor(door, viewer, number, ["all", "glass"])) !== null;

/** How much of a ticket this member may read. */
export const sightOn = async (door: Door, viewer: Viewer, number: number): Promise<Sight> =>
  (await readSeen(door, viewer, number))?.sight ?? "none";

/** A packet for a supervisor; null for anyone else, and where no packet stands. */
export async function readPacket(door: Door, viewer: Viewer, number: number): Promise<PacketView | null> {
  const reading = viewer.role === "supervisor" ? await readFor(door, viewer, number) : null;
  return reading && packetView(reading);
}

/** What waits for supervisors; nothing for anyone else. */
export async function readApprovals(
  door: Door,
  viewer: Viewer,
  from: ApprovalsFrom | null = null,
): Promise<ApprovalsPage> {
  const now = door.clock.now();
  if (viewer.role !== "supervisor") return { rows: [], next: null, previous: null, now };
  const { listed, next, previous } = await approvalsPage(door.reader, from);
  const { own } = await sightOf(door.reader, viewer.id, []);
  const others = listed.filter(({ ticket }) => !own.has(ticket.account));
  return { rows: others.map((one) => approvalRow(one, now)), next, previous, now };
}

/** Of accounts that a search found, those that are not the searcher's own. */
export async function withoutOwn(door: Door, staff: string | null, hits: AccountHit[]): Promise<AccountHit[]> {
  if (staff === null || hits.length === 0) return hits;
  const { own } = await sightOf(door.reader, staff, []);
  return hits.filter(({ id }) => !own.has(id));
}

/** A request's page for its requester, by the ticket they proved reference and code of. */
export async function readRequest(door: Door, ticket: string): Promise<(RequestView & Appealed) | null> {
  const actor: Actor = { id: `requester:${ticket}`, role: "requester", auth: "code", session: null };
  const reading = await readWhole(door, { id: ticket }, actor);
  if (!reading) return null;
  const { appeal } = reading.ticket;
  const said = appeal ? await door.vault.open(appeal.text, "text") : null;
  return {
    ...requestView(isUnproven(reading.ticket) ? withoutOwnWords(reading) : reading),
    appealed: said?.toString("utf8") ?? null,
  };
}

/** The page of a signed-in holder; throws for an account that does not exist. */
export async function readAccount(door: Door, account: string): Promise<HolderView> {
  const actor: Actor = { id: `holder:${account}`, role: "holder", auth: "password", session: null };
  const now = door.clock.now();
  const stored = await readHolderAccount(door.reader, account, actor, now);
  const username = (await door.vault.open(account, "username"))?.toString("utf8") ?? "";
  return holderView({ ...stored.reading, username }, stored.facts, now);
}

/** Agents a ticket may be handed to: not the one who has it. */
export async function readAgents(door: Door, number: number): Promise<{ id: string; name: string }[]> {
  const [everyone, listed] = await Promise.all([allMembers(door.reader), listTickets(door.reader, [number])]);
  const ticket = listed.get(number)?.ticket;
  const others = everyone.filter((m) => isActive(m, "agent") && m.id !== ticket?.agent);
  const agents = notPressed(ticket ?? {}, others, everyone);
  const names = await staffNames(
    door.vault,
    agents.map((m) => m.id),
    door.clock.now(),
  );
  return agents.map(({ id }) => ({ id, name: names.get(id) ?? id }));
}

/** Accounts that have exactly this cleaned value, masked. */
export function accountHits(
  door: Door,
  kind: Exclude<EventData["account.searched"]["kind"], "id">,
  cleaned: string,
): Promise<FoundAccounts> {
  if (kind === "ticket") return findAccount(door.reader, { kind, number: Number(cleaned) });
  return findAccount(door.reader, { kind, digest: door.secrets.lookup(kind, cleaned) });
}

/** An account that was found before, masked, by its id. */
export const accountById = async (door: Door, account: string): Promise<AccountHit | null> =>
  (await findAccount(door.reader, { kind: "id", id: account })).hits[0] ?? null;

/** A parsed serial against the devices of one account; `former` are those its holder took off lately, too. */
export async function deviceMatch(
  door: Door,
  account: string,
  serial: { short: string; full: string | null },
  former = false,
): Promise<DeviceMatch> {
  const { lookup } = door.secrets;
  const whole = serial.full === null ? null : lookup("whole", serial.full);
  const digests = {
    short: lookup("serial", serial.short),
    whole,
    near: lookup("near", lookAlikeKey(serial.short)),
  };
  return matchSerial(door.reader, account, digests, { former, now: await ledgerNow(door) });
}

/** The stored hashes of an account's answers to these questions. */
export const answersOnFile = (door: Door, account: string, questions: readonly string[]): Promise<StoredAnswer[]> =>
  storedAnswers(door.reader, account, questions);

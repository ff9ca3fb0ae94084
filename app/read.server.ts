import { type StoredAnswer, answersOnFile as storedAnswers } from "db/read/answers";
import { type ApprovalsFrom, approvalsPage, countApprovals } from "db/read/approvals";
import { type FoundAccounts, findAccount } from "db/read/find-account";
import { countFlagged } from "db/read/flags";
import { readHolderAccount } from "db/read/holder";
import { type DeviceMatch, matchSerial } from "db/read/match-device";
import { staffNames } from "db/read/names";
import { type QueueQuery, queuePage } from "db/read/queue";
import { countViews } from "db/read/queue-counts";
import { countPressed } from "db/read/safety";
import { activeMembers } from "db/read/staff";
import type { EventData } from "domain/event";
import { tiers } from "domain/loss";
import { mayRead } from "domain/may-read";
import { lookAlikeKey } from "domain/serial";
import type { Actor } from "domain/staff";
import type {
  AccountHit,
  ApprovalsPage,
  HolderView,
  PacketView,
  QueuePage,
  QueueView,
  RequestView,
  TicketView,
  Viewer,
} from "domain/view";
import { holderView } from "domain/view-account";
import { packetView } from "domain/view-packet";
import { type PurchaseView, purchasesOf } from "domain/view-purchases";
import { requestView } from "domain/view-request";
import { approvalRow, queueRow } from "domain/view-rows";
import { ticketView } from "domain/view-ticket";
import type { Door } from "./door.server";
import { readFor, readWhole, worksTickets } from "./read-case.server";
import { draftWaits } from "./read-policies.server";
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

/** One page of a view of the queue. */
export async function readQueue(door: Door, viewer: Viewer, params: QueueParams): Promise<QueuePage> {
  const now = door.clock.now();
  const { listed, ...page } = await queuePage(door.reader, viewer.id, queryOf(params), now);
  const agents = listed.flatMap(({ ticket }) => ticket.agent ?? []);
  const reader = { viewer, names: await staffNames(door.vault, [...new Set(agents)], now), now };
  return { ...page, rows: listed.map((one) => queueRow(one, reader)), now };
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
  if (viewer.role === "admin" && (await draftWaits(door))) return { counts: { policies: { n: 1, capped: false } } };
  if (!worksTickets(viewer)) return {};
  const supervises = viewer.role === "supervisor";
  const [views, approvals, safety, flags] = await Promise.all([
    countViews(door.reader, viewer.id, door.clock.now()),
    supervises ? countApprovals(door.reader) : undefined,
    supervises ? countPressed(door.reader) : undefined,
    supervises ? countFlagged(door.reader) : undefined,
  ]);
  const counts = {
    queue: views.all,
    ...(approvals && { approvals }),
    ...(safety && { safety }),
    ...(flags && { flags }),
  };
  return { counts, views };
}

/** A ticket's page for who needs to know it; null for anyone else, and for a number that names none. */
export async function readTicket(door: Door, viewer: Viewer, number: number): Promise<TicketView | null> {
  const reading = await readFor(door, viewer, number);
  return reading && ticketView(reading);
}

/** A photo's page: for who may read the whole ticket, or judge this photo; null for anyone else. */
export async function readPhoto(
  door: Door,
  viewer: Viewer,
  number: number,
  id: string,
): Promise<{ photo: TicketView["photos"][number]; nth: number; whole: boolean } | null> {
  const reading = await readFor(door, viewer, number, ["all", "photos"]);
  const photos = reading ? ticketView(reading).photos : [];
  const nth = photos.findIndex((p) => p.id === id);
  const photo = photos[nth];
  const whole = reading !== null && mayRead(reading.ticket, viewer) === "all";
  return photo && (whole || photo.mayJudge) ? { photo, nth: nth + 1, whole } : null;
}

/** A proof of purchase's page, for the same readers as a photo's; of the account it tells the holder's mask. */
export async function readPurchase(
  door: Door,
  viewer: Viewer,
  number: number,
  id: string,
): Promise<{ purchase: PurchaseView; nth: number; whole: boolean; holder: string } | null> {
  const reading = await readFor(door, viewer, number, ["all", "photos"]);
  if (!reading) return null;
  const purchases = purchasesOf(reading);
  const nth = purchases.findIndex((p) => p.id === id);
  const purchase = purchases[nth];
  const whole = mayRead(reading.ticket, viewer) === "all";
  return purchase && (whole || purchase.mayJudge) ? { purchase, nth: nth + 1, whole, holder: reading.holder } : null;
}

/** Whether this member may open a ticket's page. */
export const mayOpenTicket = async (door: Door, viewer: Viewer, number: number): Promise<boolean> =>
  (await readFor(door, viewer, number)) !== null;

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
  return { rows: listed.map((one) => approvalRow(one, now)), next, previous, now };
}

/** A request's page for its requester, by the ticket they proved reference and code of. */
export async function readRequest(door: Door, ticket: string): Promise<RequestView | null> {
  const actor: Actor = { id: `requester:${ticket}`, role: "requester", auth: "code", session: null };
  const reading = await readWhole(door, { id: ticket }, actor);
  return reading && requestView(reading);
}

/** The page of a signed-in holder; throws for an account that does not exist. */
export async function readAccount(door: Door, account: string): Promise<HolderView> {
  const actor: Actor = { id: `holder:${account}`, role: "holder", auth: "password", session: null };
  const now = door.clock.now();
  const stored = await readHolderAccount(door.reader, account, actor, now);
  const username = (await door.vault.open(account, "username"))?.toString("utf8") ?? "";
  return holderView({ ...stored.reading, username }, stored.facts, now);
}

/** Agents a ticket may be handed to. */
export async function readAgents(door: Door): Promise<{ id: string; name: string }[]> {
  const agents = (await activeMembers(door.reader)).filter((m) => m.role === "agent");
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

/** A parsed serial against the devices of one account. */
export function deviceMatch(
  door: Door,
  account: string,
  serial: { short: string; full: string | null },
): Promise<DeviceMatch> {
  const { lookup } = door.secrets;
  const whole = serial.full === null ? null : lookup("whole", serial.full);
  return matchSerial(door.reader, account, {
    short: lookup("serial", serial.short),
    whole,
    near: lookup("near", lookAlikeKey(serial.short)),
  });
}

/** The stored hashes of an account's answers to these questions. */
export const answersOnFile = (door: Door, account: string, questions: readonly string[]): Promise<StoredAnswer[]> =>
  storedAnswers(door.reader, account, questions);

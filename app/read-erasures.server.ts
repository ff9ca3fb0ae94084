import { loadMember } from "db/load";
import { erasedRecord } from "db/load-record";
import { type ErasureColumn, erasurePage, isAccountId, readStanding } from "db/read/erasures";
import { findAccount } from "db/read/find-account";
import type { ListedAccount } from "db/read/listed-accounts";
import { staffNames } from "db/read/names";
import { cleanEmail } from "domain/email";
import { type ErasureProposal, erasureRefusal, waitingErasure } from "domain/erasure";
import { cleanUsername } from "domain/look-up";
import { staffIdOf } from "domain/staff";
import { isoOf, lifetime } from "domain/time";
import type { AccountHit, Viewer } from "domain/view";
import { liveContacts } from "domain/view-account";
import { maskOf, noMask } from "domain/view-case";
import type { ErasureLine, ErasureList, ErasuresPage, ErasureView } from "domain/view-erasure";
import { withoutAddresses } from "domain/view-hidden";
import type { Door } from "./door.server";
import { whoWords } from "./ui/words/who";

/** Cursors of the three lists, as the page gave them out. */
export type ErasureCursors = Record<"waiting" | "held" | "erased", string | null>;

/** Proposals that wait, legal holds, and past erasures, each the newest first; only for admins. */
export async function readErasures(door: Door, cursors: ErasureCursors): Promise<ErasuresPage> {
  const since = isoOf(door.clock.now() - lifetime.erasureProposalMs);
  const list = (column: ErasureColumn, cursor: string | null, from?: string) =>
    listOf(door, column, { cursor, ...(from === undefined ? {} : { since: from }) });
  const [waiting, held, erased] = await Promise.all([
    list("proposed_at", cursors.waiting, since),
    list("held_at", cursors.held),
    list("erased_at", cursors.erased),
  ]);
  return { waiting, held, erased };
}

/** Every legal hold, the newest first, a page at a time. */
export async function* everyHold(door: Door): AsyncGenerator<ErasureLine> {
  let cursor: string | null = null;
  do {
    const page: ErasureList = await listOf(door, "held_at", { cursor });
    yield* page.lines;
    cursor = page.next;
  } while (cursor !== null);
}

export const isAccount = (door: Door, account: string): Promise<boolean> => isAccountId(door.reader, account);

export interface Fitting {
  /** Which of the ways found them: the first that did. */
  kind: "id" | "username" | "email";
  /** Their ids, in order; one that was erased is found by its internal id alone. */
  accounts: string[];
  /** Their masks. */
  hits: AccountHit[];
  /** More than may be shown have it: none is. */
  tooMany: boolean;
}

/** Every account that this fits exactly: as its internal id, its id in the directory, its user name, or an e-mail address of it. */
export async function accountsFitting(door: Door, typed: string): Promise<Fitting> {
  const text = typed.trim();
  if (isId(text) && (await isAccount(door, text))) {
    const { hits } = await findAccount(door.reader, { kind: "id", id: text });
    return { kind: "id", accounts: [text], hits, tooMany: false };
  }
  const email = cleanEmail(text);
  const { lookup } = door.secrets;
  const [external, username, mail] = await Promise.all([
    findAccount(door.reader, { kind: "external", digest: lookup("external", text) }),
    findAccount(door.reader, { kind: "username", digest: lookup("username", cleanUsername(text)) }),
    email === null
      ? { hits: [], tooMany: false }
      : findAccount(door.reader, { kind: "email", digest: lookup("email", email) }),
  ]);
  const ways = [external, username, mail];
  const byId = new Map(ways.flatMap((way) => way.hits.map((hit) => [hit.id, hit] as const)));
  const hits = [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  return {
    kind: external.hits.length > 0 ? "id" : username.hits.length === 0 && mail.hits.length > 0 ? "email" : "username",
    accounts: hits.map((hit) => hit.id),
    hits,
    tooMany: ways.some((way) => way.tooMany),
  };
}

const isId = (text: string): boolean => /^[A-Za-z0-9-]{1,64}$/.test(text);

/** The id of the proposal that waits on an account, or null. */
export async function waitingProposal(door: Door, account: string): Promise<string | null> {
  const state = (await readStanding(door.reader, account))?.state ?? null;
  return waitingErasure(state, door.clock.now())?.id ?? null;
}

/** An account as an admin sees it who may erase it; null where there is none. */
export async function readForErasure(door: Door, viewer: Viewer, id: string): Promise<ErasureView | null> {
  const stored = await readStanding(door.reader, id);
  if (!stored) return null;
  const { state } = stored;
  const reading = stored.reading && withoutAddresses(stored.reading);
  const record = reading?.record ?? erasedRecord(id);
  const waiting = waitingErasure(state, door.clock.now());
  const hold = state?.legalHold ?? null;
  const erased = state?.erased ?? null;
  const told = await tellerOf(
    door,
    [waiting, hold, erased, erased?.proposal ?? null].flatMap((one) => one ?? []),
  );
  return {
    account: id,
    holder: reading?.holder ?? noMask,
    contacts: reading
      ? liveContacts(reading).map((k) => ({ kind: k.kind, mask: maskOf(reading, k.id) ?? noMask }))
      : [],
    region: reading?.region ?? noMask,
    since: reading ? record.createdAt : null,
    obstacle: erasureRefusal({ account: state }, { record }),
    tickets: stored.tickets,
    proposal: waiting && {
      ...told(waiting),
      id: waiting.id,
      until: waiting.at + lifetime.erasureProposalMs,
      own: await isOwn(door, viewer, waiting),
    },
    hold: hold && told(hold),
    erased: erased && {
      ...told({ ...erased, reason: erased.proposal.reason }),
      proposedBy: told(erased.proposal).by,
      proposedAt: erased.proposal.at,
    },
  };
}

/** Whether the viewer, by this or any other account of theirs, is who proposed it. */
async function isOwn(door: Door, viewer: Viewer, { by }: ErasureProposal): Promise<boolean> {
  const actor = { id: `staff:${viewer.id}`, role: viewer.role, auth: "none", session: null } as const;
  const { samePerson } = await loadMember(door.reader.sql, actor);
  return samePerson.includes(staffIdOf(by) ?? "");
}

interface Stored {
  by: string;
  at: number;
  reason?: string;
}

/** Tells who decided and why: names and the reasons' words come from the vault. */
async function tellerOf(door: Door, decided: readonly Stored[]) {
  const staff = [...new Set(decided.flatMap((d) => staffIdOf(d.by) ?? []))];
  const [names, texts] = await Promise.all([
    staffNames(door.vault, staff, door.clock.now()),
    door.vault.openMany(decided.flatMap((d) => d.reason ?? [])),
  ]);
  return ({ by, at, reason }: Stored) => ({
    by: whoWords(by, names.get(staffIdOf(by) ?? "") ?? null),
    at,
    reason: texts.get(`${reason}/reason`)?.toString("utf8") ?? null,
  });
}

async function listOf(
  door: Door,
  column: ErasureColumn,
  from: { cursor: string | null; since?: string },
): Promise<ErasureList> {
  const { lines, next } = await erasurePage(door.reader, column, from);
  const decided = lines.flatMap((line) => decidedOf(line, column));
  const told = await tellerOf(door, [...decided, ...lines.flatMap((l) => l.account.erased?.proposal ?? [])]);
  return { next, lines: lines.flatMap((line) => decidedOf(line, column).map((d) => lineOf(line, d, told))) };
}

function decidedOf({ account }: ListedAccount, column: ErasureColumn): (Stored & { until?: number })[] {
  const { erasure, legalHold, erased } = account;
  if (column === "held_at") return legalHold ? [legalHold] : [];
  if (column === "erased_at") return erased ? [{ by: erased.by, at: erased.at, reason: erased.proposal.reason }] : [];
  return erasure ? [{ ...erasure, until: erasure.at + lifetime.erasureProposalMs }] : [];
}

function lineOf(
  { account, mask }: ListedAccount,
  decided: Stored & { until?: number },
  told: Awaited<ReturnType<typeof tellerOf>>,
): ErasureLine {
  const first = account.erased?.proposal;
  return {
    account: account.id,
    holder: mask ?? noMask,
    ...told(decided),
    proposedBy: first ? told(first).by : null,
    until: decided.until ?? null,
  };
}

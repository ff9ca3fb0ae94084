import { staffNames } from "db/read/names";
import { signedApprovals } from "db/read/report";
import {
  type ApprovalToDraw,
  approvalsAfter as approvalsAfterEntry,
  countWaiting,
  judgedPage,
  lastDrawn as lastDrawnApproval,
  newestApproval as newest,
  type OpenCase,
  sampledCase,
  signersOfEach,
  waitingPage,
  wrongSince,
} from "db/read/second-reviews";
import { sightOf } from "db/read/sight";
import type { SignedApproval } from "domain/approval-pace";
import type { CaseFacts } from "domain/case";
import { type Sample, sampleOf } from "domain/sample";
import { lookRefusal } from "domain/second-review";
import type { Ticket } from "domain/ticket";
import { days, type Instant } from "domain/time";
import { lotOf } from "domain/trail/draw";
import type { DeskAlarm, Viewer } from "domain/view";
import type { LookLine, SecondLookView, SecondReviewsPage } from "domain/view-second-review";
import type { Door } from "./door.server";

export type { ApprovalToDraw } from "db/read/second-reviews";

const atOnce = 25;

/** Drawn approvals that wait for a second look, the longest waiting first, and the second looks that were given, the newest first; the reader's own account left out. */
export async function readSecondReviews(
  door: Door,
  viewer: Viewer,
  cursors: { waiting: string | null; given: number | null },
): Promise<SecondReviewsPage> {
  const [waiting, given, reader] = await Promise.all([
    waitingPage(door.reader, cursors.waiting, atOnce),
    judgedPage(door.reader, cursors.given, atOnce),
    readerOf(door, viewer),
  ]);
  const isOthers = ({ ticket }: { ticket: Ticket }) => !reader.own.has(ticket.account);
  const open = waiting.cases
    .filter(isOthers)
    .flatMap((c) => (c.ticket.samples ?? []).filter((s) => s.judged === null).map((sample) => ({ c, sample })));
  const looked = given.judged.filter(isOthers).flatMap(({ ticket, data }) => {
    const sample = sampleOf(ticket, data.approval);
    return sample ? [{ c: { ticket, account: null }, sample }] : [];
  });
  const line = await linesOf(door, reader, [...open, ...looked]);
  return {
    waiting: open.map(line),
    next: waiting.next,
    given: looked.map(line),
    older: given.next === null ? null : String(given.next),
    now: door.clock.now(),
  };
}

/** One drawn approval; null where none was drawn by that number, and for one of the reader's own account. */
export async function readSecondLook(door: Door, viewer: Viewer, approval: number): Promise<SecondLookView | null> {
  const found = Number.isSafeInteger(approval) ? await sampledCase(door.reader, approval) : null;
  const sample = found && sampleOf(found.ticket, approval);
  const reader = await readerOf(door, viewer);
  if (!found || !sample || reader.own.has(found.ticket.account)) return null;
  const line = await linesOf(door, reader, [{ c: found, sample }]);
  const hex = (n: number) => Math.floor(n).toString(16).padStart(8, "0");
  return {
    ...line({ c: found, sample }),
    signedAt: found.signedAt,
    openedAt: found.openedAt,
    lot: hex(lotOf(found.leaf)),
    under: hex(2 ** 32 / sample.oneIn),
    now: door.clock.now(),
  };
}

/** The ticket and account of a drawn approval, for a desk verb; null where none was drawn by that number. */
export async function refByApproval(door: Door, approval: number): Promise<{ account: string; ticket: string } | null> {
  const found = await sampledCase(door.reader, approval);
  return found && { account: found.ticket.account, ticket: found.ticket.id };
}

/** How many tickets wait for a second look. */
export const waitingLooks = (door: Door): Promise<{ n: number; capped: boolean }> => countWaiting(door.reader);

/** What the draw asks before it goes through the write door. */
export const newestApproval = (door: Door): Promise<number> => newest(door.reader);
export const lastDrawn = (door: Door): Promise<number> => lastDrawnApproval(door.reader);
export const approvalsAfter = (door: Door, seq: number, most: number): Promise<ApprovalToDraw[]> =>
  approvalsAfterEntry(door.reader, seq, most);
export const approvalsSince = (door: Door, since: Instant): Promise<SignedApproval[]> =>
  signedApprovals(door.reader, since);

/** How long, and of how many approvals at most, auditors and admins are warned that they looked wrong. */
const warnedMs = days(7);
const mostWarnings = 5;

/** Approvals that lately looked wrong to a second supervisor. */
export async function wrongLooks(door: Door): Promise<DeskAlarm[]> {
  const wrong = await wrongSince(door.reader, door.clock.now() - warnedMs, mostWarnings);
  return wrong.map(({ approval, at }) => ({ alarm: "looks-wrong", approval, since: at }));
}

type Reader = Pick<CaseFacts, "actor" | "samePerson"> & { own: ReadonlySet<string> };

async function readerOf(door: Door, viewer: Viewer): Promise<Reader> {
  const actor = { id: `staff:${viewer.id}`, role: viewer.role, auth: "none", session: null } as const;
  const { selves, own } = await sightOf(door.reader, viewer.id, []);
  return { actor, samePerson: [...selves], own };
}

interface Shown {
  c: OpenCase;
  sample: Sample;
}

/** Tells drawn approvals: names and the reasons' words come from the vault, all at once. */
async function linesOf(door: Door, reader: Reader, shown: readonly Shown[]): Promise<(s: Shown) => LookLine> {
  const now = door.clock.now();
  const staff = shown.flatMap(({ sample: s }) => [s.by, s.agent, ...(s.judged ? [s.judged.by] : [])]);
  const [names, texts, signers] = await Promise.all([
    staffNames(door.vault, [...new Set(staff)], now),
    door.vault.openMany(shown.flatMap(({ sample }) => sample.judged?.reason ?? [])),
    signersOfEach(door.reader, [...new Set(shown.map(({ c }) => c.ticket.id))]),
  ]);
  const name = (id: string) => names.get(id) ?? id;
  return ({ c: { ticket, account }, sample: { approval, by, agent, at, oneIn, judged } }) => ({
    approval,
    number: ticket.number,
    tier: ticket.tier,
    state: ticket.state,
    by: name(by),
    agent: name(agent),
    drawnAt: at,
    oneIn,
    judged: judged && {
      by: name(judged.by),
      at: judged.at,
      looks: judged.looks,
      reason: texts.get(`${judged.reason}/reason`)?.toString("utf8") ?? null,
    },
    refusal:
      reader.actor.role === "supervisor"
        ? lookRefusal({ ticket, account }, { ...reader, signers: signers.get(ticket.id) }, approval, now)
        : "not-your-role",
  });
}

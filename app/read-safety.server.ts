import { loadMember } from "db/load";
import type { ListedAccount } from "db/read/listed-accounts";
import { staffNames } from "db/read/names";
import { flaggedPage, pressedTickets } from "db/read/safety";
import { sightOf } from "db/read/sight";
import { waitingLift } from "domain/safety";
import { staffIdOf } from "domain/staff";
import type { Instant } from "domain/time";
import type { Viewer } from "domain/view";
import type { FlaggedRow, PressedRow, SafetyPage } from "domain/view-care";
import { noMask } from "domain/view-case";
import type { ListedTicket } from "domain/view-rows";
import type { Door } from "./door.server";
import { whoWords } from "./ui/words/who";

interface Reader {
  names: ReadonlyMap<string, string>;
  texts: ReadonlyMap<string, Buffer>;
  /** The viewer, by this or any other account of theirs. */
  selves: readonly string[];
  now: Instant;
}

/** Who is being pressed and which accounts are under a flag, the reader's own left out; only supervisors look. */
export async function readSafety(door: Door, viewer: Viewer, after: string | null): Promise<SafetyPage> {
  const now = door.clock.now();
  if (viewer.role !== "supervisor") return { pressed: [], flagged: [], next: null, now };
  const [allPressed, { lines: all, next }, { own }] = await Promise.all([
    pressedTickets(door.reader),
    flaggedPage(door.reader, after),
    sightOf(door.reader, viewer.id, []),
  ]);
  const pressed = allPressed.filter(({ ticket }) => !own.has(ticket.account));
  const lines = all.filter(({ account }) => !own.has(account.id));
  const reader = await readerOf(door, viewer, pressed, lines);
  return {
    pressed: pressed.flatMap((one) => pressedRow(one, reader)),
    flagged: lines.flatMap((one) => flaggedRow(one, reader)),
    next,
    now,
  };
}

async function readerOf(door: Door, viewer: Viewer, pressed: ListedTicket[], lines: ListedAccount[]): Promise<Reader> {
  const now = door.clock.now();
  const flags = lines.flatMap(({ account }) => account.safety ?? []);
  const staff = [
    ...pressed.flatMap(({ ticket }) => (ticket.pressure ?? []).map((p) => p.by)),
    ...flags.flatMap((f) => [staffIdOf(f.by) ?? [], staffIdOf(f.lift?.by ?? "") ?? []].flat()),
  ];
  const actor = { id: `staff:${viewer.id}`, role: viewer.role, auth: "none", session: null } as const;
  const [names, texts, { samePerson }] = await Promise.all([
    staffNames(door.vault, [...new Set(staff)], now),
    door.vault.openMany(flags.flatMap((f) => f.lift?.reason ?? [])),
    loadMember(door.reader.sql, actor),
  ]);
  return { names, texts, selves: samePerson, now };
}

function pressedRow({ ticket, holder }: ListedTicket, { names }: Reader): PressedRow[] {
  const open = ticket.pressure?.find((p) => p.until === null);
  return open ? [{ number: ticket.number, holder, agentName: names.get(open.by) ?? open.by, at: open.at }] : [];
}

function flaggedRow({ account, mask }: ListedAccount, { names, texts, selves, now }: Reader): FlaggedRow[] {
  const { safety } = account;
  if (!safety) return [];
  const say = (actor: string) => whoWords(actor, names.get(staffIdOf(actor) ?? "") ?? null);
  const lift = waitingLift(safety, now);
  const row = { account: account.id, holder: mask ?? noMask, kind: safety.kind, at: safety.at, byName: say(safety.by) };
  if (!lift) return [{ ...row, lift: null }];
  const reason = texts.get(`${lift.reason}/reason`)?.toString("utf8") ?? null;
  const mine = selves.includes(staffIdOf(lift.by) ?? "");
  return [{ ...row, lift: { byName: say(lift.by), at: lift.at, reason, mine } }];
}

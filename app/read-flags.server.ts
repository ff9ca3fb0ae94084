import { flaggedPage, ticketNumbers } from "db/read/flags";
import { staffNames } from "db/read/names";
import { sightOf } from "db/read/sight";
import { unreviewed } from "domain/risk";
import type { Viewer } from "domain/view";
import { noMask } from "domain/view-case";
import type { FlagsPage } from "domain/view-flags";
import type { Door } from "./door.server";

/** What looked wrong and no supervisor has looked at, account by account, the reader's own left out; nothing for anyone else. */
export async function readFlags(door: Door, viewer: Viewer, cursor: string | null): Promise<FlagsPage> {
  const now = door.clock.now();
  if (viewer.role !== "supervisor") return { rows: [], next: null, now };
  const { lines, next } = await flaggedPage(door.reader, cursor);
  const { own } = await sightOf(door.reader, viewer.id, []);
  const rows = lines.filter(({ account }) => !own.has(account.id));
  const flags = rows.flatMap((r) => unreviewed(r.account));
  const [numbers, names] = await Promise.all([
    ticketNumbers(door.reader, [...new Set(flags.flatMap((f) => f.ticket ?? []))]),
    staffNames(door.vault, [...new Set(flags.flatMap((f) => f.member ?? []))], now),
  ]);
  const lineOf = (f: (typeof flags)[number]) => ({
    seq: f.seq,
    flag: f.flag,
    at: f.at,
    ticketNumber: f.ticket === null ? null : (numbers.get(f.ticket) ?? null),
    about: f.member === null ? null : (names.get(f.member) ?? f.member),
  });
  return {
    rows: rows.map(({ account, mask }) => ({
      account: account.id,
      holder: mask ?? noMask,
      flags: unreviewed(account).map(lineOf),
    })),
    next,
    now,
  };
}

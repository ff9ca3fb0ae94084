import { flaggedPage, ticketsOf } from "db/read/flags";
import { staffNames } from "db/read/names";
import { sightOf } from "db/read/sight";
import { mayRead, type Sight } from "domain/may-read";
import { unreviewed } from "domain/risk";
import type { Viewer } from "domain/view";
import { noMask } from "domain/view-case";
import type { FlagsPage } from "domain/view-flags";
import type { Door } from "./door.server";

/** With this much sight of a ticket its page opens. */
const opening: readonly Sight[] = ["all", "glass"];

/** What looked wrong and no supervisor has looked at, account by account, the reader's own left out; nothing for anyone else. */
export async function readFlags(door: Door, viewer: Viewer, cursor: string | null): Promise<FlagsPage> {
  const now = door.clock.now();
  if (viewer.role !== "supervisor") return { rows: [], next: null, now };
  const { lines, next } = await flaggedPage(door.reader, cursor);
  const flags = lines.flatMap((r) => unreviewed(r.account));
  const [tickets, names] = await Promise.all([
    ticketsOf(door.reader, [...new Set(flags.flatMap((f) => f.ticket ?? []))]),
    staffNames(door.vault, [...new Set(flags.flatMap((f) => f.member ?? []))], now),
  ]);
  const appealOf = (id: string | null) => tickets.get(id ?? "")?.appeal?.text ?? "";
  const words = await door.vault.openMany(flags.flatMap((f) => (f.flag === "appeal" ? [appealOf(f.ticket)] : [])));
  const { own, decided } = await sightOf(door.reader, viewer.id, [...tickets.values()]);
  const rows = lines.filter(({ account }) => !own.has(account.id));
  const ticketOf = (id: string | null) => {
    const ticket = id === null ? undefined : tickets.get(id);
    if (!ticket) return null;
    const facts = { hasDecided: decided.has(ticket.id), isOwn: own.has(ticket.account), now };
    return { number: ticket.number, mayOpen: opening.includes(mayRead(ticket, viewer, facts)) };
  };
  const lineOf = (f: (typeof flags)[number]) => ({
    seq: f.seq,
    flag: f.flag,
    at: f.at,
    ticket: ticketOf(f.ticket),
    about: f.member === null ? null : (names.get(f.member) ?? f.member),
    ...(f.flag === "appeal" ? { appeal: words.get(`${appealOf(f.ticket)}/text`)?.toString("utf8") ?? null } : {}),
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

import { type Account, contactsOf } from "domain/account";
import { mostReplayed, type PastCase, replayedStates } from "domain/policy-replay";
import type { Ticket } from "domain/ticket";
import { type Instant, instantOf } from "domain/time";
import type { Db } from "../engine";
import { joinedLater, visibleSets } from "../load";

/** The latest tickets that were submitted or have ended, the newest first, with the ages that their evidence rests on; in three queries. */
export async function pastCases(reader: Db): Promise<PastCase[]> {
  const rows = await reader.sql
    .selectFrom("ticket as t")
    .leftJoin("account_state as s", "s.account_id", "t.account_id")
    .select(["t.doc", "s.doc as state"])
    .where("t.state", "in", [...replayedStates])
    .orderBy("t.number", "desc")
    .limit(mostReplayed)
    .execute();
  const tickets = rows.map((r) => JSON.parse(r.doc) as Ticket);
  const evidence = tickets.flatMap((t) => t.evidence);
  const imported = await agesOf(
    reader,
    evidence.flatMap((v) => v.contact ?? []),
    evidence.flatMap((v) => v.device ?? []),
  );
  return rows.map((r, i) => {
    const account = r.state === null ? null : (JSON.parse(r.state) as Account);
    const added = [...contactsOf([], account).map((c) => [c.id, c.since] as const), ...devicesOf(account)];
    return { ticket: tickets[i] as Ticket, since: { ...imported, ...Object.fromEntries(added) } };
  });
}

/** Since when the devices are on file that its holder added. */
const devicesOf = (account: Account | null) => (account?.devices ?? []).map((d) => [d.id, d.at] as const);

/** Since when contacts are on file, and devices that joined their account later than it came. */
async function agesOf(reader: Db, contacts: string[], devices: string[]): Promise<Record<string, Instant>> {
  const [since, joined] = await Promise.all([
    contacts.length === 0
      ? []
      : reader.sql.selectFrom("contact").select(["id", "verified_at"]).where("id", "in", unique(contacts)).execute(),
    devices.length === 0
      ? []
      : reader.sql
          .selectFrom("device as d")
          .innerJoin("account as a", "a.id", "d.account_id")
          .innerJoin("directory_set as s", "s.id", "d.set_id")
          .select(["d.id", "d.set_id", "s.visible_at", "a.set_id as account_set"])
          .where("d.id", "in", unique(devices))
          .where("d.set_id", "in", visibleSets(reader.sql))
          .execute(),
  ]);
  const ages = since.map((c) => [c.id, instantOf(c.verified_at)] as const);
  const later = joined.flatMap((d) => Object.entries(joinedLater([d], d.account_set)));
  return Object.fromEntries([...ages, ...later]);
}

const unique = (ids: readonly string[]): string[] => [...new Set(ids)];

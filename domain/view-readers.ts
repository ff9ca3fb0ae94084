import { median } from "./chance";
import { type ReadingCount, type ReadingKind, readingKinds } from "./readings";
import { type Member, roles } from "./staff";
import type { ReaderRow } from "./view";

/** The members who looked at anything, the one who is furthest above the median of the others of their role on top. */
export function readerRows(
  counts: readonly Omit<ReadingCount, "day">[],
  members: readonly Pick<Member, "id" | "role" | "disabledAt">[],
  nameOf: (id: string) => string,
): ReaderRow[] {
  const byActor = new Map<string, Omit<ReadingCount, "day">[]>();
  for (const one of counts) byActor.set(one.actor, [...(byActor.get(one.actor) ?? []), one]);
  const rows = members.flatMap((m) => {
    const own = byActor.get(`staff:${m.id}`);
    return own ? [rowOf(m, own, nameOf(m.id))] : [];
  });
  const peers = new Map(roles.map((role) => [role, rows.filter((r) => r.role === role).map((r) => r.compared.n)]));
  return rows
    .map((r) => ({ ...r, compared: { ...r.compared, ...othersOf(peers.get(r.role) ?? [], r.compared.n) } }))
    .sort((a, b) => above(b) - above(a) || b.all - a.all || (a.actor < b.actor ? -1 : 1));
}

/** How many times the median of the others; a median of none counts as one, and nobody is above nobody. */
export const above = ({ compared }: Pick<ReaderRow, "compared">): number =>
  compared.others === 0 ? 1 : compared.n / Math.max(1, compared.median);

/** What agents and supervisors look at inside or outside of their tickets. */
const worked = ["search", "ticket", "packet", "photo", "purchase", "reveal"] as const satisfies readonly ReadingKind[];

function rowOf(
  m: Pick<Member, "id" | "role" | "disabledAt">,
  own: readonly Omit<ReadingCount, "day">[],
  name: string,
): ReaderRow {
  const sum = (kind: ReadingKind, of: "n" | "outside") =>
    own.filter((c) => c.kind === kind).reduce((all, c) => all + c[of], 0);
  const counts = Object.fromEntries(readingKinds.map((kind) => [kind, sum(kind, "n")])) as ReaderRow["counts"];
  const personal = worked.reduce((n, kind) => n + counts[kind], 0);
  const outside = worked.reduce((n, kind) => n + sum(kind, "outside"), 0);
  const all = readingKinds.reduce((n, kind) => (kind === "miss" ? n : n + counts[kind]), 0);
  const by = m.role === "agent" || m.role === "supervisor" ? "outside" : "all";
  const compared = { n: by === "outside" ? outside : all, median: 0, others: 0, by } as const;
  return {
    actor: `staff:${m.id}`,
    name,
    role: m.role,
    active: m.disabledAt === null,
    counts,
    personal,
    outside,
    all,
    compared,
  };
}

/** How many others there are, and the median of what they are compared by: in a small team one who stands out would else move it. */
function othersOf(role: readonly number[], own: number): { others: number; median: number } {
  const rest = role.toSpliced(role.indexOf(own), 1);
  return { others: rest.length, median: median(rest) };
}

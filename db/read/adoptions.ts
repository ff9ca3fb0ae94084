import type { Recorded } from "domain/event";
import type { Db } from "../engine";
import { recordedIn } from "../recorded-in";

type Of<T extends Recorded["type"]> = Extract<Recorded, { type: T }>;
/** An adoption and, where two admins decided, the confirmation that is the entry before it. */
export interface Adoption {
  adopted: Of<"policy.adopted">;
  confirmed: Of<"policy.draft-confirmed"> | null;
}

const pageSize = 20;

/** A page of the policies that were put in force, the newest first, before an entry; a cursor is a seq. */
export async function adoptionPage(
  reader: Db,
  before: number | null,
): Promise<{ adoptions: Adoption[]; next: string | null }> {
  const rows = await reader.sql
    .selectFrom("entry")
    .select("bytes")
    .where("type", "=", "policy.adopted")
    .$if(before !== null, (q) => q.where("seq", "<", before ?? 0))
    .orderBy("seq", "desc")
    .limit(pageSize + 1)
    .execute();
  const adopted = rows.slice(0, pageSize).flatMap((row) => {
    const e = recordedIn(row.bytes);
    return e.type === "policy.adopted" ? [e] : [];
  });
  const confirmed = await confirmations(
    reader,
    adopted.map((e) => e.seq - 1),
  );
  return {
    adoptions: adopted.map((e) => ({ adopted: e, confirmed: confirmed.get(e.seq - 1) ?? null })),
    next: rows.length > pageSize ? String(adopted.at(-1)?.seq) : null,
  };
}

async function confirmations(reader: Db, seqs: number[]): Promise<Map<number, Of<"policy.draft-confirmed">>> {
  if (seqs.length === 0) return new Map();
  const rows = await reader.sql
    .selectFrom("entry")
    .select("bytes")
    .where("seq", "in", seqs)
    .where("type", "=", "policy.draft-confirmed")
    .execute();
  return new Map(
    rows.flatMap((row) => {
      const e = recordedIn(row.bytes);
      return e.type === "policy.draft-confirmed" ? [[e.seq, e] as const] : [];
    }),
  );
}

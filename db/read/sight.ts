import { partingActs } from "domain/may-read";
import type { Ticket } from "domain/ticket";
import type { Db } from "../engine";
import { loadMember } from "../load";
import { ownAccounts } from "../load-ties";

/** What a reader may see of many tickets rests on: those a supervisor decided something on, the accounts that are their own, and who they are by all their accounts. */
export interface SightOf {
  decided: ReadonlySet<string>;
  own: ReadonlySet<string>;
  selves: readonly string[];
}

/** The facts of a member's sight of these tickets; of the decided ones the parts are asked first, which are few. */
export async function sightOf(
  reader: Db,
  viewer: string,
  tickets: readonly Pick<Ticket, "id" | "account">[],
): Promise<SightOf> {
  const actor = { id: `staff:${viewer}`, role: "anyone", auth: "none", session: null } as const;
  const { samePerson } = await loadMember(reader.sql, actor);
  const [decided, own] = await Promise.all([decidedOn(reader, actor.id, tickets), ownAccounts(reader.sql, samePerson)]);
  return { decided, own, selves: samePerson };
}

async function decidedOn(
  { sql }: Db,
  actor: string,
  tickets: readonly Pick<Ticket, "id" | "account">[],
): Promise<Set<string>> {
  if (tickets.length === 0) return new Set();
  const accounts = [...new Set(tickets.map((t) => t.account))];
  const rows = await sql
    .selectFrom("part as p")
    .select("p.ticket")
    .where("p.account", "in", accounts)
    .where("p.actor", "=", actor)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom("entry as e")
          .select("e.seq")
          .whereRef("e.object", "=", "p.ticket")
          .whereRef("e.actor", "=", "p.actor")
          .where("e.type", "in", partingActs),
      ),
    )
    .execute();
  return new Set(rows.map((r) => r.ticket));
}

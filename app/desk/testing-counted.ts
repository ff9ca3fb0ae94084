import type { Db, EngineKind } from "db/engine";
import { openLedger } from "db/ledger";
import type { KyselyPlugin } from "kysely";
import type { Door, House } from "~/door.server";
import type { Secrets } from "~/secrets.server";

/** What a piece of work cost: queries on either connection, but for the hashes of subtrees, whose number follows from the length of the trail; and values that were hashed with a key. */
export interface Cost {
  queries: number;
  hashes: number;
}

/** Support for tests: the door of a house with every query and every keyed hash counted. */
export function countedDoor({ door, writer }: House): {
  door: Door;
  costOf(work: () => Promise<unknown>): Promise<Cost>;
} {
  const cost: Cost = { queries: 0, hashes: 0 };
  const counting: KyselyPlugin = {
    transformQuery: ({ node }) => node,
    transformResult: ({ result }) => {
      cost.queries += 1;
      return Promise.resolve(result);
    },
  };
  const counted = (db: Db): Db => ({ ...db, sql: db.sql.withPlugin(counting) });
  const hashed =
    <A extends unknown[], R>(hash: (...args: A) => R) =>
    (...args: A): R => {
      cost.hashes += 1;
      return hash(...args);
    };
  const { lookup, code, token } = door.secrets;
  const secrets: Secrets = { ...door.secrets, lookup: hashed(lookup), code: hashed(code), token: hashed(token) };
  const same = { ...door, secrets, reader: counted(door.reader), ledger: openLedger(counted(writer), door.clock) };
  return {
    door: same,
    costOf: async (work) => {
      Object.assign(cost, { queries: 0, hashes: 0 });
      const before = await subtrees(writer);
      await work();
      const stored = (await subtrees(writer)) - before;
      return { ...cost, queries: cost.queries - statementsFor(writer.kind, stored) };
    },
  };
}

const subtrees = async ({ sql }: Db): Promise<number> => (await sql.selectFrom("node").select("idx").execute()).length;

/** One append's subtrees go in by one statement on PostgreSQL, on SQLite by fours and ones. */
const statementsFor = (kind: EngineKind, nodes: number): number =>
  kind === "sqlite" ? Math.floor(nodes / 4) + (nodes % 4) : Math.sign(nodes);

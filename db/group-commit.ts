import { setImmediate as breathe } from "node:timers/promises";
import { CompiledQuery, type Transaction } from "kysely";
import type { Db } from "./engine";
import type { Tables } from "./schema";

type Tx = Transaction<Tables>;
/** Runs a body in a transaction; when the promise resolves, what the body did is durable. */
export type Commit = <T>(body: (tx: Tx) => Promise<T>) => Promise<T>;
interface Waiting {
  body(tx: Tx): Promise<unknown>;
  resolve(made: unknown): void;
  reject(error: unknown): void;
}

const mostTogether = 32;

/**
 * Commits bodies that wait at the same time as one: in the order they came, each in a savepoint, so that one that throws
 * undoes itself alone. Nobody hears of an end before the commit; where that fails, it has failed for all.
 */
export function openCommits(db: Db): Commit {
  const waiting: Waiting[] = [];
  let isCommitting = false;

  async function commitAll(): Promise<void> {
    for (;;) {
      // Who comes in the same turn joins: SQLite's driver lets nobody in between the first statement and the commit.
      await breathe();
      const group = waiting.splice(0, mostTogether);
      isCommitting = group.length > 0;
      if (!isCommitting) return;
      await commitTogether(db, group);
    }
  }
  return <T>(body: (tx: Tx) => Promise<T>) =>
    new Promise<T>((resolve, reject) => {
      waiting.push({ body, resolve: resolve as Waiting["resolve"], reject });
      if (isCommitting) return;
      isCommitting = true;
      void commitAll();
    });
}

type End = () => void;

async function commitTogether(db: Db, group: readonly Waiting[]): Promise<void> {
  try {
    const ends = await db.sql.transaction().execute((tx) => inTurn(tx, group));
    for (const end of ends) end();
  } catch (error) {
    for (const one of group) one.reject(error);
  }
}

async function inTurn(tx: Tx, group: readonly Waiting[]): Promise<End[]> {
  const [first] = group;
  if (first && group.length === 1) {
    const made = await first.body(tx);
    return [() => first.resolve(made)];
  }
  const ends: End[] = [];
  for (const one of group) ends.push(await inSavepoint(tx, one));
  return ends;
}

async function inSavepoint(tx: Tx, { body, resolve, reject }: Waiting): Promise<End> {
  await run(tx, "savepoint command");
  try {
    const made = await body(tx);
    await run(tx, "release savepoint command");
    return () => resolve(made);
  } catch (error) {
    await undo(tx, error);
    return () => reject(error);
  }
}

/** Undoes what came since the savepoint; throws the error itself where the engine has given up the whole transaction. */
async function undo(tx: Tx, error: unknown): Promise<void> {
  try {
    await run(tx, "rollback to savepoint command");
    await run(tx, "release savepoint command");
  } catch {
    throw error;
  }
}

const run = (tx: Tx, statement: string) => tx.executeQuery(CompiledQuery.raw(statement));

import type { Db } from "../engine";
import { latestSchema, versionOf } from "../migrate";

/** Why this database cannot be worked with, as a sentence that says what to do, or null. */
export async function databaseProblem(db: Db): Promise<string | null> {
  const version = await versionOf(db);
  if (version > latestSchema)
    return `The database is of a newer release (schema ${version}; this one knows ${latestSchema}). Start that release.`;
  if (version < latestSchema)
    return `The database is not at this release's schema (${version} of ${latestSchema}). Run "countersign migrate".`;
  const head = await db.sql.selectFrom("head").select("size").where("id", "=", 1).executeTakeFirst();
  return head ? null : "The database has no head of the trail. Restore a backup, and look into how it was lost.";
}

import { migratedPlace, setTemplates } from "./place";

/** Once for a run of tests that asks for it by COUNTERSIGN_TEST_TEMPLATES: a migrated place of each engine, since to copy one takes a tenth of what it takes to migrate one. */
export async function setup(): Promise<(() => Promise<void>) | undefined> {
  if (process.env.COUNTERSIGN_TEST_TEMPLATES === undefined) return undefined;
  const [sqlite, postgres] = [await migratedPlace("sqlite"), await migratedPlace("postgres")];
  setTemplates({ sqlite, postgres });
  return async () => {
    await sqlite.drop();
    await postgres.drop();
  };
}

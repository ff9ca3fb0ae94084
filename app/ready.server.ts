import { databaseProblem } from "db/read/health";
import type { Config } from "./config.server";
import { type House, openHouse } from "./door.server";

/** Opens a house that can be worked in: what is there, of this release's schema, with its trail; throws a sentence for any other. */
export async function openReady(
  config: Config,
  env: Readonly<Record<string, string | undefined>> = process.env,
): Promise<House> {
  const house = openHouse(config, env);
  const problem = await databaseProblem(house.door.reader).catch(
    (error: unknown) => `The database cannot be read: ${error instanceof Error ? error.message : String(error)}`,
  );
  if (problem === null) return house;
  await house.close();
  throw new Error(problem);
}

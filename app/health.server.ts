import { databaseProblem } from "db/read/health";
import { whyHalted } from "./checkpoint-door.server";
import type { Door } from "./door.server";

/** Whether the desk can do its work at this moment; what is wrong is told to whoever runs it, not to whoever asks. */
export async function isHealthy(door: Door): Promise<boolean> {
  try {
    return (await databaseProblem(door.reader)) === null && (await whyHalted(door.reader.sql)) === null;
  } catch (error) {
    console.error(`healthz ${error instanceof Error ? error.message : String(error)}`);
    return false;
  }
}

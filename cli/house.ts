import { userInfo } from "node:os";
import type { Actor } from "domain/staff";
import { BadSettings, configOf } from "~/config.server";
import type { House } from "~/door.server";
import { openReady } from "~/ready.server";
import { refusal } from "~/ui/words";

/** Exit codes, the same for every command; `verify` adds its own 1, 2 and 3. */
export const exit = { ok: 0, failed: 1, settings: 78 } as const;

/** Whoever sits at the command line, as entries name them. */
export const atTheCommandLine = (): Actor => ({
  id: `cli:${userInfo().username}`,
  role: "cli",
  auth: "none",
  session: null,
});

/** Says to the command line why something was refused, in the words that screens have for it, and gives the exit code. */
export function refusedWith(reason: string, command: string): number {
  console.error(`Refused: ${refusal(reason, command)}`);
  return exit.failed;
}

/** Opens the house for one command, if its database is of this release, and closes it afterwards; what is wrong is said in a sentence, with exit code 78 for settings. */
export async function withHouse(work: (house: House) => Promise<number>): Promise<void> {
  process.exitCode = await guarded(async () => {
    const house = await openReady(configOf(process.env));
    try {
      return await work(house);
    } finally {
      await house.close();
    }
  });
}

/** Runs a command's work and turns what it throws into a sentence and an exit code: `failed`, or 78 for settings. */
export async function guarded(work: () => Promise<number>, failed: number = exit.failed): Promise<number> {
  try {
    return await work();
  } catch (error) {
    const settings = error instanceof BadSettings;
    console.error(error instanceof Error ? error.message : "Something went wrong.");
    return settings ? exit.settings : failed;
  }
}

import { randomBytes } from "node:crypto";
import { enrol } from "domain/member";
import type { Door } from "~/door.server";
import { authenticator, memberWithId, openSeed, sealSeed, staffName, totpStepMs } from "~/staff-secrets.server";
import type { Who } from "./case.server";

/** Gives a member of the demo an authenticator of the desk's own, for codes that the demo shows; never in production. */
export async function enrolForDemo(door: Door, who: Who, staff: string): Promise<string | null> {
  refuseProduction(door);
  const keep = [await sealSeed(door, staff, randomBytes(20))];
  // A step long past, so that the code of this very moment can still be used.
  const step = Math.floor(door.clock.now() / totpStepMs) - 10;
  const outcome = await door.ledger.enact({
    ...who,
    stream: "staff",
    id: staff,
    keep,
    decide: enrol({ passwordRight: true, step }),
  });
  return outcome.refused;
}

/** The code that an authenticator just set up from this secret would show at the desk's time, with whose it is. */
export async function demoEnrolmentCode(door: Door, staff: string): Promise<{ name: string; code: string } | null> {
  refuseProduction(door);
  const found = await memberWithId(door, staff);
  if (!found?.totp || found.member.enrolledAt !== null) return null;
  const totp = authenticator(await openSeed(door, staff, found.totp));
  return { name: await staffName(door, staff), code: totp.generate({ timestamp: door.clock.now() }) };
}

/** The code this member's authenticator would show: the oldest one that still works, or null where there is none to show. */
export async function demoCode(door: Door, staff: string): Promise<string | null> {
  refuseProduction(door);
  const found = await memberWithId(door, staff);
  if (!found?.totp || found.member.enrolledAt === null) return null;
  const now = Math.floor(door.clock.now() / totpStepMs);
  const step = Math.max(now, found.member.lastStep + 1);
  if (step > now + 1) return null;
  return authenticator(await openSeed(door, staff, found.totp)).generate({ timestamp: step * totpStepMs });
}

function refuseProduction(door: Door): void {
  if (door.config.mode === "production") throw new Error("A production desk never shows a code.");
}

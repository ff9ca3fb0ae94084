import { hours, instantOf, minutes } from "domain/time";
import type { House } from "~/door.server";
import { keepVerdict, type Verdict, watchNow } from "~/watch-door.server";
import { endDoubt, enterDoubt } from "./doubt-trail.server";

/** A worker that has just started has other work than the first full verification. */
const firstAfterMs = minutes(5);

/** Whether the full verification is due: so many hours after the last, by the desk's clock, in the process that has the check. */
export async function isVerificationDue(
  house: House,
  process: string,
  steady: () => number = () => performance.now(),
): Promise<boolean> {
  const { verifyHours } = house.door.config;
  if (verifyHours === 0) return false;
  const watch = await watchNow(house.door.reader.sql);
  if (watch.process !== process) return false;
  return watch.full_at === null
    ? steady() >= firstAfterMs
    : house.door.clock.now() - instantOf(watch.full_at) >= hours(verifyHours);
}

/** Keeps what a full verification came to; that it found something, or no longer does, is an entry. */
export async function recordVerification(
  house: House,
  verdict: Pick<Verdict, "verdict" | "size" | "problem">,
): Promise<void> {
  const before = await watchNow(house.door.reader.sql);
  const doubted = before.full_verdict === "tampered" || before.full_verdict === "malformed";
  const { problem } = verdict;
  const bad = verdict.verdict === "tampered" || verdict.verdict === "malformed";
  if (problem) console.error(`verification: ${problem.sentence}`);
  await keepVerdict(house.writer, verdict, house.door.clock.now());
  if (bad && problem && !doubted)
    await enterDoubt(house, { check: "verification", what: problem.what, entry: problem.seq });
  if (verdict.verdict === "valid" && doubted) await endDoubt(house, "verification");
}

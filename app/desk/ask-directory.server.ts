import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { askReset, takeForgotten } from "domain/ask-directory";
import { type DirectoryStep, stepsOf } from "domain/directory-job";
import type { PasswordRules } from "domain/password";
import type { Ticket } from "domain/ticket";
import { minutes, seconds } from "domain/time";
import { type Door, newPasswordField, type Outcome } from "~/door.server";
import { type CaseRef, enactCase, type Who } from "./case.server";

/** What a ticket's link asks of the directory; nothing where accounts live here. */
export const directoryStepsOf = (door: Door, ticket: Ticket | null): DirectoryStep[] =>
  door.directory && ticket ? stepsOf(ticket, door.directory.takes) : [];

/** Takes a grant for the directory; the new password waits sealed under the account's key, and is nowhere else. */
export async function askForReset(
  door: Door,
  who: Who,
  ref: CaseRef,
  asked: { grant: { id: string; generation: number }; password: string | null },
): Promise<Outcome> {
  const job = newJobId();
  const keep = asked.password === null ? [] : [await sealed(door, ref.account, job, asked.password)];
  const taken = door.directory?.takes ?? [];
  return enactCase(door, who, ref, askReset(asked.grant, { job, taken }), { keep });
}

/** Takes a way to a new password for the directory, in the same manner. */
export async function askForForgotten(
  door: Door,
  who: Who,
  account: string,
  asked: { generation: number; password: string },
): Promise<Outcome> {
  const job = newJobId();
  const keep = [await sealed(door, account, job, asked.password)];
  const decide = takeForgotten(asked.generation, job);
  return door.ledger.enact({ ...who, stream: "case", account, ticket: null, decide, keep });
}

const newJobId = (): string => randomBytes(16).toString("hex");

const sealed = (door: Door, account: string, job: string, password: string) =>
  door.vault.seal(account, job, newPasswordField, password);

/** What the policy asks of a new password, with the directory's own least length where that can be read and is greater. */
export async function rulesWith(door: Door, byPolicy: PasswordRules): Promise<PasswordRules> {
  if (!door.directory) return byPolicy;
  const now = performance.now();
  const known = read.get(door);
  const fresh = known && now - known.at < rememberedMs ? known : { at: now, length: lengthOf(door) };
  read.set(door, fresh);
  return { ...byPolicy, minLength: Math.max(byPolicy.minLength, (await fresh.length) ?? 0) };
}

const rememberedMs = minutes(5);
const read = new WeakMap<Door, { at: number; length: Promise<number | null> }>();

/** A directory that does not answer soon has no rule that anybody could read: it says so itself when it is asked. */
function lengthOf({ directory }: Door): Promise<number | null> {
  const unknown = sleep(longestMs, null, { ref: false });
  return Promise.race([directory?.leastLength().catch(() => null) ?? null, unknown]);
}

/** A page waits no longer for it. */
const longestMs = seconds(2);

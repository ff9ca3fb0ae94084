import { type Answer, jobOf, settleDirectory, stopOf } from "domain/ask-directory";
import type { Case } from "domain/case";
import { type DirectoryJob, type DirectoryStep, directoryTroubles, isAtWork, stepsLeft } from "domain/directory-job";
import type { Recorded } from "domain/event";
import { hours, type Millis, minutes, seconds } from "domain/time";
import { type Change, type ContactValue, type Directory, NotDone, NotTaken } from "~/directory/port.server";
import {
  claimJobs,
  type DirectoryRow,
  type Door,
  type House,
  jobLeaseMs,
  type Keep,
  loadCaseFacts,
  newPasswordField,
  noteSure,
  noteUnsure,
  releaseJob,
  retryJob,
} from "~/door.server";
import { deliveryNow, isClockJumped, ledgerNow } from "~/facts.server";
import { caseNow, type Where } from "./case.server";
import { worker } from "./deliver-messages.server";
import { eachAlone } from "./each-alone.server";
import { passwordToKeep } from "./new-password.server";

const atOnce = 10;
/** How long to wait after each time it was not done, for as long as the job is tried. */
const backOffMs = [seconds(5), seconds(20), minutes(1), minutes(5), minutes(15), minutes(30)];
const longestPauseMs = hours(1);

/** Carries redemptions to the directory, step by step; the same call finishes what a crash left. Tells how many it turned to. */
export async function runDirectory(house: House): Promise<number> {
  const { door, writer } = house;
  // By a clock that nobody trusts nothing is given up, and no account changed.
  if (!door.directory || (await isClockJumped(door))) return 0;
  const due = await claimJobs(writer, atOnce, { due: await deliveryNow(door), clock: door.clock.now() });
  const begun = performance.now();
  return eachAlone(
    "directory job",
    due,
    (row) => row.id,
    async (row) => {
      // A slow directory must not make the last of them outlive the lease and be asked twice at once.
      if (!isLate(begun) && door.directory) await runJob({ house, directory: door.directory, row, begun });
      else await releaseJob(writer, row.id);
    },
  );
}

const isLate = (begun: number): boolean => performance.now() - begun > jobLeaseMs / 2;

/** A step that was sent before without an answer, and the version of the account before it. */
type Sent = Pick<DirectoryRow, "unsure" | "before">;

interface Turn {
  house: House;
  directory: Directory;
  row: DirectoryRow;
  begun: number;
}

/** One job, until it is over, has to wait, or the lease is half gone. */
async function runJob(turn: Turn): Promise<void> {
  const { row, house } = turn;
  const ref = { account: row.account_id, ticket: row.ticket_id };
  for (let sent: Sent | null = row; ; sent = null) {
    const c = await caseNow(house.door, ref);
    const job = jobOf(c, ref.ticket);
    const [step] = isAtWork(job) && job.id === row.id ? stepsLeft(job) : [];
    if (!isAtWork(job) || !step) return;
    if (isLate(turn.begun)) return void (await releaseJob(house.writer, row.id));
    const answer =
      (await endBefore(house.door, c, ref, job)) ??
      (await ask(turn, c, { job, step, sent: sent?.unsure === step ? sent : null }));
    if (!(await settle(turn, ref, job, answer))) return;
  }
}

/** Why it must not go on at this moment, or null: an objection that came in between, or a time that is over. */
async function endBefore(door: Door, c: Case, ref: Where, job: DirectoryJob): Promise<Asked | null> {
  const now = await ledgerNow(door);
  const facts = await loadCaseFacts(door.reader.sql, c, ref.account, worker, now);
  const stop = stopOf({ c, facts, now, job });
  if (stop) return { answer: { stop } };
  return now < job.until ? null : { answer: { failure: troubleIn(job) } };
}

const troubleIn = ({ why }: DirectoryJob) => directoryTroubles.find((one) => one === why) ?? "unreachable";

interface Asked {
  answer: Answer;
  /** Of a step that is not done yet. */
  afterMs?: Millis;
  unsure?: boolean;
}

interface Asking {
  job: DirectoryJob;
  step: DirectoryStep;
  sent: Sent | null;
}

async function ask({ house, directory }: Turn, c: Case, { job, step, sent }: Asking): Promise<Asked> {
  const change = await changeOf(house.door, c, { job, step, sent });
  if (!change) return { answer: { failure: "password-gone" } };
  // Noted before it is sent, the first time: a worker that dies now has its successor ask whether it was done.
  const sending = async (version: string | null) => {
    if (!sent) await noteUnsure(house.writer, job.id, step, version);
  };
  try {
    await directory.change(change, sending);
    return { answer: { step, done: true } };
  } catch (error) {
    if (error instanceof NotTaken) return { answer: { rule: error.rule } };
    const { trouble, more } = error instanceof NotDone ? error : new NotDone("not-understood", { unsure: true });
    // What was not answered once stays unsure, however often it is sent again.
    return { answer: { step, trouble }, afterMs: more.afterMs, unsure: more.unsure === true || sent !== null };
  }
}

/** What a step changes, in clear: read from the vault for this one request; null where its key is gone. */
async function changeOf(door: Door, c: Case, { job, step, sent }: Asking): Promise<Change | null> {
  const account = c.account?.id ?? "";
  const username = (await door.vault.open(account, "username"))?.toString("utf8");
  if (!username) return null;
  const common = { id: `${job.id}.${step}`, username, unsure: sent !== null, before: sent?.before ?? null };
  if (step === "second-factor") return { ...common, step };
  if (step === "contacts") return { ...common, step, ...(await contactsOf(door, c)) };
  const password = (await door.vault.open(job.id, newPasswordField))?.toString("utf8");
  return password === undefined ? null : { ...common, step, password };
}

async function contactsOf(door: Door, { ticket }: Case): Promise<{ remove: ContactValue[]; add: ContactValue | null }> {
  const gone = ticket?.action.replace ?? [];
  const bound = ticket?.needsNewContact ? ticket.newContact : null;
  const opened = await door.vault.openMany([...gone, ...(bound ? [bound.id] : [])]);
  const text = (id: string) => opened.get(`${id}/value`)?.toString("utf8");
  const contactOf = (id: string): ContactValue[] => {
    const value = text(id);
    return value === undefined ? [] : [{ kind: value.includes("@") ? "email" : "phone", value }];
  };
  return { remove: gone.flatMap(contactOf), add: bound ? (contactOf(bound.id)[0] ?? null) : null };
}

/** Enters what was answered; tells whether the job goes on at once. */
async function settle({ house, row }: Turn, ref: Where, job: DirectoryJob, asked: Asked): Promise<boolean> {
  const { door, writer } = house;
  const { answer } = asked;
  const isTrouble = "trouble" in answer;
  const now = await deliveryNow(door);
  // The same trouble again is no news: it only waits longer.
  if (!isTrouble || answer.trouble !== job.why || now >= job.until) {
    const keep = await keepOf(door, ref, job, answer);
    const decide = settleDirectory(job.id, answer);
    await door.ledger.enact({ stream: "case", ...ref, actor: worker, request: `directory:${job.id}`, decide, keep });
  }
  if (!isTrouble) {
    await noteSure(writer, row.id);
    return "done" in answer;
  }
  await retryJob(writer, row.id, { inMs: pauseOf(row.attempts, asked.afterMs), sure: !asked.unsure }, now);
  return false;
}

const pauseOf = (attempts: number, afterMs: Millis = 0): Millis =>
  Math.min(longestPauseMs, Math.max(afterMs, backOffMs[attempts] ?? longestPauseMs));

/** With the last step go the look-up of the new contact, every session, and the password as it is signed in with here. */
async function keepOf(
  door: Door,
  ref: Where,
  job: DirectoryJob,
  answer: Answer,
): Promise<(entries: readonly Recorded[]) => readonly Keep[]> {
  if (!("done" in answer) || stepsLeft(job).length > 1) return () => [];
  const password = (await door.vault.open(job.id, newPasswordField))?.toString("utf8");
  const account = ref.account;
  const always: Keep[] = [
    { keep: "end-holder-sessions", account },
    ...(password === undefined ? [] : [await passwordToKeep(door, account, password)]),
  ];
  return (entries) => {
    if (!entries.some((e) => e.type === "directory.done")) return [];
    const recovered = entries.find((e) => e.type === "account.recovered");
    const added = recovered?.type === "account.recovered" ? recovered.data.added : null;
    return added ? [...always, { keep: "contact-lookup", contact: added.id, account }] : always;
  };
}

import { setTimeout as sleep } from "node:timers/promises";
import { minutes } from "domain/time";
import type { Acknowledged } from "./acknowledge";
import type { Job } from "./child";
import { openSharedClock } from "./clock";
import { workOnce } from "./deliveries";
import type { Child, FaultDesk } from "./testing";

/** How a run of kills went. */
export interface Killed {
  kills: number;
  /** Kills by the last entry type that the killed desk had acknowledged, or of the worker's process. */
  at: Record<string, number>;
  acknowledged: Acknowledged[];
  /** Right values that no longer scored, because a process ended between reservation and result. */
  burnt: string[];
  /** What processes said when they ended by themselves before they should. */
  failures: string[];
  batches: number;
}
export interface KillPlan {
  kills: number;
  /** A number in [0, 1) that decides who is killed and when. */
  random: () => number;
  onKill?: (done: number) => void;
}
const mostAliveMs = 900;
const mostChanges = 40;

/**
 * Kills processes of a desk under load, by SIGKILL, and starts them again on the same database: half of the desk's kills
 * fall at any moment, half right after an acknowledged change; every third kill is the worker's. At the end every ticket
 * that was begun is carried to its end.
 */
export async function killOften(desk: FaultDesk, plan: KillPlan): Promise<Killed> {
  const result: Killed = { kills: 0, at: {}, acknowledged: [], burnt: [], failures: [], batches: 0 };
  let worker = desk.start({ do: "work" });
  while (result.kills < plan.kills) {
    if (plan.random() < 1 / 3) {
      worker = await killWorker(desk, worker, plan, result);
    } else {
      await killDesk(desk, plan, result);
    }
    result.kills += 1;
    plan.onKill?.(result.kills);
  }
  await carryToTheEnd(desk, result);
  await endBySigkill(worker);
  gather(worker, result);
  await emptyOutbox(desk);
  return result;
}

/** The worker dies while the desk goes on beside it, and another takes over. */
async function killWorker(desk: FaultDesk, worker: Child, plan: KillPlan, result: Killed): Promise<Child> {
  const beside = desk.start(carrying(result.batches));
  await Promise.all([ready(beside, result), ready(worker, result)]);
  await sleep(plan.random() * mostAliveMs);
  await endBySigkill(worker);
  count(result, "the worker");
  gather(worker, result);
  const next = desk.start({ do: "work" });
  await sleep(plan.random() * mostAliveMs);
  await endBySigkill(beside);
  gather(beside, result);
  return next;
}

async function killDesk(desk: FaultDesk, plan: KillPlan, result: Killed): Promise<void> {
  const inside = plan.random() < 0.5;
  const dieAfter = 1 + Math.floor(plan.random() * mostChanges);
  const child = desk.start({ ...carrying(result.batches), ...(inside ? {} : { dieAfter }) });
  await ready(child, result);
  if (inside) await child.says("ack").catch(() => undefined);
  if (inside) await sleep(plan.random() * mostAliveMs);
  else await child.ended;
  await endBySigkill(child);
  gather(child, result);
  count(result, acknowledgedBy(child).at(-1)?.type ?? "the start");
}

async function carryToTheEnd(desk: FaultDesk, result: Killed): Promise<void> {
  const last = desk.start({ ...carrying(0), untilBatch: result.batches + 1 });
  await last.ended;
  gather(last, result);
}

/** Sends the last messages, those a dead worker had leased included. */
export async function emptyOutbox({ house, file }: FaultDesk): Promise<void> {
  openSharedClock(file.clockFile).pass(minutes(3));
  while ((await workOnce(house, file)) > 0);
}

const carrying = (fromBatch: number): Extract<Job, { do: "carry" }> => ({
  do: "carry",
  fromBatch,
  untilBatch: 100_000,
  alone: false,
});

const ready = (child: Child, result: Killed): Promise<unknown> =>
  child.says("ready").catch((error: Error) => result.failures.push(error.message));

async function endBySigkill(child: Child): Promise<void> {
  child.process.kill("SIGKILL");
  await child.ended;
}

function gather(child: Child, result: Killed): void {
  result.acknowledged.push(...acknowledgedBy(child));
  const burnt = child.lines.filter((l) => l.startsWith("burnt ") || l.startsWith("stuck "));
  result.burnt = [...new Set([...result.burnt, ...burnt])];
  result.failures.push(...child.lines.filter((l) => l.startsWith("failed ")));
  for (const line of child.lines)
    if (line.startsWith("batch ")) result.batches = Math.max(result.batches, Number(line.slice(6)));
}

/** A last line that was cut off by the kill was not acknowledged. */
const acknowledgedBy = (child: Child): Acknowledged[] =>
  child.lines
    .filter((l) => l.startsWith("ack ") && l.endsWith("]"))
    .flatMap((l) => JSON.parse(l.slice(4)) as Acknowledged[]);

function count(result: Killed, where: string): void {
  result.at[where] = (result.at[where] ?? 0) + 1;
}

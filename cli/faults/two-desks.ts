import type { CaseRef } from "~/desk/case.server";
import { claimTicket } from "~/desk/claim-ticket.server";
import { openTicket } from "~/desk/open-ticket.server";
import type { Race, Raced } from "./races";
import { by } from "./story";
import type { Child, FaultDesk } from "./testing";

/** Two processes at one desk that start their races at the same moment. */
export interface TwoProcesses {
  /** Sends both their race and waits for what came of each. */
  race(one: Race, other: Race): Promise<[Raced, Raced]>;
  end(): Promise<void>;
}

/** Starts the two and waits until both are at work. */
export async function startTwo(desk: FaultDesk): Promise<TwoProcesses> {
  const both: [Child, Child] = [desk.start({ do: "race" }), desk.start({ do: "race" })];
  await Promise.all(both.map((child) => child.says("ready")));
  const end = async () => {
    for (const child of both) child.process.stdin?.end();
    await Promise.all(both.map((child) => child.ended));
  };
  return { race: (one, other) => Promise.all([sendTo(both[0], one), sendTo(both[1], other)]), end };
}

async function sendTo(child: Child, race: Race): Promise<Raced> {
  const from = child.lines.length;
  child.process.stdin?.write(`${JSON.stringify(race)}\n`);
  return JSON.parse((await child.says("raced", from)).slice("raced ".length)) as Raced;
}

/** A ticket of one holder for a lost password, claimed by the first lane's agent. */
export async function claimedTicket(desk: FaultDesk, holder: number): Promise<CaseRef> {
  const { door } = desk.house;
  const ref = await openedTicket(desk, holder);
  await claimTicket(door, by(agentOf(desk)), ref);
  return ref;
}

/** An unclaimed ticket of one holder for a lost password. */
export async function openedTicket({ house, file }: FaultDesk, holder: number): Promise<CaseRef> {
  const account = file.holders[holder]?.account ?? "";
  const loss = { password: true, secondFactor: false, email: false, phone: false };
  const opened = await openTicket(house.door, by(agentOf({ file })), account, loss);
  if (!opened.ticket) throw new Error(`No ticket was opened: ${opened.refused}.`);
  return { account, ticket: opened.ticket };
}

/** The agent of a lane. */
export function agentOf({ file }: Pick<FaultDesk, "file">, lane = 0): FaultDesk["file"]["lanes"][number]["agent"] {
  const found = file.lanes[lane]?.agent;
  if (!found) throw new Error(`There is no lane ${lane}.`);
  return found;
}

/** How many entries of a type an account has. */
export async function countEntries({ house }: FaultDesk, type: string, account: string): Promise<number> {
  const entries = house.door.reader.sql.selectFrom("entry").select((eb) => eb.fn.countAll<number>().as("n"));
  const { n } = await entries.where("type", "=", type).where("subject", "=", account).executeTakeFirstOrThrow();
  return Number(n);
}

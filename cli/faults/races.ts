import type { Actor } from "domain/staff";
import type { CaseRef } from "~/desk/case.server";
import { checkAnswers } from "~/desk/check-answers.server";
import { checkSerial } from "~/desk/check-serial.server";
import { claimTicket } from "~/desk/claim-ticket.server";
import { redeemGrant } from "~/desk/redeem-grant.server";
import type { House } from "~/door.server";
import { type Compares, counting } from "./acknowledge";
import { by } from "./story";

/** What one process does all at once, beside another that does the same. */
export type Race =
  | { do: "answers"; actor: Actor; ref: CaseRef; sets: readonly Record<string, string>[] }
  | { do: "serials"; actor: Actor; ref: CaseRef; serials: string[] }
  | { do: "claim"; actor: Actor; refs: CaseRef[] }
  | { do: "redeem"; token: string; passwords: string[] };

/** What came of each, in the order in which they were sent, and how many compares this process ran for it. */
export interface Raced {
  outcomes: { refused: string | null; checked: string | null }[];
  compares: Compares;
}

/** Sends everything at once and waits for all of it. */
export async function race(house: House, job: Race): Promise<Raced> {
  const { house: counted, compares } = counting(house);
  const outcomes = await Promise.all(sent(counted.door, job));
  return { outcomes: outcomes.map((o) => ({ refused: o.refused, checked: o.checked ?? null })), compares };
}

type Sent = Promise<{ refused: string | null; checked?: string | null }>[];

function sent(door: House["door"], job: Race): Sent {
  switch (job.do) {
    case "answers":
      return job.sets.map((set) => checkAnswers(door, by(job.actor), job.ref, set));
    case "serials":
      return job.serials.map((typed) => checkSerial(door, by(job.actor), job.ref, typed));
    case "claim":
      return job.refs.map((ref) => claimTicket(door, by(job.actor), ref));
    case "redeem":
      return job.passwords.map((password) => redeem(door, job.token, password));
  }
}

const anyone: Actor = { id: "anyone", role: "anyone", auth: "link", session: null };

async function redeem(door: House["door"], token: string, password: string) {
  const done = await redeemGrant(door, by(anyone), token, { password, repeat: password });
  return { refused: done.refused ?? done.problem };
}

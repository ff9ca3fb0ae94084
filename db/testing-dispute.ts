import type { Decide } from "domain/case";
import type { DisputeVerdict } from "domain/event";
import { addMember, stepUp } from "domain/member";
import {
  confirmOwnershipCode,
  recordOwnershipSerial,
  reserveOwnershipSerial,
  sendOwnershipCode,
} from "domain/prove-ownership";
import { object } from "domain/reset";
import { settleDispute } from "domain/settle-dispute";
import type { Actor } from "domain/staff";
import { minutes } from "domain/time";
import type { CaseQuery } from "./load";
import type { Outcome } from "./outcome";
import { cli, granted, staffed, type Teller } from "./testing-trail";

const anyone: Actor = { id: "anyone", role: "anyone", auth: "link", session: null };

/** Two supervisors who never saw a case join. */
export async function tellNewSupervisors(t: Teller): Promise<void> {
  for (const id of ["kim", "lea"])
    await granted(
      t.ledger.enact({
        stream: "staff",
        id,
        actor: cli,
        request: `add-${id}`,
        decide: addMember(`p-${id}`, "supervisor"),
      }),
    );
}

export interface Disputed {
  account: string;
  ticket: string;
  contact: string;
}

/** An old contact says that this was not them. */
export const tellObjection = (t: Teller, on: Disputed): Promise<Outcome> =>
  does(t, on, anyone, object(on.contact), { signers: true });

/** The same contact proves ownership by a code and a serial. */
export async function tellProof(t: Teller, on: Disputed): Promise<void> {
  const { contact } = on;
  await does(t, on, anyone, sendOwnershipCode(contact));
  await does(t, on, anyone, confirmOwnershipCode({ contact, generation: 1, right: true }, `own-code-${on.ticket}`));
  const attempt = `own-try-${on.ticket}`;
  await does(t, on, anyone, reserveOwnershipSerial(contact, attempt));
  const device = `d1-${on.account}`;
  const found = { attempt, result: "match", device, whole: true, evidence: `own-serial-${on.ticket}` } as const;
  await does(t, on, anyone, recordOwnershipSerial(contact, found));
}

/** A supervisor steps up for a verdict and gives it. */
export async function tellVerdict(t: Teller, on: Disputed, by: string, verdict: DisputeVerdict): Promise<Outcome> {
  const actor = staffed(by, "supervisor");
  t.now += minutes(1);
  const made = { id: `step-${by}-${t.now}`, act: verdict, object: on.ticket, step: Math.floor(t.now / 30_000) };
  await granted(t.ledger.enact({ stream: "staff", id: by, actor, request: "step", decide: stepUp(made) }));
  return does(t, on, actor, settleDispute(verdict, { reason: "other", note: `note-${by}`, stepUp: made.id }));
}

function does(t: Teller, on: Disputed, actor: Actor, decide: Decide, query: CaseQuery = {}): Promise<Outcome> {
  t.now += minutes(1);
  const { account, ticket } = on;
  return granted(t.ledger.enact({ stream: "case", account, ticket, actor, request: `r-${t.now}`, decide, query }));
}

import type { Decide } from "domain/case";
import { drawAnswers, recordAnswers, reserveAnswers } from "domain/check-answers";
import { confirmContact } from "domain/check-code";
import { recordSerial, reserveSerial } from "domain/check-serial";
import { claim } from "domain/claim";
import { note } from "domain/end";
import { event } from "domain/event";
import { stepUp } from "domain/member";
import { open } from "domain/open";
import { proposeContact } from "domain/propose-contact";
import { read } from "domain/reading";
import { endHold, redeem, settleMessage } from "domain/reset";
import { approvalObject, approve, openPacket } from "domain/review";
import { sendNewContactCode } from "domain/send-code";
import type { Actor } from "domain/staff";
import { submit } from "domain/submit";
import type { Ticket } from "domain/ticket";
import { minutes } from "domain/time";
import type { Keep } from "./keep";
import type { Outcome } from "./outcome";
import { granted, staffed, type Teller, tellImport, tellStaff } from "./testing-trail";

export const worker: Actor = { id: "worker", role: "worker", auth: "none", session: null };
export const anyone: Actor = { id: "anyone", role: "anyone", auth: "link", session: null };
const ada = staffed("ada", "agent");
const bob = staffed("bob", "agent");
const supervisors = [staffed("sam", "supervisor"), staffed("max", "supervisor")];

/** Staff, an import, and a T4 recovery of `hal` from the first call to the redeemed grant: about 70 entries. */
export async function tellAll(t: Teller): Promise<void> {
  await tellStaff(t);
  await tellImport(t);
  await tellCase(t, "hal", "t1");
  await tellReset(t, "hal", "t1");
}

/** A total loss, from the call to the packet on the supervisors' desk. */
export async function tellCase(t: Teller, account: string, ticket: string): Promise<void> {
  const on = caseOf(t, account, ticket);
  const contact = `new-${ticket}`;
  await on(
    ada,
    open({
      ticket,
      reference: `ABCD-${ticket}`,
      loss: { password: false, secondFactor: false, email: true, phone: true },
    }),
  );
  await on(ada, claim());
  await t.ledger.enact({ stream: "case", account, ticket, actor: bob, request: "late", decide: claim() });
  const digest = Buffer.from(`digest of ${contact}`);
  await on(ada, proposeContact({ contact, kind: "email", commitment: "cd".repeat(32), same: null }), [
    {
      keep: "new-contact",
      row: { id: contact, ticket_id: ticket, account_id: account, kind: "email", mask: "n•••", digest },
    },
  ]);
  await on(ada, sendNewContactCode());
  await on(ada, confirmContact({ contact, generation: 1, right: false }));
  await on(ada, confirmContact({ contact, generation: 1, right: true }));
  await on(ada, note({ note: `note-${ticket}`, removed: 0, commitment: "ef".repeat(32) }));
  for (const device of [`d1-${account}`, `d2-${account}`]) {
    await on(ada, reserveSerial(`try-${device}`));
    await on(
      ada,
      recordSerial({ attempt: `try-${device}`, result: "match", device, whole: true, evidence: `proof-${device}` }),
    );
  }
  await on(ada, drawAnswers(0));
  await on(ada, reserveAnswers(`try-${ticket}`));
  await on(ada, recordAnswers({ attempt: `try-${ticket}`, right: 3, of: 3, evidence: `proof-${ticket}` }));
  await on(ada, submit());
  await t.ledger.enact({
    stream: "reads",
    subject: account,
    object: ticket,
    actor: bob,
    request: "look",
    decide: read("ticket.view", ["agent"], event("ticket.viewed", { state: "in_review" })),
  });
}

/** Two countersigns, the hold runs out, the worker sends the link, and it is used. */
export async function tellReset(t: Teller, account: string, ticket: string): Promise<void> {
  await tellLink(t, account, ticket);
  await caseOf(t, account, ticket)(anyone, redeem({ id: `grant-${ticket}`, generation: 1 }));
}

/** The same up to its link, which is out. */
export async function tellLink(t: Teller, account: string, ticket: string): Promise<void> {
  for (const supervisor of supervisors) await countersign(t, supervisor, account, ticket);
  await settleAll(t, account, ticket);
  t.now = (await ticketNow(t, ticket)).hold?.endsAt ?? 0;
  await caseOf(t, account, ticket)(worker, endHold(`grant-${ticket}`));
  await settleAll(t, account, ticket);
}

/** One supervisor opens the packet, steps up for it and signs. */
export async function countersign(t: Teller, supervisor: Actor, account: string, ticket: string): Promise<void> {
  const on = caseOf(t, account, ticket);
  const id = supervisor.id.slice("staff:".length);
  const packet = (await ticketNow(t, ticket)).packet?.hash ?? "";
  const made = {
    id: `step-${id}-${ticket}`,
    act: "approve",
    object: approvalObject(ticket, packet),
    step: Math.floor(t.now / 30_000),
  };
  await on(supervisor, openPacket());
  await granted(t.ledger.enact({ stream: "staff", id, actor: supervisor, request: "step", decide: stepUp(made) }));
  await on(supervisor, approve({ packet, stepUp: made.id, reason: "evidence-complete", note: null }));
}

async function settleAll(t: Teller, account: string, ticket: string): Promise<void> {
  const waiting = Object.entries((await ticketNow(t, ticket)).notices).filter(([, n]) => n.state === "waiting");
  for (const [message] of waiting) await caseOf(t, account, ticket)(worker, settleMessage({ message, failure: null }));
}

/** Takes decisions on one case, half a minute apart; a refusal is a mistake in the story. */
export const caseOf =
  (t: Teller, account: string, ticket: string) =>
  async (actor: Actor, decide: Decide, keep: readonly Keep[] = []): Promise<Outcome> => {
    t.now += minutes(0.5);
    return granted(t.ledger.enact({ stream: "case", account, ticket, actor, request: `r-${t.now}`, decide, keep }));
  };

async function ticketNow(t: Teller, id: string): Promise<Ticket> {
  const row = await t.db.sql.selectFrom("ticket").select("doc").where("id", "=", id).executeTakeFirstOrThrow();
  return JSON.parse(row.doc) as Ticket;
}

import { createHash, randomUUID } from "node:crypto";
import { countersign } from "db/testing-case";
import { granted, staffed, type Teller } from "db/testing-trail";
import type { Decide } from "domain/case";
import { drawAnswers, recordAnswers, reserveAnswers } from "domain/check-answers";
import { confirmContact } from "domain/check-code";
import { recordSerial, reserveSerial } from "domain/check-serial";
import { claim } from "domain/claim";
import { cancel, note } from "domain/end";
import { event } from "domain/event";
import { holderSignIn } from "domain/holder";
import { open } from "domain/open";
import { proposeContact } from "domain/propose-contact";
import { read, searched } from "domain/reading";
import { endHold, redeem, settleMessage } from "domain/reset";
import { sendNewContactCode } from "domain/send-code";
import type { Actor } from "domain/staff";
import { submit } from "domain/submit";
import type { Ticket } from "domain/ticket";
import { uuidv7 } from "uuidv7";
import type { BenchAccount } from "./trail-directory";

/** What becomes of a ticket: a total loss by two supervisors, a lost password by one, or a caller who gives up. */
export type Fate = "total-loss" | "password" | "cancelled";
export interface BenchTicket {
  id: string;
  account: BenchAccount;
  fate: Fate;
  agent: Actor;
  supervisors: [Actor, Actor];
}

const worker: Actor = { id: "worker", role: "worker", auth: "none", session: null };
const anyone: Actor = { id: "anyone", role: "anyone", auth: "link", session: null };
const stepMs = 7_000;
const codeStepMs = 30_000;

export const newTicketId = (): string => uuidv7().replaceAll("-", "");

/** From the call to the packet on the supervisors' desk, or to the end of a ticket whose caller gives up. */
export async function tellChecks(t: Teller, k: BenchTicket): Promise<void> {
  const on = caseOf(t, k);
  const total = k.fate === "total-loss";
  await look(t, k, k.agent);
  await on(
    k.agent,
    open({
      ticket: k.id,
      reference: k.id.toUpperCase(),
      loss: { password: !total, secondFactor: false, email: total, phone: total },
    }),
  );
  await settleAll(t, k);
  await on(k.agent, claim());
  if (total) await bindContact(t, k);
  await checkSerial(t, k, k.account.devices[0], k.fate === "cancelled" ? "miss" : "match");
  if (k.fate === "cancelled") return on(k.agent, cancel("caller-gave-up"));
  if (total) {
    await checkSerial(t, k, k.account.devices[1], "match");
    await on(k.agent, drawAnswers(0));
    const attempt = randomUUID();
    await on(k.agent, reserveAnswers(attempt));
    await on(k.agent, recordAnswers({ attempt, right: 3, of: 3, evidence: randomUUID() }));
  }
  await on(k.agent, note({ note: newTicketId(), removed: 0, commitment: digest(k.id) }));
  await on(k.agent, submit());
}

async function bindContact(t: Teller, k: BenchTicket): Promise<void> {
  const on = caseOf(t, k);
  const contact = newTicketId();
  const row = {
    id: contact,
    ticket_id: k.id,
    account_id: k.account.id,
    kind: "email",
    mask: "n•••",
    digest: Buffer.from(digest(contact), "hex"),
  };
  const proposal = proposeContact({ contact, kind: "email", commitment: digest(contact), same: null });
  t.now += stepMs;
  const keep = [{ keep: "new-contact", row }] as const;
  await granted(t.ledger.enact({ ...commandOf(k), actor: k.agent, decide: proposal, keep }));
  await on(k.agent, sendNewContactCode());
  await on(k.agent, confirmContact({ contact, generation: 1, right: false }));
  await on(k.agent, confirmContact({ contact, generation: 1, right: true }));
}

async function checkSerial(t: Teller, k: BenchTicket, device: string, result: "match" | "miss"): Promise<void> {
  const on = caseOf(t, k);
  const attempt = randomUUID();
  const hit = result === "match";
  await on(k.agent, reserveSerial(attempt));
  const evidence = randomUUID();
  await on(k.agent, recordSerial({ attempt, result, device: hit ? device : null, whole: hit, evidence }));
}

/** Supervisors sign the packet, and the old contacts are told; a hold of no length is over at once. */
export async function tellReview(t: Teller, k: BenchTicket): Promise<void> {
  for (const supervisor of k.fate === "total-loss" ? k.supervisors : k.supervisors.slice(0, 1)) {
    t.now += codeStepMs;
    await view(t, k, supervisor, "in_review");
    await countersign(t, supervisor, k.account.id, k.id);
  }
  await settleAll(t, k);
}

/** The hold is over: the worker sends the link, it is used, and the holder signs in. */
export async function tellEnd(t: Teller, k: BenchTicket): Promise<void> {
  const on = caseOf(t, k);
  t.now = Math.max(t.now, (await ticketNow(t, k.id)).hold?.endsAt ?? 0);
  const grant = randomUUID();
  await on(worker, endHold(grant));
  await settleAll(t, k);
  await on(anyone, redeem({ id: grant, generation: 1 }));
  await settleAll(t, k);
  const holder: Actor = { id: `holder:${k.account.id}`, role: "holder", auth: "password", session: null };
  await on(holder, holderSignIn({ passwordRight: false, sessionsEndedAt: null }));
  await on(holder, holderSignIn({ passwordRight: true, sessionsEndedAt: t.now - 2 * stepMs }), false);
}

/** What the people of a desk look at around one ticket, and a colleague who comes too late for it. */
async function look(t: Teller, k: BenchTicket, agent: Actor): Promise<void> {
  await reads(t, agent, null, null, read("queue.view", ["agent"], event("queue.viewed", { view: "open" })));
  await reads(t, agent, null, null, searched({ kind: "email", hits: 0 }));
  await reads(t, agent, k.account.id, null, searched({ kind: "phone", hits: 1 }));
}

const view = (t: Teller, k: BenchTicket, who: Actor, state: string): Promise<void> =>
  reads(t, who, k.account.id, k.id, read("ticket.view", ["agent", "supervisor"], event("ticket.viewed", { state })));

async function reads(
  t: Teller,
  actor: Actor,
  subject: string | null,
  object: string | null,
  decide: ReturnType<typeof read>,
): Promise<void> {
  t.now += stepMs;
  await granted(t.ledger.enact({ stream: "reads", subject, object, actor, request: randomUUID(), decide }));
}

async function settleAll(t: Teller, k: BenchTicket): Promise<void> {
  const waiting = Object.entries((await ticketNow(t, k.id)).notices).filter(([, n]) => n.state === "waiting");
  for (const [message] of waiting) await caseOf(t, k)(worker, settleMessage({ message, failure: null }));
}

const commandOf = (k: BenchTicket) =>
  ({ stream: "case", account: k.account.id, ticket: k.id, request: randomUUID() }) as const;

/** Takes a decision on the ticket, some seconds after the one before; a refusal is a mistake in the story, unless it may be one. */
const caseOf =
  (t: Teller, k: BenchTicket) =>
  async (actor: Actor, decide: Decide, mustPass = true): Promise<void> => {
    t.now += stepMs;
    const outcome = t.ledger.enact({ ...commandOf(k), actor, decide });
    await (mustPass ? granted(outcome) : outcome);
    if (actor.role === "agent") await view(t, k, actor, "verifying");
  };

async function ticketNow(t: Teller, id: string): Promise<Ticket> {
  const row = await t.db.sql.selectFrom("ticket").select("doc").where("id", "=", id).executeTakeFirstOrThrow();
  return JSON.parse(row.doc) as Ticket;
}

const digest = (text: string): string => createHash("sha256").update(text).digest("hex");
export const memberOf = staffed;

import type { Decide } from "domain/case";
import { drawAnswers, recordAnswers, reserveAnswers } from "domain/check-answers";
import { confirmContact } from "domain/check-code";
import { recordSerial, reserveSerial } from "domain/check-serial";
import { claim } from "domain/claim";
import type { Loss } from "domain/loss";
import { stepUp } from "domain/member";
import { open } from "domain/open";
import { proposeContact } from "domain/propose-contact";
import { endHold, redeem, settleMessage } from "domain/reset";
import { approvalObject, approve, openPacket } from "domain/review";
import { sendNewContactCode } from "domain/send-code";
import type { Actor } from "domain/staff";
import { submit } from "domain/submit";
import type { Ticket } from "domain/ticket";
import { hours } from "domain/time";
import type { Keep } from "../keep";
import { loadCase } from "../load";
import type { Outcome } from "../outcome";
import { anyone, staff, type TestDesk, worker } from "./testing-desk";
import { digest } from "./testing-directory";

const nothing: Loss = { password: false, secondFactor: false, email: false, phone: false };
export const lost = (...what: (keyof Loss)[]): Loss => ({
  ...nothing,
  ...Object.fromEntries(what.map((key) => [key, true])),
});

// No time step of an authenticator is accepted twice.
let steps = 0;

/** One ticket of an account, worked through the ledger; every step throws when it is refused. */
export class Told {
  constructor(
    private readonly desk: TestDesk,
    readonly account: string,
    readonly ticket: string,
  ) {}

  async does(actor: Actor, decide: Decide, keep: Keep[] = []): Promise<Outcome> {
    const outcome = await this.desk.ledger.enact({
      stream: "case",
      account: this.account,
      ticket: this.ticket,
      actor,
      request: "r",
      keep,
      decide,
    });
    if (outcome.refused) throw new Error(`${this.ticket}: ${outcome.refused}`);
    return outcome;
  }
  async now(): Promise<Ticket> {
    const { ticket } = await loadCase(this.desk.writer.sql, this.account, this.ticket);
    if (!ticket) throw new Error("no such ticket");
    return ticket;
  }
  async opens(loss: Loss, by = staff("ada")): Promise<this> {
    await this.does(by, open({ ticket: this.ticket, reference: `REF-${this.ticket}`, loss }));
    return this;
  }
  async claims(by = "ada"): Promise<this> {
    await this.does(staff(by), claim());
    return this;
  }
  /** Names, keeps and confirms the new contact. */
  async binds(value = `${this.ticket}@new`): Promise<this> {
    const contact = `${this.ticket}-new`;
    const row = {
      id: contact,
      ticket_id: this.ticket,
      account_id: this.account,
      kind: "email",
      mask: "n•••@new",
      digest: digest(value),
    };
    await this.does(staff("ada"), proposeContact({ contact, kind: "email", commitment: "c0", same: null }), [
      { keep: "new-contact", row },
    ]);
    await this.does(staff("ada"), sendNewContactCode());
    await this.does(staff("ada"), confirmContact({ contact, generation: 1, right: true }));
    return this;
  }
  async serial(device: string, n = 1): Promise<this> {
    const attempt = `${this.ticket}-try-${n}`;
    await this.does(staff("ada"), reserveSerial(attempt));
    await this.does(
      staff("ada"),
      recordSerial({ attempt, result: "match", device, whole: false, evidence: `${attempt}-e` }),
    );
    return this;
  }
  async answers(right = 3): Promise<this> {
    const attempt = `${this.ticket}-answers`;
    await this.does(staff("ada"), drawAnswers(0));
    await this.does(staff("ada"), reserveAnswers(attempt));
    await this.does(staff("ada"), recordAnswers({ attempt, right, of: 3, evidence: `${attempt}-e` }));
    return this;
  }
  async submits(): Promise<this> {
    await this.does(staff("ada"), submit());
    return this;
  }
  async approves(by: string): Promise<this> {
    const packet = (await this.now()).packet?.hash ?? "";
    await this.does(staff(by), openPacket());
    steps += 1;
    await this.desk.ledger.enact({
      stream: "staff",
      id: by,
      actor: staff(by),
      request: "r",
      decide: stepUp({
        id: `${this.ticket}-${by}`,
        act: "approve",
        object: approvalObject(this.ticket, packet),
        step: steps,
      }),
    });
    await this.does(
      staff(by),
      approve({ packet, stepUp: `${this.ticket}-${by}`, reason: "evidence-complete", note: null }),
    );
    return this;
  }
  /** Every notice arrives, so that the hold runs. */
  async delivers(): Promise<this> {
    const waiting = Object.entries((await this.now()).notices).filter(([, n]) => n.state === "waiting");
    for (const [message] of waiting) await this.does(worker, settleMessage({ message, failure: null }));
    return this;
  }
  async endsHold(): Promise<this> {
    this.desk.clock.at = (await this.now()).hold?.endsAt ?? this.desk.clock.at;
    await this.does(worker, endHold(`${this.ticket}.grant`));
    return this;
  }
  async redeems(): Promise<this> {
    const bound = (await this.now()).newContact;
    const keep: Keep[] = bound ? [{ keep: "contact-lookup", contact: bound.id, account: this.account }] : [];
    await this.does(anyone, redeem({ id: `${this.ticket}.grant`, generation: 1 }), keep);
    return this;
  }
}

/** A lost mail and phone, proven, signed by both supervisors, waiting out its hold. */
export async function heldTicket(desk: TestDesk, account: string, ticket: string): Promise<Told> {
  const told = new Told(desk, account, ticket);
  await (await told.opens(lost("email", "phone"))).claims();
  await (await (await (await told.binds()).serial(`${account}-d1`)).serial(`${account}-d2`, 2)).answers();
  await (await told.submits()).approves("sam");
  desk.clock.at += hours(1);
  return (await told.approves("max")).delivers();
}

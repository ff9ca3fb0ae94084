import { writeFileSync } from "node:fs";
import { hours, type Instant, type Millis, minutes } from "domain/time";
import { type Delivered, readFolder } from "~/delivery/folder.server";
import { openDelivery } from "~/delivery/open.server";
import { type Deliver, Undeliverable } from "~/delivery/port.server";
import { type CaseRef, caseNow, type Who } from "~/desk/case.server";
import { checkAnswers, drawQuestions } from "~/desk/check-answers.server";
import { checkSerial } from "~/desk/check-serial.server";
import { claimTicket } from "~/desk/claim-ticket.server";
import { deliverMessages } from "~/desk/deliver-messages.server";
import { demoCode } from "~/desk/demo-authenticator.server";
import { findAccount } from "~/desk/find-account.server";
import { confirmNewContact, nameNewContact } from "~/desk/new-contact.server";
import { openTicket } from "~/desk/open-ticket.server";
import { approveTicket, openPacket } from "~/desk/review-ticket.server";
import { runHolds } from "~/desk/run-holds.server";
import { submitTicket } from "~/desk/submit-ticket.server";
import type { House } from "~/door.server";
import type { CastMember } from "./cast";
import type { DemoHolder } from "./holder";

type Loss = Parameters<typeof openTicket>[3];
/** Kept for stories: nobody is ever given it. */
const deadNumber = "+14155550199";
const refusing =
  (number: string, deliver: Deliver): Deliver =>
  (message) =>
    message.to === number ? Promise.reject(new Undeliverable("the text gateway refused it (404)")) : deliver(message);
const nothing: Loss = { password: false, secondFactor: false, email: false, phone: false };

/** What people do on the demo's stage: every act goes through the desk and the ledger, at a time of its own. */
export class Stage {
  private readonly channels;

  constructor(private readonly house: House) {
    const { email, phone } = openDelivery(house.door.config, house.door.clock.now);
    this.channels = { email, phone: refusing(deadNumber, phone) };
  }

  /** Sets the clock that web, worker and this command share. */
  at(time: Instant): void {
    const file = this.house.door.config.clockFile;
    if (file) writeFileSync(file, JSON.stringify({ aheadMs: Math.round(time - Date.now()) }));
  }

  pass(ms: Millis): void {
    this.at(this.house.door.clock.now() + ms);
  }

  /** The worker's turn: what is due goes out. */
  async work(): Promise<void> {
    while ((await deliverMessages(this.house, this.channels)) + (await runHolds(this.house)) > 0);
  }

  /** Names a number that nobody has, which its gateway refuses: the code to it fails for good. */
  async nameDeadNumber(agent: CastMember, ref: CaseRef): Promise<void> {
    await must(nameNewContact(this.house.door, who(agent), ref, { kind: "phone", value: deadNumber }));
    await this.work();
  }

  async open(agent: CastMember, holder: DemoHolder, lost: Partial<Loss>): Promise<CaseRef> {
    const found = await findAccount(this.house.door, who(agent), "username", holder.username);
    const account = found.hits[0]?.id ?? missing(holder.username);
    const opened = await openTicket(this.house.door, who(agent), account, { ...nothing, ...lost });
    await this.work();
    return { account, ticket: opened.ticket ?? missing(`a ticket of ${holder.username}: ${opened.refused}`) };
  }

  claim = (agent: CastMember, ref: CaseRef) => must(claimTicket(this.house.door, who(agent), ref));
  submit = (agent: CastMember, ref: CaseRef) => must(submitTicket(this.house.door, who(agent), ref));
  serial = (agent: CastMember, ref: CaseRef, typed: string) =>
    must(checkSerial(this.house.door, who(agent), ref, typed));

  /** Names a new address and types the code from the delivered message. */
  async confirm(agent: CastMember, ref: CaseRef, address: string): Promise<void> {
    const { door } = this.house;
    await must(nameNewContact(door, who(agent), ref, { kind: "email", value: address }));
    await this.work();
    this.pass(minutes(3));
    const code = /\b(\d{6})\b/.exec((await this.messageTo(address)).text)?.[1] ?? missing("a code");
    await must(confirmNewContact(door, who(agent), ref, code));
  }

  async answers(agent: CastMember, ref: CaseRef, holder: DemoHolder): Promise<void> {
    const { door } = this.house;
    await must(drawQuestions(door, who(agent), ref));
    const drawn = (await caseNow(door, ref)).account?.drawn?.questions ?? [];
    const typed = drawn.map((id) => [id, holder.answers.find((a) => a.id === id)?.answer ?? ""] as const);
    await must(checkAnswers(door, who(agent), ref, Object.fromEntries(typed)));
  }

  /** Opens the packet, reads it a while, and signs it with a fresh code. */
  async approve(supervisor: CastMember, ref: CaseRef): Promise<void> {
    const { door } = this.house;
    await must(openPacket(door, who(supervisor), ref));
    this.pass(minutes(4));
    const { ticket } = await caseNow(door, ref);
    const code = await this.code(supervisor);
    await must(
      approveTicket(door, who(supervisor), ref, {
        packet: ticket?.packet?.hash ?? "",
        reason: "evidence-complete",
        note: "",
        code,
      }),
    );
    await this.work();
  }

  /** A fresh code of a member's authenticator. */
  async code(member: CastMember): Promise<string> {
    return (await demoCode(this.house.door, member.id)) ?? missing("an authenticator's code");
  }

  async messageTo(address: string): Promise<Delivered> {
    const folder = this.house.door.config.mailUrl?.slice("folder:".length) ?? "";
    const mine = (await readFolder(folder, 500)).filter((m) => m.to === address);
    return mine[0] ?? missing(`a message to ${address}`);
  }

  /** A ticket from open to its last approval, at the usual pace. */
  async carry(agent: CastMember, holder: DemoHolder, address: string): Promise<CaseRef> {
    const ref = await this.open(agent, holder, { password: true, email: true, phone: true });
    this.pass(minutes(2));
    await this.claim(agent, ref);
    await this.confirm(agent, ref, address);
    for (const serial of holder.serials.slice(0, 2)) await this.serial(agent, ref, serial);
    this.pass(minutes(5));
    await this.answers(agent, ref, holder);
    await this.submit(agent, ref);
    this.pass(hours(1));
    return ref;
  }
}

export const who = (m: CastMember): Who => ({ actor: m.actor, request: "demo" });

/** A story that does not go as it is told is no story: the seed stops. */
export async function must<T extends { refused: string | null }>(act: Promise<T>): Promise<T> {
  const done = await act;
  if (done.refused !== null) throw new Error(`The demo's week stopped: ${done.refused}.`);
  return done;
}

function missing(what: string): never {
  throw new Error(`The demo's week stopped: there is no ${what}.`);
}

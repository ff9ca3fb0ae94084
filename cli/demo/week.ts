import { days, hours, minutes } from "domain/time";
import { addNote } from "~/desk/add-note.server";
import { type CaseRef, caseNow } from "~/desk/case.server";
import { cancelTicket } from "~/desk/end-ticket.server";
import { objectByLink } from "~/desk/object-to-ticket.server";
import { checkProofCode, checkProofSerial, objectionRef, sendProofCode } from "~/desk/prove-ownership.server";
import { redeemGrant } from "~/desk/redeem-grant.server";
import { openPacket, returnTicket } from "~/desk/review-ticket.server";
import { settleDispute } from "~/desk/settle-dispute.server";
import type { House } from "~/door.server";
import type { GuideFacts } from "~/ui/words/guide";
import type { Cast } from "./cast";
import type { DemoHolder } from "./holder";
import { must, Stage, who } from "./stage";

/** A week at the desk: a recovery to its end, a thief stopped, a refusal, a hold, a review, a queue; then the guided path's own ticket. */
export async function tellWeek(house: House, cast: Cast, holders: DemoHolder[]): Promise<GuideFacts> {
  const stage = new Stage(house);
  const one = (n: number): DemoHolder =>
    holders[n] ?? holders[0] ?? { username: "", displayName: "", email: "", phone: null, serials: [], answers: [] };
  // The first entries are of a moment ago, and the trail's time never goes back: the week lies ahead, and the demo's clock ends there.
  stage.pass(minutes(30));
  await completed(house, stage, cast, one(1));
  await stolen(house, stage, cast, one(2));
  await refused(house, stage, cast, one(3));
  stage.pass(days(1));
  await onHold(stage, cast, one(4));
  await inReview(stage, cast, one(5));
  await returned(house, stage, cast, one(6));
  await working(house, stage, cast, one(7));
  return guided(house, stage, cast, one(0), [one(8), one(9)]);
}

/** A holder who lost both contacts is back in after three days. */
async function completed(house: House, stage: Stage, { ada, sam, max }: Cast, holder: DemoHolder): Promise<void> {
  const ref = await stage.carry(ada, holder, "new.home@inbox.example");
  await stage.approve(sam, ref);
  stage.pass(hours(2));
  await stage.approve(max, ref);
  stage.pass(days(3) + hours(1));
  await stage.work();
  const token = await linkIn(stage, "new.home@inbox.example", "reset");
  const done = await redeemGrant(house.door, anyone, token, {
    password: "violet kettle harbour 82",
    repeat: "violet kettle harbour 82",
  });
  if (done.refused || done.problem) throw new Error(`The demo's week stopped: ${done.refused ?? done.problem}.`);
  await stage.work();
}

/** Someone with a box and the right answers asks; the old address says no, and shows that the account is theirs. */
async function stolen(house: House, stage: Stage, { bob, sam, max }: Cast, holder: DemoHolder): Promise<void> {
  const ref = await stage.carry(bob, holder, "quick.access@inbox.example");
  await stage.approve(sam, ref);
  await stage.approve(max, ref);
  stage.pass(hours(5));
  const token = await linkIn(stage, holder.email, "objection");
  await objectByLink(house.door, anyone, token);
  await proveOwner(house, stage, holder, token);
  const form = { reason: "owner-proved", note: "The owner proved it.", code: await stage.code(sam) };
  await must(settleDispute(house.door, who(sam), ref, { ...form, verdict: "reject" }));
}

/** The owner's own proof on the page behind the link: a code to the old address, then a serial. */
async function proveOwner({ door }: House, stage: Stage, holder: DemoHolder, token: string): Promise<void> {
  const at = await objectionRef(door, token);
  if (!at) throw new Error("The demo's week stopped: the objection link leads nowhere.");
  await must(sendProofCode(door, anyone, at, "en"));
  await stage.work();
  const code = /\b(\d{6})\b/.exec((await stage.messageTo(holder.email)).text)?.[1] ?? "";
  await must(checkProofCode(door, anyone, at, code));
  await must(checkProofSerial(door, anyone, at, holder.serials[0] ?? ""));
}

/** A caller in a hurry who has nothing and guesses, which is a flag. */
async function refused(house: House, stage: Stage, { ada }: Cast, holder: DemoHolder): Promise<void> {
  const ref = await stage.open(ada, holder, { password: true, email: true, phone: true });
  await stage.claim(ada, ref);
  await stage.nameDeadNumber(ada, ref);
  stage.pass(minutes(3));
  await stage.confirm(ada, ref, "urgent.boss@inbox.example");
  for (const guess of ["L38239367", "L38239368"]) await stage.serial(ada, ref, guess);
  await must(addNote(house.door, who(ada), ref, "In a hurry, has no device at hand, asks to skip the questions."));
  await must(cancelTicket(house.door, who(ada), ref, "not-proven"));
}

async function onHold(stage: Stage, { bob, sam, max }: Cast, holder: DemoHolder): Promise<void> {
  const ref = await stage.carry(bob, holder, "moved.again@inbox.example");
  await stage.approve(sam, ref);
  await stage.approve(max, ref);
}

async function inReview(stage: Stage, { ada, max }: Cast, holder: DemoHolder): Promise<void> {
  await stage.approve(max, await stage.carry(ada, holder, "fresh.start@inbox.example"));
}

async function returned(house: House, stage: Stage, { bob, sam }: Cast, holder: DemoHolder): Promise<void> {
  const ref = await stage.carry(bob, holder, "third.try@inbox.example");
  await must(openPacket(house.door, who(sam), ref));
  const form = { reason: "photo-wanted", note: "A photo of one label, please.", code: await stage.code(sam) };
  await must(returnTicket(house.door, who(sam), ref, form));
}

async function working(house: House, stage: Stage, { ada }: Cast, holder: DemoHolder): Promise<void> {
  const ref = await stage.open(ada, holder, { phone: true });
  await stage.claim(ada, ref);
  await stage.confirm(ada, ref, "second.line@inbox.example");
  await stage.serial(ada, ref, holder.serials[0] ?? "");
  await must(addNote(house.door, who(ada), ref, "Calls back at five."));
}

/** The ticket of the guided path waits unclaimed, among others. */
async function guided(
  house: House,
  stage: Stage,
  cast: Cast,
  holder: DemoHolder,
  others: DemoHolder[],
): Promise<GuideFacts> {
  for (const other of others) {
    await stage.open(cast.bob, other, other === others[0] ? { password: true } : { email: true });
    stage.pass(minutes(25));
  }
  const ref = await stage.open(cast.bob, holder, { password: true, email: true, phone: true });
  const { number, reference } = await numberOf(house, ref);
  return {
    number,
    reference,
    holder: holder.displayName,
    newContact: "hal.new@inbox.example",
    serials: holder.serials.slice(0, 2),
    answers: holder.answers,
    username: holder.username,
    agent: cast.ada.displayName,
    supervisors: [cast.sam.displayName, cast.max.displayName],
    auditor: cast.ivy.displayName,
  };
}

async function numberOf(house: House, ref: CaseRef): Promise<{ number: number; reference: string }> {
  const { ticket } = await caseNow(house.door, ref);
  return { number: ticket?.number ?? 0, reference: ticket?.reference ?? "" };
}

const anyone = { actor: { id: "anyone", role: "anyone", auth: "none", session: null }, request: "demo" } as const;

async function linkIn(stage: Stage, address: string, kind: "reset" | "objection"): Promise<string> {
  const { text } = await stage.messageTo(address);
  const link = new RegExp(`/${kind}/(\\S+)`).exec(text)?.[1];
  if (!link) throw new Error(`The demo's week stopped: no ${kind} link for ${address}.`);
  return link;
}

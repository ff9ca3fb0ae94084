import type { Actor } from "domain/staff";
import type { Ticket } from "domain/ticket";
import { hours } from "domain/time";
import { type CaseRef, caseNow, type Who } from "~/desk/case.server";
import { claimTicket } from "~/desk/claim-ticket.server";
import { demoCode } from "~/desk/demo-authenticator.server";
import { findAccount } from "~/desk/find-account.server";
import { openTicket } from "~/desk/open-ticket.server";
import { redeemGrant } from "~/desk/redeem-grant.server";
import { approveTicket, openPacket } from "~/desk/review-ticket.server";
import type { Door } from "~/door.server";
import { type AccountHolder, type CaseFile, chosenPassword, type Lane } from "./case-file";
import type { SharedClock } from "./clock";
import { messageIn } from "./deliveries";
import { verifyOneStep } from "./verifying";

/** What came of one step of a story: something was done, the worker is waited for, a hold or a lock is, or the story is at its end. */
export type Step = "did" | "waits" | "holds" | "locked" | "ended";
/** One ticket's story: it remembers nothing, so that each step starts from what the database holds. */
export interface Telling {
  door: Door;
  file: CaseFile;
  clock: SharedClock;
  lane: Lane;
  holder: AccountHolder;
}

/** Takes the next step of a total loss, from the call to the new password, whatever process took the one before. */
export async function takeStep(t: Telling): Promise<Step> {
  const ref = await ticketOf(t);
  if (!ref) return openOne(t);
  const { ticket } = await caseNow(t.door, ref);
  if (!ticket) throw new Error(`${t.holder.username} has a ticket row without a ticket.`);
  switch (ticket.state) {
    case "open":
      return told(await claimTicket(t.door, by(t.lane.agent), ref));
    case "verifying":
      return verifyOneStep(t, ref, ticket);
    case "in_review":
      return approveOnce(t, ref, ticket);
    case "on_hold":
      return ticket.hold?.endsAt ? "holds" : "waits";
    case "reset_sent":
      return redeemLink(t, ticket);
    default:
      return "ended";
  }
}

/** The newest ticket of a holder's account, or null. */
export async function ticketOf({ door, holder }: Pick<Telling, "door" | "holder">): Promise<CaseRef | null> {
  const rows = door.reader.sql.selectFrom("ticket").select("id").where("account_id", "=", holder.account);
  const row = await rows.orderBy("number", "desc").limit(1).executeTakeFirst();
  return row ? { account: holder.account, ticket: row.id } : null;
}

/** A form whose key is that of the account: sent again after a crash, it is the same ticket. */
async function openOne({ door, lane, holder }: Telling): Promise<Step> {
  await findAccount(door, by(lane.agent), "username", holder.username);
  const loss = { password: true, secondFactor: false, email: true, phone: true };
  const key = { key: `open:${holder.account}`, digest: "total-loss" };
  return told(await openTicket(door, { ...by(lane.agent), key }, holder.account, loss));
}

async function approveOnce({ door, lane }: Telling, ref: CaseRef, ticket: Ticket): Promise<Step> {
  const next = lane.supervisors.find((s) => !ticket.approvals.some((a) => `staff:${a.by}` === s.id));
  if (!next || !ticket.packet) throw new Error("A ticket with two approvals is still in review.");
  const id = next.id.slice("staff:".length);
  if (ticket.packet.openedBy[id] === undefined) return told(await openPacket(door, by(next), ref));
  const code = await demoCode(door, id);
  if (code === null) return "waits";
  const form = { packet: ticket.packet.hash, reason: "evidence-complete", note: "Both serials match.", code };
  return told(await approveTicket(door, by(next), ref, form));
}

async function redeemLink({ door, file }: Telling, ticket: Ticket): Promise<Step> {
  const { grant } = ticket;
  const text = grant && messageIn(file.mailFolder, `${ticket.id}.grant.${grant.generation}.${grant.contact}`);
  const token = text ? /\/reset\/(\S+)/.exec(text)?.[1] : null;
  if (!token) return "waits";
  const anyone: Actor = { id: "anyone", role: "anyone", auth: "link", session: null };
  const done = await redeemGrant(door, by(anyone), token, { password: chosenPassword, repeat: chosenPassword });
  if (done.problem) throw new Error(`The new password was not taken: ${done.problem}.`);
  return told(done);
}

/** Who does it, in a request of its own. */
export function by(actor: Actor): Who {
  requests += 1;
  return { actor, request: `${process.pid}-${requests}` };
}
let requests = 0;

/** A story goes as it is told, or stops: no step of it is refused, but attempts that a crash cost may lock for a day. */
export function told({ refused }: { refused: string | null }): Step {
  if (refused === "locked") return "locked";
  if (refused !== null) throw new Error(`A step of the story was refused: ${refused}.`);
  return "did";
}

/** How far a clock is moved to be past a hold that ends at a time. */
export const pastHoldMs = hours(1);

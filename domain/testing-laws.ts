import { budgets, locks } from "./budget";
import type { Recorded } from "./event";
import { staffIdOf } from "./staff";
import { days, hours } from "./time";

/** Laws of the trail that hold however a case went; each is read from the entries alone and throws where it is broken. */

export function must(holds: boolean, broken: string): void {
  if (!holds) throw new Error(`Broken law: ${broken}.`);
}

/** Which humans the staff accounts of the cast belong to. */
export const personOf = (staff: string): string => ({ ada2: "ada", sam2: "sam" })[staff] ?? staff;
const noHand = [
  "serial.searched",
  "packet.opened",
  "ticket.approved",
  "ticket.returned",
  "ticket.rejected",
  "rejection.proposed",
  "verdict.proposed",
  "ticket.resumed",
  "objection.dismissed",
  "ticket.reversed",
  "account.reversed",
  "account.frozen",
  "requester.knocked-out",
  "hold.stopped",
  "hold.begun",
  "hold.started",
  "holder.notified",
  "glass.asked",
  "glass.broken",
  "glass.closed",
  "refused",
];

/** Every first link rests on as many approvals as its packet takes, by that many humans who never touched the case. */
export function grantsAreCountersigned(entries: readonly Recorded[]) {
  for (const grant of entries) {
    if (grant.type !== "grant.issued") continue;
    const past = entries.filter((e) => e.object === grant.object && e.seq < grant.seq);
    if (isAgain(past)) continue;
    const submitted = past.filter((e) => e.type === "ticket.submitted").at(-1);
    const begun = past.filter((e) => e.type === "hold.begun").at(-1);
    if (!submitted || !begun) throw new Error("A link went out without review and hold.");
    const voided = past.filter((e) => e.seq < begun.seq && e.type === "hold.stopped").at(-1)?.seq ?? -1;
    const carrying = past.flatMap((e) =>
      e.type === "ticket.approved" && e.seq > submitted.seq && e.seq > voided && begun.at - e.at < hours(24) ? [e] : [],
    );
    const humans = new Set(carrying.map((e) => personOf(e.data.by)));
    must(humans.size >= (submitted.data.tier === "T4" ? 2 : 1), "too few humans approved");
    must(humans.size >= submitted.data.approvals, "fewer approved than the packet takes");
    for (const e of carrying) {
      must(e.data.packet === submitted.data.packet, "an approval signed another packet");
      must(touchesBy(entries, personOf(e.data.by), e).length === 0, "an approver had a hand in the case");
    }
  }
}

/** A link that renews one which was never revoked rests on the same approvals. */
const isAgain = (past: readonly Recorded[]): boolean =>
  past.filter((e) => e.type === "grant.issued" || e.type === "grant.revoked").at(-1)?.type === "grant.issued";

export function touchesBy(entries: readonly Recorded[], person: string, approval: Recorded): string[] {
  const before = entries.filter((e) => e.seq < approval.seq && !noHand.includes(e.type));
  const theirs = before.filter((e) => personOf(staffIdOf(e.actor.id) ?? "") === person);
  return theirs.filter((e) => e.object === approval.object || approval.at - e.at < days(90)).map((e) => e.type);
}

/** At every reserved try, no budget that it falls under had been used up. */
export function budgetsHold(entries: readonly Recorded[]) {
  const tries = triesOf(entries);
  for (const one of tries) {
    for (const b of budgets) {
      if (!locks(b, one.kind) || (b.channel && (b.channel !== one.channel || one.objects))) continue;
      const within = tries.filter(
        (t) =>
          t.seq <= one.seq &&
          one.at - t.at < b.inMs &&
          b.kinds.includes(t.kind) &&
          (!b.channel || b.channel === t.channel),
      );
      const failed = within.filter((t) => t === one || t.passedSeq === null || t.passedSeq > one.seq);
      must(failed.length <= b.most, `a ${one.kind} was tried over its budget of ${b.most}`);
    }
  }
}

type Kind = (typeof budgets)[number]["kinds"][number];
interface Try {
  id: string;
  kind: Kind;
  channel: "desk" | "portal";
  seq: number;
  at: number;
  passedSeq: number | null;
  /** By an objector: the portal's own share does not stop it. */
  objects: boolean;
}

function triesOf(entries: readonly Recorded[]): Try[] {
  const passed = new Map<string, number>();
  for (const e of entries) {
    if (e.type === "serial.checked" && e.data.result === "match") passed.set(e.data.attempt, e.seq);
    if (e.type === "answers.checked" && e.data.passed) passed.set(e.data.attempt, e.seq);
    if (e.type === "photo.judged" && e.data.result === "match") passed.set(e.data.attempt, e.seq);
    if (e.type === "purchase.judged" && e.data.result === "match") passed.set(e.data.attempt, e.seq);
    if (e.type === "saved-code.checked" && e.data.result === "match") passed.set(e.data.attempt, e.seq);
  }
  const made = (e: Recorded, id: string, kind: Kind, channel: "desk" | "portal"): Try[] => [
    { id, kind, channel, seq: e.seq, at: e.at, passedSeq: passed.get(id) ?? null, objects: "objector" in e.data },
  ];
  return entries.flatMap((e) => {
    if (e.type === "serial.attempted") return made(e, e.data.attempt, "serial", e.data.channel);
    if (e.type === "answers.attempted") return made(e, e.data.attempt, "answers", e.data.channel);
    if (e.type === "serial.searched") return made(e, e.data.attempt, "serial", "desk");
    if (e.type === "purchase.judged") return made(e, e.data.attempt, "purchase", e.data.channel);
    if (e.type === "saved-code.checked") return made(e, e.data.attempt, "saved-code", e.data.channel);
    return e.type === "photo.judged" ? made(e, e.data.attempt, "photo", e.data.channel ?? "desk") : [];
  });
}

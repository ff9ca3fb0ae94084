import { freshEvidence } from "./policy";
import { isProvenUnderPressure } from "./pressure";
import { type SafetyKind, safetyOf } from "./safety";
import type { Instant } from "./time";
import { type CaseReading, judgedAt, nameOf } from "./view-case";

/** What a packet says of who was on the line, who was pressed, and who is in danger. */
export interface PacketCareView {
  caller: { matched: Instant | null; wrong: Instant[] };
  pressure: { byName: string; at: Instant }[];
  /** How many of its proofs were taken before it was out of the hands of who was pressed. */
  proofsUnderPressure: number;
  safety: SafetyKind | null;
  /** How many contacts its notices are kept from. */
  withheld: number;
}

/** The care of a packet: who calls is worth no points, and who was pressed takes none. */
export function packetCare(r: CaseReading): PacketCareView {
  const { caller, pressure, withheld } = r.ticket;
  const proofs = freshEvidence(r.ticket, r.facts.rules, judgedAt(r)).filter((v) =>
    isProvenUnderPressure(r.ticket, v.at),
  );
  return {
    caller: { matched: caller?.matches.at(-1)?.at ?? null, wrong: caller?.wrong ?? [] },
    pressure: (pressure ?? []).map((p) => ({ byName: nameOf(r, p.by), at: p.at })),
    proofsUnderPressure: proofs.length,
    safety: safetyOf(r.account)?.kind ?? null,
    withheld: (withheld ?? []).filter((w) => w.second).length,
  };
}

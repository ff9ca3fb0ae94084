import type { Case } from "./case";
import { type SafetyKind, safetyOf } from "./safety";
import type { Ticket } from "./ticket";
import type { Instant } from "./time";

/** What a packet says of who was on the line, who was pressed and who is not told; nothing of it where there was nothing. */
export interface PacketCare {
  caller?: { matched: Instant[]; wrong: Instant[] };
  pressure?: NonNullable<Ticket["pressure"]>;
  safety?: SafetyKind;
  /** Contacts that notices are kept from, at the word of two supervisors. */
  withheld?: string[];
}

/** The part of a packet that is there only since it happened, so that packets from before have the hash they had. */
export function careOf({ ticket, account }: Case & { ticket: Ticket }): PacketCare {
  const { caller, pressure, withheld } = ticket;
  const safety = safetyOf(account);
  const [matched, wrong] = [(caller?.matches ?? []).map((m) => m.at), caller?.wrong ?? []];
  const kept = (withheld ?? []).flatMap((w) => (w.second ? [w.contact] : [])).sort();
  return {
    ...(matched.length + wrong.length > 0 ? { caller: { matched, wrong } } : {}),
    ...(pressure ? { pressure } : {}),
    ...(safety ? { safety: safety.kind } : {}),
    ...(kept.length > 0 ? { withheld: kept } : {}),
  };
}

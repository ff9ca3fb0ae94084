import type { Ticket } from "./ticket";
import type { Instant } from "./time";

/** The ticket with every proof void, and every one under way: codes that were sent, photos that nobody judged yet. */
export function withoutProofs(t: Ticket, at: Instant): Ticket {
  const codes = Object.entries(t.codes).map(([contact, code]) => [contact, { ...code, usedAt: code.usedAt ?? at }]);
  return {
    ...t,
    codes: Object.fromEntries(codes),
    evidence: t.evidence.map((v) => (v.voidedAt === null ? { ...v, voidedAt: at } : v)),
    photos: t.photos.map((p) => (p.result === null ? { ...p, judgedAt: at, result: "declined" } : p)),
  };
}

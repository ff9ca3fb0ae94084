import { staffIdOf } from "domain/staff";
import type { StoredCase } from "./case";

/** Vault ids of the free texts a case's screens show: notes, and what a supervisor wrote when returning it. */
export function textIdsOf(c: Pick<StoredCase, "ticket" | "entries">): string[] {
  const returned = c.entries.flatMap((e) =>
    e.type === "ticket.returned" && e.data.note !== null ? [e.data.note] : [],
  );
  return [...c.ticket.notes.map((n) => n.id), ...returned];
}

/** Staff ids that a case's screens name. */
export function staffIdsOf(c: Pick<StoredCase, "ticket" | "entries" | "account">): string[] {
  const { ticket } = c;
  const named = [
    ticket.agent,
    ticket.rejection?.by,
    staffIdOf(c.account?.safety?.by ?? ""),
    ...ticket.approvals.map((a) => a.by),
    ...ticket.notes.map((n) => staffIdOf(n.by)),
  ];
  const acting = c.entries.flatMap((e) => [staffIdOf(e.actor.id), e.type === "ticket.handed-over" ? e.data.to : null]);
  return [...new Set([...named, ...acting].filter((id) => typeof id === "string"))];
}

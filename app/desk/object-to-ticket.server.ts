import type { Loss } from "domain/loss";
import { object } from "domain/reset";
import type { Instant } from "domain/time";
import type { Door, Outcome } from "~/door.server";
import { refByTicket } from "~/facts.server";
import { type CaseRef, caseNow, enactCase, type Who } from "./case.server";
import { readObjection } from "./links.server";

export interface ObjectionPage {
  number: number;
  loss: Loss;
  openedAt: Instant;
  completed: boolean;
  /** Why objecting does nothing any more, or null. */
  refused: string | null;
}

/** What an objection link is about, or null for a link that was never made; opening it changes nothing. */
export async function readObjectionLink(door: Door, token: string): Promise<ObjectionPage | null> {
  const link = readObjection(door, token);
  const ref = link && (await refByTicket(door, link.ticket));
  const ticket = ref && (await caseNow(door, ref)).ticket;
  if (!ticket) return null;
  const { number, loss, openedAt, state } = ticket;
  return {
    number,
    loss,
    openedAt,
    completed: state === "completed",
    refused: state === "disputed" ? "already-disputed" : null,
  };
}

/** Stops a ticket at the word of an old contact: approvals, hold and grant are void at once. */
export async function objectByLink(door: Door, who: Who, token: string): Promise<Outcome | null> {
  const link = readObjection(door, token);
  const ref = link && (await refByTicket(door, link.ticket));
  return link && ref ? enactCase(door, who, ref, object(link.contact)) : null;
}

/** Stops a ticket at the word of a signed-in session of its account. */
export const objectInSession = (door: Door, who: Who, ref: CaseRef): Promise<Outcome> =>
  enactCase(door, who, ref, object(null));

import { object } from "domain/reset";
import type { Door, Outcome } from "~/door.server";
import { refByTicket } from "~/facts.server";
import { type CaseRef, caseNow, enactCase, type Who } from "./case.server";
import { readObjection } from "./links.server";

export interface ObjectionPage {
  number: number;
  state: string;
}

/** What an objection link is about, or null for a link that was never made; opening it changes nothing. */
export async function readObjectionLink(door: Door, token: string): Promise<ObjectionPage | null> {
  const link = readObjection(door, token);
  const ref = link && (await refByTicket(door, link.ticket));
  const ticket = ref && (await caseNow(door, ref)).ticket;
  return ticket ? { number: ticket.number, state: ticket.state } : null;
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

import { object } from "domain/reset";
import type { ObjectionView } from "domain/view-objection";
import type { Door, Outcome } from "~/door.server";
import { readObjected } from "~/read-disputes.server";
import { type CaseRef, enactCase, type Who } from "./case.server";
import { objectionRef } from "./prove-ownership.server";

/** What an objection link is about, or null for a link that was never made; opening it changes nothing. */
export async function readObjectionLink(door: Door, who: Who, token: string): Promise<ObjectionView | null> {
  const at = await objectionRef(door, token);
  return at && readObjected(door, who.actor, at);
}

const query = { signers: true };

/** Stops a ticket at the word of an old contact: approvals, hold and grant are void at once. */
export async function objectByLink(door: Door, who: Who, token: string): Promise<Outcome | null> {
  const at = await objectionRef(door, token);
  if (!at) return null;
  const { account, ticket, contact } = at;
  return enactCase(door, who, { account, ticket }, object(contact), { query });
}

/** Stops a ticket at the word of a signed-in session of its account. */
export const objectInSession = (door: Door, who: Who, ref: CaseRef): Promise<Outcome> =>
  enactCase(door, who, ref, object(null), { query });

import { randomUUID } from "node:crypto";
import type { Decide } from "domain/case";
import { event, type GlassReason, refuse } from "domain/event";
import { askGlass as ask, closeGlass as close, confirmGlass as confirm, leastGlassReason } from "domain/glass";
import { read } from "domain/reading";
import type { CaseQuery, Door, Keep, Outcome } from "~/door.server";
import { ledgerNow, refByNumber } from "~/facts.server";
import { glassesOver, isBroken } from "~/read-glass.server";
import { type CaseRef, enactCase, refusalNow, refuseInput, type Who } from "./case.server";
import { worker } from "./deliver-messages.server";
import { eachAlone } from "./each-alone.server";
import { keptReason } from "./kept-reason.server";
import { stepOf, stepUp } from "./step-up.server";

/** Asks to read a ticket outside the supervisor's part, by its number: with a reason, its words, and a fresh code for it. */
export async function askGlass(
  door: Door,
  who: Who,
  form: { number: number | null; reason: GlassReason; text: string; code: string },
): Promise<{ refused: string | null }> {
  const ref = form.number === null ? null : await refByNumber(door, form.number);
  if (!ref) return refuseUnknown(door, who);
  const kept = await keptReason(door, form.text, leastGlassReason, ref.account);
  const glass = randomUUID();
  const decide = (made: string) => ask({ glass, reason: form.reason, note: kept?.reason ?? null, stepUp: made });
  return signed(door, who, ref, { command: "glass.ask", code: form.code, decide, keep: kept?.keep ?? [] });
}

/** A second supervisor confirms: both may read the ticket for an hour, and every admin is told. */
export const confirmGlass = (
  door: Door,
  who: Who,
  ref: CaseRef,
  form: { glass: string; code: string },
): Promise<{ refused: string | null }> =>
  signed(door, who, ref, {
    command: "glass.confirm",
    code: form.code,
    decide: (made) => confirm({ glass: form.glass, stepUp: made }),
    query: { admins: true },
  });

/** Either of the two ends it before its time. */
export const closeGlass = (door: Door, who: Who, ref: CaseRef, glass: string): Promise<Outcome> =>
  enactCase(door, who, ref, close(glass));

/** An admin has seen it; nothing on their pages tells of it any more. */
export async function acknowledgeGlass(door: Door, who: Who, ref: CaseRef, glass: string): Promise<Outcome> {
  const decide = (await isBroken(door, ref.ticket, glass))
    ? read("glass.acknowledge", ["admin"], event("glass.acknowledged", { glass }))
    : () => refuse("glass.acknowledge", "no-such-ticket");
  return door.ledger.enact({ ...who, stream: "reads", subject: ref.account, object: ref.ticket, decide });
}

/** Enters that somebody looked at what was opened by break-glass. */
export function viewGlasses(door: Door, who: Who): Promise<Outcome> {
  const decide = read("glasses.view", ["supervisor", "admin", "auditor"], event("glasses.viewed", {}));
  return door.ledger.enact({ ...who, stream: "reads", subject: null, object: null, decide });
}

const atOnce = 100;

/** Enters the end of every break-glass whose hour is over; its reading ended with the hour. Returns how many. */
export async function endGlasses(door: Door): Promise<number> {
  const over = await glassesOver(door, await ledgerNow(door), atOnce);
  return eachAlone(
    "glass",
    over,
    ({ glass }) => glass,
    ({ account, ticket, glass }) =>
      enactCase(door, { actor: worker, request: `glass:${glass}` }, { account, ticket }, close(glass)),
  );
}

interface Signed {
  command: string;
  code: string;
  decide(stepUp: string): Decide;
  keep?: Keep[];
  query?: CaseQuery;
}

/** What would be refused in any case is refused before the code is spent, which would have to be awaited anew. */
async function signed(door: Door, who: Who, ref: CaseRef, act: Signed): Promise<Outcome> {
  const { command, code, decide, keep, query } = act;
  const no = await refusalNow(door, who, ref, decide(""));
  if (no !== null && no !== "step-up-needed") return enactCase(door, who, ref, decide(""));
  const made = await stepUp(door, stepOf(who), { act: "glass", object: ref.ticket, code });
  if (made.refused !== null) return refuseInput(door, who, ref, command, made.refused);
  return enactCase(door, who, ref, decide(made.stepUp), { keep, query });
}

async function refuseUnknown(door: Door, who: Who): Promise<Outcome> {
  const decide = () => refuse("glass.ask", "no-such-ticket");
  return door.ledger.enact({ ...who, stream: "reads", subject: null, object: null, decide });
}

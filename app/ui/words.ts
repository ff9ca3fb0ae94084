import type { EventType } from "domain/event";
import { approvalLapsed } from "domain/view";
import { eventLabels } from "./words/event-labels";
import { afterEvents } from "./words/events-after";
import { careEvents } from "./words/events-care";
import { checkEvents } from "./words/events-checks";
import { deliveryEvents } from "./words/events-delivery";
import { deskEvents } from "./words/events-desk";
import { directoryEvents } from "./words/events-directory";
import { disputeEvents } from "./words/events-disputes";
import { erasureEvents } from "./words/events-erasure";
import { glassEvents } from "./words/events-glass";
import { holderEvents } from "./words/events-holder";
import { proofEvents } from "./words/events-proofs";
import { providedEvents } from "./words/events-provided";
import { watcherEvents } from "./words/events-watchers";
import { workEvents } from "./words/events-work";
import { refusedOf } from "./words/refusals";
import { inline, type Sentence, type Teller, type Told, tell } from "./words/telling";

/** The sentence said to staff for a refusal's reason; a reason without one gets a sentence that is still true. */
export const refusal = (reason: string, command?: string): string => refusedOf(reason, command).staff;

/** What the agent may read aloud to the caller for a refusal's reason, or null where there is nothing for the caller. */
export const sayAloud = (reason: string, command?: string): string | null => refusedOf(reason, command).say;

/** A teller for every type of the catalogue: the compiler knows when one is missing. */
const tellers: Record<EventType, Teller> = {
  ...workEvents,
  ...checkEvents,
  ...afterEvents,
  ...disputeEvents,
  ...erasureEvents,
  ...careEvents,
  ...glassEvents,
  ...proofEvents,
  ...holderEvents,
  ...providedEvents,
  ...directoryEvents,
  ...deliveryEvents,
  ...deskEvents,
  ...watcherEvents,
};

/** An entry as one line of a story: what happened, and after it what it means. */
export function eventSentence(told: Told): Sentence {
  if (told.type === approvalLapsed) return tell(`${inline(told.who)}’s countersignature lapsed after 24 h.`);
  const known = Object.hasOwn(tellers, told.type) ? tellers[told.type as EventType] : null;
  return known ? known(told.facts, told.who) : { lead: told.type, rest: null };
}

/** A type of entry in two or three words, for tables and filters. */
export function eventLabel(type: string): string {
  return Object.hasOwn(eventLabels, type) ? eventLabels[type as EventType] : type;
}

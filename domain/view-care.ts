import { contactsToTell } from "./account";
import { matchNow, mostNumbers } from "./caller";
import { contactsNow, type Decide } from "./case";
import type { ContactKind } from "./loss";
import { callerIn, matchCaller } from "./match-caller";
import { isSetAside, isUnderPressure } from "./pressure";
import { flagSafety, type SafetyKind, safetyKinds, safetyOf } from "./safety";
import type { Instant } from "./time";
import { type CaseReading, nameOf, whoOf } from "./view-case";
import { refusalOf } from "./view-may";
import { waitingWithholding } from "./withhold";

/** Whether the desk knows that the caller is who is in the portal. */
export interface CallerView {
  /** `not-entered`: the requester has no page open that a number could be read from. */
  state: "not-entered" | "waiting" | "matched" | "no-numbers";
  /** Since when it holds, where it is matched. */
  at: Instant | null;
  triesLeft: number;
  /** Wrong numbers said in this ticket. */
  wrong: number;
}

/** A flag on the account, and a first supervisor's wish to lift it. */
export interface SafetyView {
  kind: SafetyKind;
  at: Instant;
  byName: string;
}

/** A contact whose notices two supervisors may keep back. */
export interface WithholdingView {
  contact: string;
  kind: ContactKind;
  since: Instant;
  state: "told" | "proposed" | "withheld";
  /** Who said so first. */
  byName: string | null;
}

/** What a ticket's page says of who is on the line and of who is in danger. */
export interface CareView {
  caller: CallerView;
  /** It waits for a supervisor: nobody claims it. */
  setAside: boolean;
  safety: SafetyView | null;
  mayMatch: boolean;
  mayFlag: boolean;
  /** Only before supervisors: who was pressed, and whose notices may be kept back. */
  pressure: { byName: string; at: Instant; open: boolean }[];
  withholding: WithholdingView[];
}

/** What an agent may see of it, and a supervisor beside it; that an agent was pressed shows nowhere else. */
export function careView(r: CaseReading): CareView {
  const may = (decide: Decide) => refusalOf(decide, r, r.facts, r.now) === null;
  const supervises = r.facts.member?.role === "supervisor";
  return {
    caller: callerView(r),
    setAside: isSetAside(r.ticket),
    safety: safetyView(r),
    mayMatch: may(matchCaller({ turn: r.ticket.caller?.turn ?? 0, right: true })),
    mayFlag: safetyKinds.some((kind) => may(flagSafety(kind))),
    pressure: supervises ? pressureOf(r) : [],
    withholding: supervises && safetyOf(r.account) ? withholdingOf(r) : [],
  };
}

function callerView({ ticket, now }: CaseReading): CallerView {
  const caller = callerIn(ticket);
  const wrong = ticket.caller?.wrong.length ?? 0;
  if (!caller) return { state: "not-entered", at: null, triesLeft: 0, wrong };
  const match = ticket.agent === null ? null : matchNow(caller, `staff:${ticket.agent}`, now);
  const triesLeft = mostNumbers - caller.tries;
  const open = triesLeft > 0 ? "waiting" : "no-numbers";
  return { state: match ? "matched" : open, at: match?.at ?? null, triesLeft, wrong };
}

function safetyView(r: CaseReading): SafetyView | null {
  const safety = safetyOf(r.account);
  return safety && { kind: safety.kind, at: safety.at, byName: whoOf(r, safety.by) };
}

const pressureOf = (r: CaseReading): CareView["pressure"] =>
  (r.ticket.pressure ?? []).map((p) => ({
    byName: nameOf(r, p.by),
    at: p.at,
    open: p.until === null && isUnderPressure(r.ticket),
  }));

function withholdingOf(r: CaseReading): WithholdingView[] {
  return contactsToTell(contactsNow(r, r.facts), r.now).map(({ id: contact, kind, since }) => {
    const done = r.ticket.withheld?.find((w) => w.contact === contact && w.second);
    const first = waitingWithholding(r.ticket, contact, r.now);
    const state = done ? "withheld" : first ? "proposed" : "told";
    const by = (done ?? first)?.first.by ?? null;
    return { contact, kind, since, state, byName: by && whoOf(r, by) };
  });
}

/** An account under a flag, as the supervisors' list shows it. */
export interface FlaggedRow extends SafetyView {
  account: string;
  holder: string;
  lift: { byName: string; at: Instant; reason: string | null; mine: boolean } | null;
}
/** A ticket that waits for a supervisor because its agent was pressed. */
export interface PressedRow {
  number: number;
  holder: string;
  agentName: string;
  at: Instant;
}
/** What supervisors look after: tickets whose agent was pressed, and accounts under a flag. */
export interface SafetyPage {
  pressed: PressedRow[];
  flagged: FlaggedRow[];
  /** Where the list of flags goes on, or null. */
  next: string | null;
  now: Instant;
}

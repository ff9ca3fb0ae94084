import { answersSpent } from "./account";
import { triesLeft } from "./budget";
import { contactsNow, isFrozen, secondFactorOf } from "./case";
import { mostTries } from "./check-code";
import { hasSavedCodes } from "./check-saved-code";
import { offSince } from "./fold-provided";
import { askable } from "./joined";
import { judgementOf } from "./packet";
import type { Need } from "./policy";
import { quarantineEnd } from "./quarantine";
import { asJudged } from "./safe-rules";
import { days, type Instant, lifetime } from "./time";
import type { CodeView, TicketView } from "./view";
import { careView } from "./view-care";
import { type CaseReading, judgedAt, maskOf, nameOf, noMask, whoOf } from "./view-case";
import { directoryView } from "./view-directory";
import { evidenceLines } from "./view-evidence";
import { isRenewable, mayGetCode, mayJudge, mayOf } from "./view-may";
import { purchasesOf } from "./view-purchases";
import { aheadOf, deskSteps } from "./view-steps";
import { storyOf } from "./view-story";
import { vouchViewOf } from "./view-vouch";

/** A ticket as agents and supervisors see it: pass or fail and what is needed; no points, no stored value, no near or miss. */
export function ticketView(reading: CaseReading): TicketView {
  const r = asJudged(reading);
  const { ticket, now } = r;
  const judgement = judgementOf(r, r.facts, now, judgedAt(r));
  return {
    id: ticket.id,
    number: ticket.number,
    reference: ticket.reference,
    state: ticket.state,
    tier: ticket.tier,
    raised: (ticket.raised ?? []).length > 0,
    loss: ticket.loss,
    holder: r.holder,
    account: accountOf(r),
    agent: ticket.agent === null ? null : { id: ticket.agent, name: nameOf(r, ticket.agent) },
    mine: ticket.agent !== null && ticket.agent === r.facts.member?.id,
    openedAt: ticket.openedAt,
    steps: deskSteps(ticket, r.facts.rules),
    needsNewContact: ticket.needsNewContact,
    newContact: newContactOf(r),
    codes: registeredCodes(r),
    evidence: evidenceLines(r),
    needs: askedNow(judgement.needs),
    satisfied: judgement.satisfied,
    approvalsNeeded: aheadOf(ticket, r.facts.rules).people,
    triesLeft: {
      serial: triesLeft(r.account, "serial", "desk", now),
      answers: triesLeft(r.account, "answers", "desk", now),
      savedCode: triesLeft(r.account, "saved-code", "desk", now),
    },
    savedCodesOnFile: hasSavedCodes(r.account, ticket),
    vouch: vouchViewOf(r),
    questions: questionsOf(r),
    answersSpent: answersSpent(r.account, ticket.id, now),
    photos: photosOf(r),
    purchases: purchasesOf(r),
    notes: notesOf(r),
    returned: returnedOf(r),
    hold: ticket.hold && { startedAt: ticket.hold.startedAt, endsAt: ticket.hold.endsAt },
    grant: grantOf(r),
    directory: directoryView(ticket),
    notices: noticesOf(r),
    care: careView(r),
    story: storyOf(r),
    may: mayOf(r),
    glass: null,
    now,
  };
}

/** Recoveries of the account within the last 90 days. */
export const recentRecoveries = (r: Pick<CaseReading, "account" | "now">): number =>
  (r.account?.recoveries ?? []).filter((one) => r.now - one.at < days(90)).length;

/** Which contact was told of what, and what became of it. */
export const noticesOf = (r: CaseReading): TicketView["notices"] =>
  Object.values(r.ticket.notices).map((n) => ({
    purpose: n.purpose,
    mask: maskOf(r, n.contact) ?? noMask,
    state: n.state,
  }));

/** The questions drawn for this account in words, while they stay the same; null when none are. */
export function questionsOf(r: CaseReading): { texts: { id: string; text: string }[]; until: Instant } | null {
  const drawn = r.account?.drawn;
  const until = (drawn?.at ?? 0) + lifetime.drawnQuestionsMs;
  if (!drawn || r.now >= until) return null;
  return { texts: drawn.questions.map((id) => ({ id, text: r.questions[id] ?? "" })), until };
}

/** A second kind is asked for once what is named is there: until then that is one, and nobody is asked for it twice. */
const askedNow = (needs: readonly Need[]): Need[] =>
  needs.filter((need) => need !== "second-kind-of-proof" || !needs.some((one) => named.includes(one)));
const named: readonly Need[] = [
  "code-to-surviving-contact",
  "knowledge-or-vouch",
  "saved-code-or-vouch",
  "dynamic-proof",
];

function accountOf(r: CaseReading): TicketView["account"] {
  return {
    contacts: contactsNow(r, r.facts).map((k) => ({
      id: k.id,
      kind: k.kind,
      mask: maskOf(r, k.id) ?? noMask,
      since: k.since,
      lost: r.ticket.action.replace.includes(k.id),
      ended: k.endedAt !== null,
      undeliveredAt: r.account?.undelivered?.[k.id] ?? null,
      mayGetCode: mayGetCode(r, k.id),
    })),
    since: r.facts.record.createdAt,
    region: r.region,
    devices: r.facts.devices,
    questionsOnFile: askable(r.facts, r.now).length,
    secondFactor: secondFactorOf(r, r.facts),
    recoveries90d: recentRecoveries(r),
    quarantinedUntil: quarantineEnd(r.account, r.now),
    frozen: isFrozen(r, r.facts),
    ...(offSince(r.account) === null ? {} : { switchedOff: true as const }),
    erased: !!r.account?.erased,
  };
}

function newContactOf(r: CaseReading): TicketView["newContact"] {
  const { newContact } = r.ticket;
  if (!newContact) return null;
  const { id, kind, confirmedAt } = newContact;
  return { kind, mask: maskOf(r, id) ?? noMask, confirmedAt, code: codeOf(r, id) };
}

function registeredCodes(r: CaseReading): TicketView["codes"] {
  const ids = Object.keys(r.ticket.codes).filter((id) => contactsNow(r, r.facts).some((k) => k.id === id));
  return Object.fromEntries(ids.flatMap((id) => (codeOf(r, id) ? [[id, codeOf(r, id) as CodeView]] : [])));
}

function codeOf(r: CaseReading, contact: string): CodeView | null {
  const sent = r.ticket.codes[contact];
  if (!sent) return null;
  const { sentAt, expiresAt, usedAt, tries } = sent;
  return { sentAt, expiresAt, usedAt, triesLeft: Math.max(0, mostTries - tries) };
}

const photosOf = (r: CaseReading): TicketView["photos"] =>
  r.ticket.photos.map((p) => ({
    id: p.id,
    at: p.addedAt,
    result: p.result === "near" ? "miss" : p.result,
    mayJudge: mayJudge(r, p.id),
  }));

function notesOf(r: CaseReading): TicketView["notes"] {
  const cut = new Set(r.entries.flatMap((e) => (e.type === "ticket.noted" && e.data.removed > 0 ? [e.data.note] : [])));
  return r.ticket.notes.flatMap((n) => {
    const text = r.texts.get(n.id);
    return text === undefined ? [] : [{ at: n.at, byName: whoOf(r, n.by), text, removed: cut.has(n.id) }];
  });
}

function returnedOf(r: CaseReading): TicketView["returned"] {
  const { returned } = r.ticket;
  if (!returned) return null;
  const entry = r.entries.findLast((e) => e.type === "ticket.returned");
  const note = entry?.type === "ticket.returned" ? entry.data.note : null;
  return { at: returned.at, reason: returned.reason, note: note === null ? null : (r.texts.get(note) ?? null) };
}

function grantOf(r: CaseReading): TicketView["grant"] {
  const { grant } = r.ticket;
  if (!grant) return null;
  const { expiresAt, generation, contact } = grant;
  return { expiresAt, generation, sentTo: maskOf(r, contact) ?? noMask, renewable: isRenewable(r) };
}

import { days, hours, minutes } from "domain/time";
import type { TicketAct, TicketView } from "domain/view";
import type { Desk } from "../shell/desk";

export const now = Date.parse("2026-05-31T14:07:00Z");

/** The desk as Ada sees it, for tests of screens. */
export const adasDesk: Desk = {
  viewer: { id: "ada", name: "Ada Obi", role: "agent" },
  zone: "Europe/Lisbon",
  now,
  formKey: "k1",
  owners: "owners@desk.example",
};

const acts: TicketAct[] = [
  "release",
  "propose-contact",
  "confirm-contact",
  "check-serial",
  "answers",
  "send-code",
  "add-photo",
  "add-purchase",
  "submit",
  "cancel",
  "note",
];

/** Permissions with these acts and no others. */
export function mayOnly(...allowed: TicketAct[]): TicketView["may"] {
  const none = {
    claim: false,
    "hand-over": false,
    review: false,
    reissue: false,
    "stop-hold": false,
    reject: false,
  };
  const all = { ...none, ...Object.fromEntries(acts.map((act) => [act, false])) } as TicketView["may"];
  return { ...all, ...Object.fromEntries(allowed.map((act) => [act, true])) };
}

/** Ada's ticket with its new contact confirmed and nothing proven yet, for tests of screens. */
export function sampleTicket(changed: Partial<TicketView> = {}): TicketView {
  const contact = { since: now - days(900), lost: true, ended: false, undeliveredAt: null, mayGetCode: false };
  return {
    id: "t1",
    number: 1042,
    reference: "7KQ2-M4XD",
    state: "verifying",
    tier: "T4",
    raised: false,
    loss: { password: false, secondFactor: false, email: true, phone: true },
    holder: "J••• M•••",
    account: {
      contacts: [
        { ...contact, id: "c1", kind: "email", mask: "j•••@b•••.example" },
        { ...contact, id: "c2", kind: "phone", mask: "•••• 42" },
      ],
      since: now - days(900),
      region: "eu",
      devices: 3,
      questionsOnFile: 3,
      secondFactor: "none",
      recoveries90d: 0,
      quarantinedUntil: null,
      frozen: false,
      erased: false,
    },
    agent: { id: "ada", name: "Ada Obi" },
    glass: null,
    mine: true,
    openedAt: now - hours(3),
    steps: [
      { step: "open", state: "done" },
      { step: "verify", state: "now" },
      { step: "countersign", state: "later", people: 2 },
      { step: "hold", state: "later", hold: { leastMs: hours(72), mostMs: days(7) } },
      { step: "reset", state: "later" },
    ],
    needsNewContact: true,
    newContact: { kind: "email", mask: "n•••@m•••.example", confirmedAt: now - minutes(5), code: null },
    codes: {},
    evidence: [],
    needs: ["knowledge-or-vouch", "second-kind-of-proof", "more-evidence"],
    satisfied: false,
    approvalsNeeded: 2,
    triesLeft: { serial: 3, answers: 2, savedCode: 5 },
    savedCodesOnFile: false,
    vouch: null,
    questions: null,
    answersSpent: false,
    photos: [],
    purchases: [],
    notes: [],
    returned: null,
    hold: null,
    grant: null,
    directory: null,
    notices: [],
    care: {
      caller: { state: "not-entered", at: null, triesLeft: 0, wrong: 0 },
      setAside: false,
      safety: null,
      mayMatch: false,
      mayFlag: false,
      pressure: [],
      withholding: [],
    },
    story: [
      {
        seq: 7,
        at: now - minutes(6),
        who: "Ada Obi",
        type: "ticket.claimed",
        facts: { by: "ada", name: "Ada Obi" },
        denied: false,
      },
    ],
    may: mayOnly(...acts),
    now,
    ...changed,
  };
}

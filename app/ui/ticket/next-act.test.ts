import { minutes } from "domain/time";
import type { EvidenceLine, TicketView } from "domain/view";
import { describe, expect, it } from "vitest";
import { nextAct, openWays } from "./next-act";
import { mayOnly, now, sampleTicket } from "./sample";

const serial: EvidenceLine = { factor: "serial", whole: true, boundYear: 2019, at: now - minutes(4), fresh: true };
const answers: EvidenceLine = { factor: "answers", typedByRequester: true, at: now - minutes(2), fresh: true };
const withSurvivor = (t: TicketView): TicketView["account"] => ({
  ...t.account,
  contacts: t.account.contacts.map((c) => (c.kind === "phone" ? { ...c, lost: false, mayGetCode: true } : c)),
});

describe("the next act", () => {
  it("is to claim, while no one has the ticket", () => {
    expect(nextAct(sampleTicket({ state: "open", mine: false, agent: null, may: mayOnly("claim") }))).toBe("claim");
  });
  it("is to wait, for everyone but its agent", () => {
    expect(nextAct(sampleTicket({ mine: false, may: mayOnly("note") }))).toBe("wait");
    expect(nextAct(sampleTicket({ state: "in_review" }))).toBe("wait");
  });
  it("is the new contact before any proof", () => {
    expect(nextAct(sampleTicket({ newContact: null }))).toBe("contact");
    expect(
      nextAct(sampleTicket({ newContact: { kind: "phone", mask: "•••• 07", confirmedAt: null, code: null } })),
    ).toBe("confirm");
  });
  it("is a serial first, then the questions, then sending it on", () => {
    expect(nextAct(sampleTicket())).toBe("serial");
    expect(nextAct(sampleTicket({ evidence: [serial], needs: ["knowledge-or-vouch"] }))).toBe("answers");
    expect(nextAct(sampleTicket({ evidence: [serial, answers], needs: [], satisfied: true }))).toBe("submit");
  });
  it("is a code to the surviving contact, where the policy asks for one", () => {
    const t = sampleTicket({ tier: "T3", needs: ["code-to-surviving-contact", "more-evidence"] });
    expect(nextAct({ ...t, account: withSurvivor(t) })).toBe("possession");
  });
  it("stays with the proof that was just refused", () => {
    const t = sampleTicket({ evidence: [serial], needs: ["knowledge-or-vouch"] });
    expect(nextAct(t, "serial")).toBe("serial");
    expect(nextAct(t, "notes")).toBe("answers");
    expect(nextAct(t, "questions")).toBe("answers");
  });
  it("goes on with a photo when nothing else can be tried today, and says so when even that is not open", () => {
    const t = sampleTicket({ triesLeft: { serial: 0, answers: 0, savedCode: 5 } });
    expect(nextAct(t)).toBe("photos");
    expect(nextAct({ ...t, may: mayOnly("note", "cancel") })).toBe("stuck");
  });
});

describe("the ways to prove", () => {
  it("leave the questions out when they are spent, passed or not on file", () => {
    expect(openWays(sampleTicket({ answersSpent: true }))).not.toContain("answers");
    expect(openWays(sampleTicket({ evidence: [answers] }))).not.toContain("answers");
    const t = sampleTicket();
    expect(openWays({ ...t, account: { ...t.account, questionsOnFile: 0 } })).not.toContain("answers");
  });
  it("leave codes out when no contact on file may get one", () => {
    const t = sampleTicket();
    expect(openWays(t)).not.toContain("possession");
    expect(openWays({ ...t, account: withSurvivor(t) })).toContain("possession");
  });
  it("ask for a saved code where some are on file, can be tried, and none counts yet", () => {
    const may = mayOnly("check-saved-code");
    const t = sampleTicket({ may, savedCodesOnFile: true });
    expect(openWays(t)).toEqual(["saved-code"]);
    expect(openWays({ ...t, savedCodesOnFile: false })).toEqual([]);
    expect(openWays({ ...t, triesLeft: { ...t.triesLeft, savedCode: 0 } })).toEqual([]);
    expect(openWays({ ...t, evidence: [{ factor: "saved-code", at: now, fresh: true }] })).toEqual([]);
  });
  it("ask for a vouch while a number may be made, or one stands", () => {
    const vouch = { number: "123456", expiresAt: now + minutes(9), triesLeft: 5, opened: false };
    expect(openWays(sampleTicket({ may: mayOnly("ask-vouch") }))).toEqual(["vouch"]);
    expect(openWays(sampleTicket({ may: mayOnly("check-saved-code"), vouch }))).toEqual(["vouch"]);
  });
  it("name each way once", () => {
    const ways = openWays(sampleTicket());
    expect(new Set(ways).size).toBe(ways.length);
  });
});

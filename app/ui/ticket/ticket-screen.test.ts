import { hours, minutes } from "domain/time";
import type { TicketView } from "domain/view";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it, test } from "vitest";
import { adasDesk, mayOnly, now, sampleTicket } from "./sample";
import { TicketScreen, type TicketScreenProps } from "./ticket-screen";

const shown = (ticket: TicketView, more: Partial<TicketScreenProps> = {}): string =>
  renderToStaticMarkup(createElement(TicketScreen, { desk: adasDesk, ticket, ...more }));
const code = { sentAt: now - minutes(1), expiresAt: now + minutes(9), usedAt: null, triesLeft: 5 };
const states: Record<string, TicketView> = {
  open: sampleTicket({ state: "open", mine: false, agent: null, may: mayOnly("claim") }),
  naming: sampleTicket({ newContact: null }),
  confirming: sampleTicket({ newContact: { kind: "phone", mask: "•••• 07", confirmedAt: null, code } }),
  proving: sampleTicket({ questions: { texts: [{ id: "q1", text: "First school?" }], until: now + hours(20) } }),
  ready: sampleTicket({ satisfied: true, needs: [] }),
  review: sampleTicket({ state: "in_review", may: mayOnly("review") }),
  hold: sampleTicket({
    state: "on_hold",
    hold: { startedAt: now, endsAt: now + hours(72) },
    may: mayOnly("stop-hold"),
  }),
  sent: sampleTicket({
    state: "reset_sent",
    grant: { expiresAt: now + hours(2), generation: 1, sentTo: "n•••@m•••.example", renewable: true },
    may: mayOnly("reissue"),
  }),
  disputed: sampleTicket({ state: "disputed", may: mayOnly("reject", "hand-over") }),
  completed: sampleTicket({ state: "completed", mine: false, may: mayOnly() }),
};

describe("the ticket's page", () => {
  test.each(Object.entries(states))(
    "when %s has one heading, no script, no style, no handler, and a key in every form that posts",
    (_name, ticket) => {
      const html = shown(ticket, { agents: [{ id: "bob", name: "Bob Okafor" }] });
      expect(html.match(/<h1/g)).toHaveLength(1);
      expect(html).not.toMatch(/<script|<style|\sstyle=|\son[a-z]+=/i);
      const forms = html.match(/<form method="post".*?<\/form>/g) ?? [];
      for (const form of forms) expect(form).toMatch(/name="key" value="k1\.[a-z-]+/);
      expect(new Set(forms.map((form) => /name="key" value="([^"]+)"/.exec(form)?.[1])).size + repeats(html)).toBe(
        forms.length,
      );
    },
  );
  it("warns before a ticket is sent on whose photo or receipt nobody has read", () => {
    const file = { id: "f1", at: now, mayJudge: false };
    const ready = (files: Partial<TicketView>) => shown(sampleTicket({ satisfied: true, needs: [], ...files }));
    const unread = "will not count if you send it now";
    expect(
      ready({ photos: [{ ...file, result: null }], purchases: [{ ...file, form: "picture", result: null }] }),
    ).toContain(`1 photo and 1 receipt wait for a second person, and ${unread}.`);
    expect(ready({ photos: [{ ...file, result: null }] })).toContain(
      `1 photo waits for a second person, and ${unread}.`,
    );
    expect(ready({ photos: [{ ...file, result: "declined" }] })).not.toContain(unread);
  });
  it("never shows points to an agent", () => {
    for (const ticket of Object.values(states)) expect(shown(ticket)).not.toMatch(/\bpoints?\b/i);
  });
  it("gives back what was typed beside what is wrong with it, as an alert", () => {
    const problem = {
      form: "serial",
      sentence: "That matches no device.",
      fields: { serial: "Read it again." },
      typed: { serial: "L38239367" },
    };
    const html = shown(states.proving as TicketView, { problem });
    expect(html).toMatch(/role="alert".*That matches no device\./);
    expect(html).toMatch(
      /<input[^>]*autofocus=""[^>]*value="L38239367"|<input[^>]*value="L38239367"[^>]*autofocus=""/i,
    );
  });
  it("never gives back an answer or a code", () => {
    const problem = { form: "answers", sentence: "Not right.", typed: { "answer-q1": "Elm Street", code: "123456" } };
    const html = shown(states.proving as TicketView, { problem });
    expect(html).not.toMatch(/Elm Street|123456/);
    expect(
      shown(states.confirming as TicketView, { problem: { ...problem, form: "contact-confirmation" } }),
    ).not.toContain("123456");
  });
  it("offers nothing that this reader may not do", () => {
    expect(shown(states.completed as TicketView)).not.toMatch(/action="\/tickets/);
  });
});

/** The sign-out form stands in the menu and again in the phone's menu, with one key. */
const repeats = (html: string): number => (html.match(/value="k1\.sign-out"/g)?.length ?? 1) - 1;

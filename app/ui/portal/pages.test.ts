import { days, hours } from "domain/time";
import type { RequestView } from "domain/view";
import { createElement, type FunctionComponent } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { portalRefusal } from "../words/portal-refusals";
import { momentWords } from "../words/portal-times";
import { requestTold } from "../words/request";
import { DeadLinkPage } from "./dead-link-page";
import { ErrorPage } from "./error-page";
import { ObjectionPage } from "./objection-page";
import { RequestPage } from "./request-page";
import { ResetPage } from "./reset-page";

const now = Date.parse("2026-05-31T14:41:00Z");
const zone = "Europe/Lisbon";
const base: RequestView = {
  reference: "7KQ2-M4XD",
  state: "verifying",
  number: 1042,
  steps: [{ step: "received", state: "done", at: now }],
  approvals: 2,
  holdEndsAt: null,
  sentTo: "n•••@m•••.example",
  newContactConfirmed: true,
  questions: [
    { id: "q1", text: "First school?" },
    { id: "q2", text: "First pet?" },
  ],
  mayAnswer: true,
  answersDone: false,
  mayAddPhoto: true,
  mayAddPurchase: true,
  mayGiveSavedCode: true,
  savedCodeDone: false,
  mayAskVouch: true,
  vouch: null,
  vouchDone: false,
  mayCancel: true,
  grantExpiresAt: null,
  grantRenewable: false,
  now,
};
const shown = <P extends object>(page: FunctionComponent<P>, props: P): string =>
  renderToStaticMarkup(createElement(page, props));
const form = { formKey: "k", problem: null };
const pages: Record<string, string> = {
  request: shown(RequestPage, { ...form, request: base, zone }),
  reset: shown(ResetPage, { ...form, newPassword: true, minLength: 12 }),
  objection: shown(ObjectionPage, {
    ...form,
    number: 1042,
    loss: { password: false, secondFactor: false, email: true, phone: true },
    openedAt: now,
    completed: false,
    now,
    zone,
  }),
  dead: shown(DeadLinkPage, { reason: "grant-used" }),
  error: shown(ErrorPage, { kind: "broken", home: "/request" }),
};

describe("the public pages", () => {
  test.each(Object.entries(pages))("%s has one heading and holds no script, no style and no handler", (_name, html) => {
    expect(html.match(/<h1/g)).toHaveLength(1);
    expect(html).not.toMatch(/<script|<style|\sstyle=|\son[a-z]+=|javascript:/i);
  });

  test("ask all questions in one form that no browser fills in", () => {
    expect(pages.request).toMatch(/name="answer-q1"[\s\S]*name="answer-q2"[\s\S]*<\/form>/);
    expect(
      pages.request?.match(/id="answer-[^>]*autoComplete="off"|autocomplete="off"/gi)?.length,
    ).toBeGreaterThanOrEqual(2);
  });

  test("mark no answer and give none back when they were wrong", () => {
    const problem = {
      form: "answers",
      sentence: portalRefusal("wrong"),
      fields: { "answer-q1": "no" },
      typed: { "answer-q1": "Sint Jozef" },
    };
    const html = shown(RequestPage, { formKey: "k", problem, request: base, zone });
    expect(html).toContain(portalRefusal("wrong"));
    expect(html).not.toMatch(/Sint Jozef|aria-invalid/);
  });

  test("take a new password by paste and by a password manager, and never give it back", () => {
    const problem = {
      form: "reset",
      sentence: "No.",
      fields: { password: "Too short." },
      typed: { password: "hunter2" },
    };
    const html = shown(ResetPage, { formKey: "k", problem, newPassword: true, minLength: 12 });
    expect(html.match(/autocomplete="new-password"/gi)).toHaveLength(2);
    expect(html).not.toContain("hunter2");
  });

  test("say that nothing is known of what a stranger typed, whatever the reason", () => {
    expect(portalRefusal("no-such-ticket")).toBe(portalRefusal("wrong-code"));
    expect(portalRefusal("constructor")).toBe(portalRefusal("never-heard-of"));
  });
});

describe("a request's heading", () => {
  const told = (over: Partial<RequestView>) => requestTold({ ...base, ...over }, zone).title;

  test("says when the reader gets back in while the hold runs", () => {
    expect(told({ state: "on_hold", holdEndsAt: now + days(3) })).toBe("You can get back in on Wednesday at 15:41");
    expect(told({ state: "on_hold", holdEndsAt: now + hours(2) })).toBe("You can get back in today at 17:41");
    expect(told({ state: "on_hold", holdEndsAt: null })).toMatch(/about to start/);
  });

  test("asks for answers only while they are wanted", () => {
    expect(told({})).toMatch(/answer your questions/);
    expect(told({ answersDone: true })).toMatch(/checking/);
    expect(told({ mayAnswer: false })).toMatch(/checking/);
  });

  test("tells a link that works from one that ran out", () => {
    expect(told({ state: "reset_sent", grantExpiresAt: now + 1 })).toBe("You can get back in now");
    expect(told({ state: "reset_sent", grantExpiresAt: now })).toBe("Your link has run out");
  });
});

test("a moment is named by its day in the reader's zone, by its date when it is far", () => {
  expect(momentWords(Date.parse("2026-05-31T23:30:00Z"), now, zone)).toBe("tomorrow at 00:30");
  expect(momentWords(Date.parse("2026-05-30T09:41:00Z"), now, zone)).toBe("yesterday at 10:41");
  expect(momentWords(Date.parse("2026-06-09T09:41:00Z"), now, zone)).toBe("Tuesday 9 June at 10:41");
});

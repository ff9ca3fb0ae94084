import type { CallUs } from "domain/call-us";
import { days, hours } from "domain/time";
import type { RequestView } from "domain/view";
import type { FactorView } from "domain/view-factor";
import type { ObjectionView, ProofView } from "domain/view-objection";
import type { ProofsView } from "domain/view-proofs";
import { createElement, type FunctionComponent } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { portalRefusal } from "../words/portal-refusals";
import { momentWords } from "../words/portal-times";
import { requestTold } from "../words/request";
import { PasswordPage } from "./account/password-page";
import { PeoplePage } from "./account/people-page";
import { RequestsPage } from "./account/requests-page";
import { SavedCodesPage } from "./account/saved-codes-page";
import { SessionsPage } from "./account/sessions-page";
import { AccountPage } from "./account-page";
import type { Appealed } from "./appeal-part";
import { DeadLinkPage } from "./dead-link-page";
import { EnterPage } from "./enter";
import { ErrorPage } from "./error-page";
import { FactorSetupPage } from "./factor-setup-page";
import { NotMePage } from "./not-me-page";
import { ObjectedPage } from "./objected-page";
import { ObjectionPage } from "./objection-page";
import { ReachContext } from "./reach";
import { RequestPage } from "./request-page";
import { ResetDonePage } from "./reset-done-page";
import { ResetPage } from "./reset-page";
import { SecondFactorPage } from "./second-factor-page";
import { SecondStepPage } from "./second-step-page";

const now = Date.parse("2026-05-31T14:41:00Z");
const zone = "Europe/Lisbon";
const base: RequestView & Appealed = {
  appealed: null,
  reference: "7KQ2-M4XD",
  state: "verifying",
  number: 1042,
  steps: [{ step: "received", state: "done", at: now }],
  approvals: 2,
  holdEndsAt: null,
  sentTo: "n•••@m•••.example",
  stopped: false,
  newContactConfirmed: true,
  questions: [
    { id: "q1", text: "First school?" },
    { id: "q2", text: "First pet?" },
  ],
  mayAnswer: true,
  answersLocked: false,
  answersDone: false,
  mayAddPhoto: true,
  mayAddPurchase: true,
  waiting: { photos: 0, purchases: 0 },
  needed: {
    kinds: 2,
    oneOf: ["answers", "saved-code", "vouch"],
    enough: false,
    hold: { leastMs: days(3), mostMs: days(7) },
  },
  mayGiveSavedCode: true,
  savedCodeDone: false,
  mayAskVouch: true,
  vouch: null,
  vouchDone: false,
  mayCancel: true,
  grantExpiresAt: null,
  grantRenewable: false,
  mayAskAgain: false,
  mayAppeal: false,
  appeal: null,
  now,
};
const shown = <P extends object>(page: FunctionComponent<P>, props: P): string =>
  renderToStaticMarkup(createElement(page, props));
const form = { formKey: "k", problem: null };
const about = (stage: ProofView["stage"], disputed: boolean): ObjectionView => ({
  number: 1042,
  loss: { password: false, secondFactor: false, email: true, phone: true },
  openedAt: now,
  endedAt: null,
  completed: false,
  disputed,
  frozen: false,
  proof: {
    stage,
    contact: { kind: "email", mask: "h•••@h•••.example" },
    codeSent: true,
    given: { code: stage === "now", serials: 1, answers: false },
    questions: [{ id: "q1", text: "What was your first pet?" }],
    mayDraw: false,
    enough: false,
    proveBy: now,
  },
});
const vouchees = ["k1", "k2"].map((link) => ({ link, name: null, since: 0, mayVouchFrom: now - days(1) }));
const proofs: ProofsView = {
  codes: null,
  asksFactor: true,
  quarantinedUntil: null,
  people: [],
  invitations: [],
  vouchees,
  now,
};
const factor: FactorView = {
  way: "app",
  since: now - days(40),
  phone: null,
  freshForCodes: false,
  proofs: {},
  now,
};
const signIn = { ticket: "t1", proof: null };
const account = {
  username: "hal",
  contacts: [],
  secondFactor: "none" as const,
  devices: 1,
  questions: 3,
  quarantinedUntil: null,
  recent: [],
  now,
};
const loss = { password: true, secondFactor: false, email: true, phone: false };
const recent = [{ ticket: "t", number: 1042, loss, state: "disputed" as const, openedAt: now, mayObject: true }];
const seen = { browser: "Firefox", system: "Linux", place: "203.0", startedAt: now, seenAt: now };
const sessions = [
  { ...seen, name: "a1", here: true },
  { ...seen, name: "b2", here: false, browser: null },
];
const refusedCode = { sentence: "No.", fields: { code: "No." } };
const pages: Record<string, string> = {
  account: shown(AccountPage, {
    formKey: "k",
    account,
    proofs,
    factor,
    passwordSetAt: now,
    passwordOld: false,
    sessions: 1,
    ways: {},
    zone,
    news: null,
    problem: { form: "vouch", ...refusedCode, typed: { link: "k2" } },
  }),
  "saved code refused": shown(RequestPage, {
    formKey: "k",
    problem: { form: "saved-code", ...refusedCode },
    request: base,
    zone,
  }),
  request: shown(RequestPage, { ...form, request: base, zone }),
  reset: shown(ResetPage, { ...form, newPassword: true, rules: { minLength: 12, composition: true } }),
  objection: shown(ObjectionPage, {
    ...form,
    about: about("none", false),
    path: "/objection/t",
    news: null,
    signIn,
    now,
    zone,
  }),
  proof: shown(ObjectedPage, {
    ...form,
    about: about("now", true),
    path: "/objection/t",
    news: null,
    signIn,
    now,
    zone,
  }),
  "proof first": shown(ObjectionPage, {
    ...form,
    about: about("first", false),
    path: "/o",
    news: null,
    signIn,
    now,
    zone,
  }),
  over: shown(ObjectionPage, {
    ...form,
    about: { ...about("none", false), endedAt: now },
    path: "/o",
    news: null,
    signIn,
    now,
    zone,
  }),
  "second factor": shown(SecondFactorPage, { ...form, factor, proofs, news: null, zone }),
  "second factor off": shown(SecondFactorPage, {
    ...form,
    factor: { ...factor, way: "none" },
    proofs,
    news: null,
    zone,
  }),
  "second factor set up": shown(FactorSetupPage, {
    ...form,
    qrSvg: "<svg/>",
    typedKey: "ABCDEFGH",
    address: "otpauth://totp/hal",
  }),
  "second step": shown(SecondStepPage, { ...form, way: "app", phone: null, isTexted: false, texted: false }),
  "second step by text": shown(SecondStepPage, {
    ...form,
    way: "text",
    phone: "•••• 42",
    isTexted: true,
    texted: true,
  }),
  dead: shown(DeadLinkPage, { reason: "grant-used" }),
  password: shown(PasswordPage, { ...form, rules: { minLength: 12, composition: false }, username: "hal" }),
  codes: shown(SavedCodesPage, { ...form, proofs, zone }),
  people: shown(PeoplePage, { ...form, proofs, zone }),
  requests: shown(RequestsPage, { formKey: "k", account: { ...account, recent }, factor, ways: {}, zone }),
  sessions: shown(SessionsPage, { ...form, sessions, now, zone }),
  "not me": shown(NotMePage, { ...form, refused: null, sentAt: now, now, zone }),
  "not me, stopped": shown(NotMePage, { ...form, refused: "already-stopped", sentAt: now, now, zone }),
  "not me, too new": shown(NotMePage, { ...form, refused: "contact-too-new", sentAt: now, now, zone }),
  error: shown(ErrorPage, { kind: "broken", home: "/request" }),
};

describe("the public pages", () => {
  test.each(Object.entries(pages))("%s has one heading and holds no script, no style and no handler", (_name, html) => {
    expect(html.match(/<h1/g)).toHaveLength(1);
    expect(html).not.toMatch(/<script|<style|\sstyle=|\son[a-z]+=|javascript:/i);
  });

  test.each(Object.entries(pages))(
    "%s names each of its parts once, and each of its links leads to one",
    (_name, html) => {
      const ids = [...html.matchAll(/ id="([^"]+)"/g)].map((found) => found[1]);
      expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
      const links = [...html.matchAll(/ (?:href="#|for=")([^"]+)"/g)].map((found) => found[1]);
      expect(links.filter((id) => !ids.includes(id))).toEqual([]);
    },
  );

  test("ask all questions in one form that no browser fills in", () => {
    expect(pages.request).toMatch(/name="answer-q1"[\s\S]*name="answer-q2"[\s\S]*<\/form>/);
    expect(
      pages.request?.match(/id="answer-[^>]*autoComplete="off"|autocomplete="off"/gi)?.length,
    ).toBeGreaterThanOrEqual(2);
  });

  test("mark no answer and give none back when they were wrong", () => {
    const problem = {
      form: "answers",
      sentence: portalRefusal("en", "wrong"),
      fields: { "answer-q1": "no" },
      typed: { "answer-q1": "Sint Jozef" },
    };
    const html = shown(RequestPage, { formKey: "k", problem, request: base, zone });
    expect(html).toContain(portalRefusal("en", "wrong"));
    expect(html).not.toMatch(/Sint Jozef|aria-invalid/);
  });

  test("say that no tries are left instead of asking for answers again where there is no form any more", () => {
    const request = { ...base, mayAnswer: false, questions: null, answersLocked: true };
    const problem = { form: "answers", sentence: portalRefusal("en", "answers-did-not-hold") };
    for (const html of [
      shown(RequestPage, { formKey: "k", problem, request, zone }),
      shown(RequestPage, { ...form, request, zone }),
    ]) {
      expect(html.match(/There are no tries left here for your questions today\./g)).toHaveLength(1);
      expect(html).toContain("Ask us for help, or come back tomorrow.");
      expect(html).not.toMatch(/send them again|name="answer-/);
    }
    expect(pages.request).not.toContain("no tries left");
  });

  test("take a new password by paste and by a password manager, and never give it back", () => {
    const problem = {
      form: "reset",
      sentence: "No.",
      fields: { password: "Too short." },
      typed: { password: "hunter2" },
    };
    const html = shown(ResetPage, {
      formKey: "k",
      problem,
      newPassword: true,
      rules: { minLength: 12, composition: false },
    });
    expect(html.match(/autocomplete="new-password"/gi)).toHaveLength(2);
    expect(html).not.toContain("hunter2");
  });

  test("say that nothing is known of what a stranger typed, whatever the reason", () => {
    expect(portalRefusal("en", "no-such-ticket")).toBe(portalRefusal("en", "wrong-code"));
    expect(portalRefusal("en", "constructor")).toBe(portalRefusal("en", "never-heard-of"));
  });
});

describe("the pages of an objection", () => {
  const objected = (stage: ProofView["stage"], frozen = false): string =>
    shown(ObjectedPage, {
      ...form,
      about: { ...about(stage, true), frozen },
      path: "/o",
      news: null,
      signIn,
      now,
      zone,
    });

  test("say after a recovery that contacts stay as they are for 30 days, and nothing of that after a forgotten password", () => {
    const done = { newPassword: true, secondFactorRemoved: false, newContact: null };
    const recovered = shown(ResetDonePage, done);
    expect([recovered.includes("For 30 days"), recovered.includes("Open my request")]).toEqual([true, true]);
    const forgotten = shown(ResetDonePage, { ...done, onlyForgotten: true });
    expect([forgotten.includes("For 30 days"), forgotten.includes("Open my request")]).toEqual([false, false]);
    expect(forgotten).toContain("None of it helped");
  });

  test("say when the request ended, and offer nothing to press", () => {
    expect(pages.over).toContain("This request was ended on 31 May 2026");
    expect(pages.over).toContain("There is nothing left to do.");
    // But for the switch of languages at the foot of every page.
    expect(pages.over?.match(/<form[^>]*>/g)).toEqual([expect.stringContaining('action="/language"')]);
    expect(pages.over?.match(/<button/g)).toHaveLength(1);
    expect(pages.over?.split("<footer")[0]).not.toMatch(/<button|<form/);
  });

  test("ask nothing more of who showed that the account is theirs", () => {
    for (const frozen of [false, true]) {
      expect(objected("now", frozen)).toMatch(/If you show that the account is yours[\s\S]*ask us for help/);
      expect(objected("proved", frozen)).not.toMatch(/If you show|ask us for help/);
      expect(objected("over", frozen)).not.toMatch(/If you show|ask us for help/);
    }
  });
});

test("a code is said to be on its way only where one was asked for", () => {
  const entering = { ...form, stage: "code", reference: "" } as const;
  expect(shown(EnterPage, entering)).not.toContain("on its way");
  expect(shown(EnterPage, { ...entering, sent: true, reference: "7KQ2-M4XD" })).toContain("on its way");
});

test("a request says what was sent and waits to be looked at, and nothing where nothing does", () => {
  const page = (photos: number, purchases: number) =>
    shown(RequestPage, { ...form, request: { ...base, waiting: { photos, purchases } }, zone });
  expect(page(2, 1)).toContain("We have 2 photos and 1 receipt of yours, and will look at them.");
  expect(page(1, 0)).toContain("We have 1 photo of yours, and will look at it.");
  expect(page(0, 0)).not.toContain("of yours, and will look at");
});

describe("a request's heading", () => {
  const told = (over: Partial<RequestView>) => requestTold("en", { ...base, ...over }, zone).title;

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

  test("says that a request which someone stopped was ended, and not that more proof would help", () => {
    expect(told({ state: "rejected", stopped: true })).toBe("Your request was ended");
    expect(requestTold("en", { ...base, state: "rejected", stopped: true }, zone).text).not.toMatch(/ask again/);
    expect(told({ state: "rejected" })).toBe("We could not approve your request");
    const over = { ...base, state: "rejected" as const, stopped: true, steps: [], mayAnswer: false };
    expect(shown(RequestPage, { ...form, request: over, zone })).not.toMatch(/Stop it|Times are in/);
  });

  test("tells a link that works from one that ran out", () => {
    expect(told({ state: "reset_sent", grantExpiresAt: now + 1 })).toBe("You can get back in now");
    expect(told({ state: "reset_sent", grantExpiresAt: now })).toBe("Your link has run out");
  });
});

test("a moment is named by its day in the reader's zone, by its date when it is far", () => {
  expect(momentWords("en", Date.parse("2026-05-31T23:30:00Z"), now, zone)).toBe("tomorrow at 00:30");
  expect(momentWords("en", Date.parse("2026-05-30T09:41:00Z"), now, zone)).toBe("yesterday at 10:41");
  expect(momentWords("en", Date.parse("2026-06-09T09:41:00Z"), now, zone)).toBe("Tuesday 9 June at 10:41");
});

describe("the foot of a public page", () => {
  const footOf = (callUs: CallUs | null): string =>
    renderToStaticMarkup(
      createElement(
        ReachContext.Provider,
        { value: { callUs, owners: "owners@desk.example", zone } },
        createElement(DeadLinkPage, { reason: "link-used" }),
      ),
    );

  test("names the telephone with its hours, to be called by a tap, and leads to the guided request", () => {
    const html = footOf({
      phone: "+44 20 7946 0018",
      hours: { from: "Mo", to: "Fr", opens: "09:00", closes: "17:00" },
    });
    expect(html).toMatch(/<a href="tel:\+442079460018"[^>]*>\+44 20 7946 0018</);
    expect(html).toContain("Monday to Friday, 09:00 to 17:00, Lisbon time");
    expect(html).toContain('href="/request/new"');
  });

  test("names no telephone where there is none, and still leads to the guided request", () => {
    const html = footOf(null);
    expect(html).not.toMatch(/tel:|Call us/);
    expect(html).toContain('href="/request/new"');
  });
});

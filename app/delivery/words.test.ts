import type { AccountNews } from "domain/event";
import type { TicketTemplate } from "domain/message";
import { hours } from "domain/time";
import { describe, expect, it } from "vitest";
import { languages } from "~/ui/languages";
import { accountWordingOf } from "./account-words";
import { toldAr } from "./account-words.ar";
import { forgottenWording } from "./forgotten-words";
import { wordingOf } from "./words";
import { ticketWordingEn } from "./words.en";

const facts = {
  ticket: "CS-1042",
  reference: "7KQ2-M4XD",
  code: "123456",
  link: "https://desk.example/l/t0k3n",
  statusUrl: "https://desk.example/request",
  sentTo: "h•••@e•••.example",
  hidden: false,
  waitMs: hours(72),
  lifetimeMs: hours(24),
  reach: { callUs: null, zone: "UTC", askUrl: "https://desk.example/request/new" },
  forgotUrl: "https://desk.example/forgot",
};
const links = {
  accountUrl: "https://desk.example/account",
  stopUrl: "https://desk.example/not-me/t0k3n",
  reach: facts.reach,
};
const templates = Object.keys(ticketWordingEn.bodies) as TicketTemplate[];
const news = Object.keys(toldAr) as AccountNews[];
/** What a message holds that matters: its links, codes, numbers of requests, references and masks. */
const heldIn = (text: string): string[] =>
  ["CS-1042", "7KQ2-M4XD", "123456", facts.link, facts.statusUrl, facts.sentTo, facts.forgotUrl].filter((one) =>
    text.includes(one),
  );

describe("A message", () => {
  it.each(templates)("%s holds the same links, codes and numbers in every language", (template) => {
    const english = wordingOf("en", template, facts);
    for (const language of languages) {
      const { subject, text } = wordingOf(language, template, facts);
      expect(heldIn(text), language).toEqual(heldIn(english.text));
      expect(heldIn(subject), language).toEqual(heldIn(english.subject));
    }
  });

  it("leaves no paragraph in English where it is in Arabic", () => {
    const said = [
      ...templates.map((template) => wordingOf("ar", template, facts)),
      ...news.map((about) => accountWordingOf("ar", about, links)),
      forgottenWording.ar.link(facts.link, facts.reach),
      forgottenWording.ar.code("123456"),
    ];
    for (const { subject, text } of said)
      for (const paragraph of [subject, ...text.trim().split("\n\n")])
        if (!/^https:\S+$/.test(paragraph)) expect(paragraph).toMatch(/\p{Script=Arabic}/u);
  });

  it("names the telephone and its hours where it says to ask for help, and the guided request where there is none", () => {
    const hoursOf = { from: "Mo", to: "Fr", opens: "09:00", closes: "17:00" } as const;
    const called = { ...facts.reach, callUs: { phone: "+44 20 7946 0018", hours: hoursOf } };
    const all = (reach: typeof called | typeof facts.reach) => [
      ...(["reminder", "notice-reversed"] as const).map((one) => wordingOf("en", one, { ...facts, reach }).text),
      ...(["account-stopped", "vouch-given"] as const).map(
        (one) => accountWordingOf("en", one, { ...links, reach }).text,
      ),
      forgottenWording.en.link(facts.link, reach).text,
    ];
    for (const text of all(called)) expect(text).toContain("+44 20 7946 0018 (Monday to Friday, 09:00 to 17:00, UTC)");
    for (const text of all(facts.reach)) expect(text).toContain("https://desk.example/request/new");
  });

  it.each(news)("told-%s leads to the same in every language, and ends with what the desk never does", (about) => {
    const leadsTo = languages.map((language) => accountWordingOf(language, about, links).text.match(/https:\S+/g));
    expect(new Set(leadsTo.map(String)).size).toBe(1);
    expect(accountWordingOf("ar", about, links).text).toMatch(
      /لا نسألك أبدًا عن كلمة المرور، ولا نتصل بك نحن أولًا\.\n$/,
    );
  });
});

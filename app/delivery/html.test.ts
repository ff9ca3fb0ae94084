import { expect, it } from "vitest";
import { written, writtenShort } from "./html";

const english = {
  language: "en" as const,
  subject: "Stop <it>",
  text: "If it was NOT you, stop it here:\n\nhttps://desk.example/objection/a-b_c?x=1&y=2\n\nOr see https://desk.example/request. Bye.\n",
};
const arabic = {
  language: "ar" as const,
  subject: "أوقفه",
  text: "إن لم تكن أنت:\n\nhttps://desk.example/objection/a-b_c\n",
};

it("A message is HTML beside its plain text: every link is the address that it shows, and ends before the sentence does", () => {
  const { text, html } = written(english);
  expect(text).toBe(english.text);
  expect(html.match(/href="[^"]*"/g)).toEqual([
    'href="https://desk.example/objection/a-b_c?x=1&#38;y=2"',
    'href="https://desk.example/request"',
  ]);
  for (const [, href, shown] of html.matchAll(/<a href="([^"]*)"><bdi dir="ltr">([^<]*)</g)) expect(shown).toBe(href);
  expect(html).toContain("</a>. Bye.");
});

it("The HTML of a message fetches nothing, runs nothing, and shows markup as text", () => {
  const { html } = written({ ...english, text: `<img src=x onerror=alert(1)> "q" 'a' & \n\njavascript:alert(1)\n` });
  const plain =
    /^<(!doctype html|html lang="\w+" dir="\w+"|meta charset="utf-8"|meta name="viewport" content="width=device-width"|body style="overflow-wrap: anywhere"|div lang="\w+" dir="\w+"|\/?(head|title|body|p)|\/(html|div))>$/;
  for (const tag of html.match(/<[^>]*>/g) ?? []) expect(tag).toMatch(plain);
  expect(html).toContain("&#60;img src=x onerror=alert(1)&#62;");
  expect(html).toContain("<title>Stop &#60;it&#62;</title>");
});

it("A message in Arabic is written from right to left; in two languages each part keeps its own, the reader's first", () => {
  expect(written(arabic)).toMatchObject({ subject: "أوقفه", language: "ar" });
  const both = written(arabic, english);
  expect(both).toMatchObject({ subject: "أوقفه / Stop <it>", language: "ar" });
  expect(both.text.indexOf("أنت")).toBeLessThan(both.text.indexOf("NOT you"));
  expect(both.html).toMatch(
    /<html lang="ar" dir="rtl">[\s\S]*<div lang="ar" dir="rtl">[\s\S]*<div lang="en" dir="ltr">/,
  );
});

it("A text to a telephone says all of it once, with its one link, and in the other language only what it is about", () => {
  const { text } = writtenShort(arabic, { ...english, text: arabic.text });
  expect(text).toBe("إن لم تكن أنت:\n\nhttps://desk.example/objection/a-b_c\n\nStop <it>\n");
  expect(text.match(/https:/g)).toHaveLength(1);
  expect(writtenShort(english).text).toBe(english.text);
});

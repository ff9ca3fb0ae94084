import { type Language, languageFacts } from "~/ui/languages";
import type { Wording } from "./words";

/** What a message says in one language; a notice may say it in two. */
export type Spoken = Wording & { language: Language };

/** A message as it is written: its plain text, and the same as HTML. */
export interface Letter {
  subject: string;
  text: string;
  html: string;
  /** What it is written in, or begins in. */
  language: Language;
}

/** Writes what is said, once in each language, the reader's first. */
export function written(first: Spoken, ...more: Spoken[]): Letter {
  const all = [first, ...more];
  return {
    subject: all.map(({ subject }) => subject).join(" / "),
    text: all.map(({ text }) => text).join(`\n${rule}\n\n`),
    html: htmlOf(first, more),
    language: first.language,
  };
}

/**
 * The same for a telephone, which counts every letter: all of it in the reader's language, and in the other only what it is about, so
 * that nobody can make it unreadable by choosing one.
 */
export const writtenShort = (first: Spoken, ...more: Spoken[]): Letter => ({
  ...written(first),
  text: `${[first.text.trim(), ...more.map(({ subject }) => subject)].join("\n\n")}\n`,
});

const rule = "-".repeat(20);

/** No image, no style sheet, no script, nothing fetched from anywhere: a link is the address that it shows. */
const htmlOf = (first: Spoken, more: Spoken[]): string =>
  `<!doctype html>
<html lang="${first.language}" dir="${languageFacts[first.language].dir}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(first.subject)}</title></head>
<body style="overflow-wrap: anywhere">
${[first, ...more].map(part).join("\n<hr>\n")}
</body>
</html>
`;

const part = ({ language, text }: Spoken): string =>
  `<div lang="${language}" dir="${languageFacts[language].dir}">\n${paragraphs(text)}\n</div>`;

const paragraphs = (text: string): string =>
  text
    .trim()
    .split("\n\n")
    .map((one) => `<p>${linked(one)}</p>`)
    .join("\n");

/** An address ends before the mark that ends its sentence. */
const linked = (text: string): string =>
  text
    .split(/(https?:\/\/[\w./:%~?=&-]*[\w/=-])/)
    .map((piece, at) =>
      at % 2 === 1 ? `<a href="${escaped(piece)}"><bdi dir="ltr">${escaped(piece)}</bdi></a>` : escaped(piece),
    )
    .join("");

const escaped = (text: string): string => text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);

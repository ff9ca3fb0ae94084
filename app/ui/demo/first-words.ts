import type { FirstWords } from "./messages-page";

const mostCharacters = 60;

/** How a message begins, cut after a whole word where there is one, and the ticket that its subject or its text names. */
export function firstWords({ subject, text }: { subject: string; text: string }): FirstWords {
  const line = text.trim().replace(/\s+/g, " ");
  const end = line.lastIndexOf(" ", mostCharacters);
  const cut = line.length <= mostCharacters ? line : `${line.slice(0, end > 0 ? end : mostCharacters)}…`;
  return { first: cut, ticket: /\bCS-\d+\b/.exec(`${subject} ${text}`)?.[0] ?? null };
}

import type { Language } from "domain/language";
import { own } from "~/ui/words/arabic";

/** Who writes, and about whose account, where the message says so. */
export interface Greeting {
  /** As mail is signed with. */
  sender: string;
  username: string | null;
}

const words: Record<Language, (g: Greeting) => string> = {
  en: ({ sender, username }) =>
    `Hello. This is ${sender}, about ${username === null ? "your account" : `the account with the user name ${username}`}.`,
  ar: ({ sender, username }) =>
    `مرحبًا. هذه رسالة من ${own(sender)} عن ${username === null ? "حسابك" : `الحساب الذي اسم مستخدمه ${own(username)}`}.`,
};

/** A text that begins by saying who writes and about which account. */
export const greeted = (language: Language, greeting: Greeting, text: string): string =>
  `${words[language](greeting)}\n\n${text}`;

/** The name in `Name <address>`, or what stands after the address's @. */
export function senderIn(from: string): string {
  const name = /^\s*"?([^"<]*?)"?\s*</.exec(from)?.[1]?.trim();
  return name || (from.replace(/[<>]/g, "").split("@").at(-1) ?? from).trim();
}

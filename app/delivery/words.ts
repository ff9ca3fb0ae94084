import type { Language } from "domain/language";
import type { TicketTemplate as Template } from "domain/message";
import type { Millis } from "domain/time";
import type { MessageReach } from "./reach-words";
import { ticketWordingAr } from "./words.ar";
import { ticketWordingEn } from "./words.en";

/** What a message may say: names of things, links and waits; the caller fills what its template needs. */
export interface Facts {
  ticket: string;
  reference: string;
  code: string;
  link: string;
  statusUrl: string;
  /** Masked destination of the reset link; null where there is none. */
  sentTo: string | null;
  /** Under a safety flag no message tells where a link goes. */
  hidden: boolean;
  /** The agreed wait: the least it will be, for it may turn out longer once the notices are out. */
  waitMs: Millis;
  lifetimeMs: Millis;
  reach: MessageReach;
  /** In a code that was asked for in the portal: where a new password is chosen, if the address it goes to is an account's; else null. */
  forgotUrl: string | null;
}
export interface Wording {
  subject: string;
  text: string;
}
/** The messages about a ticket in one language. */
export interface TicketWording {
  subjects: Record<Template, (f: Facts) => string>;
  /** In paragraphs. */
  bodies: Record<Template, (f: Facts) => string[]>;
  closing(f: Facts): string;
}

const wordings: Record<Language, TicketWording> = { en: ticketWordingEn, ar: ticketWordingAr };

/** Every message about a ticket, in plain words; no notice holds a secret beyond its own objection link. */
export function wordingOf(language: Language, template: Template, f: Facts): Wording {
  const { subjects, bodies, closing } = wordings[language];
  return { subject: subjects[template](f), text: `${bodies[template](f).join("\n\n")}\n\n${closing(f)}\n` };
}

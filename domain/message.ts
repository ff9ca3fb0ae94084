import type { AccountNews, MessageRef, Recorded } from "./event";
import type { ContactKind } from "./loss";

/** Messages about an account and no ticket. */
export type AccountTemplate = `told-${AccountNews}`;
/** Messages about a ticket. */
export type TicketTemplate =
  | "code"
  | "proof-code"
  | "grant"
  | "reminder"
  | "news"
  | "notice-opened"
  | "notice-approved"
  | "notice-reset"
  | "notice-completed"
  | "notice-disputed"
  | "notice-resumed"
  | "notice-dismissed"
  | "notice-rejected"
  | "notice-reversed"
  | "glass";
/** A way to a new password: a link by mail, a code by text. */
export type ForgottenTemplate = "forgotten-link" | "forgotten-code";
/** A code where the phone is the second factor. */
export type FactorTemplate = "factor-code";
/** A code to an e-mail or phone that its holder wants to add. */
export type OwnContactTemplate = "own-contact-code";
export type Template = TicketTemplate | AccountTemplate | ForgottenTemplate | FactorTemplate | OwnContactTemplate;
/** One message to send: ids only; the worker derives code or link when it sends (model.md, "Secrets without storing them"). */
export interface Message {
  id: string;
  template: Template;
  contact: string;
  kind: ContactKind;
  generation: number;
}

/** The messages an entry asks for: the outbox holds exactly these, written in the same transaction. */
export function messagesOf(e: Recorded): Message[] {
  switch (e.type) {
    case "contact.code-sent":
      return [
        {
          id: e.data.message,
          template: e.data.objector ? "proof-code" : "code",
          contact: e.data.contact,
          kind: e.data.kind,
          generation: e.data.generation,
        },
      ];
    case "grant.issued":
      return [
        {
          id: e.data.message,
          template: "grant",
          contact: e.data.contact,
          kind: e.data.kind,
          generation: e.data.generation,
        },
      ];
    case "ticket.reminded":
      return e.data.message
        ? [
            {
              id: e.data.message.message,
              template: "reminder",
              contact: e.data.message.contact,
              kind: e.data.message.kind,
              generation: 0,
            },
          ]
        : [];
    case "ticket.released":
    case "ticket.rejected":
    case "ticket.cancelled":
    case "ticket.expired":
    case "appeal.answered":
      return e.data.told ? told("news", [e.data.told]) : [];
    case "holder.notified":
      return told(`notice-${e.data.purpose}`, e.data.messages);
    case "forgotten.sent": {
      const { message: id, contact, kind, generation } = e.data;
      return [{ id, template: kind === "email" ? "forgotten-link" : "forgotten-code", contact, kind, generation }];
    }
    case "factor.code-sent": {
      const { message: id, contact, generation } = e.data;
      return [{ id, template: "factor-code", contact, kind: "phone", generation }];
    }
    case "own-contact.asked": {
      const { message: id, contact, kind, generation } = e.data;
      return [{ id, template: "own-contact-code", contact, kind, generation }];
    }
    case "account.notified":
      return told(`told-${e.data.about}`, e.data.messages);
    case "glass.broken":
      return told("glass", e.data.messages);
    default:
      return [];
  }
}

const told = (template: Template, messages: MessageRef[]): Message[] =>
  messages.map((m) => ({
    id: m.message,
    template,
    contact: m.contact,
    kind: m.kind,
    generation: 0,
  }));

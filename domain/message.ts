import type { EventData, Recorded } from "./event";
import type { ContactKind } from "./loss";

export type Template =
  | "code"
  | "grant"
  | "reminder"
  | "notice-opened"
  | "notice-approved"
  | "notice-reset"
  | "notice-completed"
  | "notice-disputed"
  | "notice-resumed"
  | "notice-dismissed"
  | "notice-reversed";
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
          template: "code",
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
    case "holder.notified":
      return told(e.data);
    default:
      return [];
  }
}

const told = (d: EventData["holder.notified"]): Message[] =>
  d.messages.map((m) => ({
    id: m.message,
    template: `notice-${d.purpose}` as const,
    contact: m.contact,
    kind: m.kind,
    generation: 0,
  }));

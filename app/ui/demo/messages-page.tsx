import type { ContactKind } from "domain/loss";
import type { Instant } from "domain/time";
import type { ReactNode } from "react";
import { Empty } from "../page";
import { When } from "../time";
import { zoneCity } from "../words/clock";
import { messagesWords as words } from "../words/demo";
import { zoneNote } from "../words/portal";
import { DemoShell } from "./shell";

/** A message the demo delivered, instead of sending it. */
export interface DemoMessage {
  id: string;
  kind: ContactKind;
  /** The whole address or number: everyone in the demo is made up. */
  to: string;
  /** Empty for an SMS. */
  subject: string;
  text: string;
  at: Instant;
}
/** How a message begins, and the ticket it is of, where it names one. */
export interface FirstWords {
  first: string;
  ticket: string | null;
}
interface MessagesPageProps {
  messages: (Omit<DemoMessage, "text"> & FirstWords)[];
  zone: string;
  now: Instant;
  demo?: ReactNode;
}

/** Every message the demo delivered, newest first. */
export function MessagesPage({ messages, zone, now, demo }: MessagesPageProps) {
  return (
    <DemoShell demo={demo} title={words.title} text={words.text}>
      {messages.length === 0 ? <Empty title={words.empty}>{words.emptyText}</Empty> : null}
      <ul className="border-t border-line">
        {messages.map((one) => (
          <li key={one.id} className="border-b border-line py-3">
            <a href={`/demo/messages/${one.id}`} className="rounded font-medium text-accent hover:underline">
              <bdi>{one.subject || one.first}</bdi>
            </a>
            <p className="flex flex-wrap gap-x-3 text-ink-2">
              <bdi className="[overflow-wrap:anywhere]">{one.to}</bdi>
              <span className="text-ink-3">
                {one.kind === "phone" ? words.sms : words.email}
                {one.ticket === null ? null : `, ${one.ticket}`}, <When at={one.at} now={now} zone={zone} />
              </span>
            </p>
          </li>
        ))}
      </ul>
      <p className="mt-4 text-ink-3">{zoneNote(zoneCity(zone))}</p>
    </DemoShell>
  );
}

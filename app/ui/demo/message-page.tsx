import type { ReactNode } from "react";
import { Facts } from "../page";
import { When } from "../time";
import { messagesWords as words } from "../words/demo";
import { linked } from "./linked";
import type { DemoMessage } from "./messages-page";
import { DemoShell } from "./shell";

/** One delivered message as its reader sees it: its text, with the links to our own pages as links. */
export function MessagePage({ message, zone, demo }: { message: DemoMessage; zone: string; demo?: ReactNode }) {
  return (
    <DemoShell
      demo={demo}
      title={<bdi>{message.subject || words.sms}</bdi>}
      back={{ href: "/demo/messages", words: words.back }}
    >
      <Facts
        className="mt-3"
        facts={[
          [words.to, <bdi key="to">{message.to}</bdi>],
          [words.when, <When key="at" at={message.at} zone={zone} form="full" className="whitespace-normal" />],
        ]}
      />
      <div
        dir="auto"
        className="mt-5 max-w-2xl whitespace-pre-wrap rounded-lg border border-line bg-wash px-5 py-4 text-lg [overflow-wrap:anywhere]"
      >
        {linked(message.text).map((part) =>
          part.href === null ? (
            <span key={part.at}>{part.text}</span>
          ) : (
            <a key={part.at} href={part.href} className="font-medium text-accent underline underline-offset-4">
              {part.text}
            </a>
          ),
        )}
      </div>
    </DemoShell>
  );
}

import type { EntryView } from "domain/view";
import type { ReactNode } from "react";
import { When } from "../time";
import { refusal } from "../words";
import { ticketName } from "../words/labels";
import { entryWords as words } from "../words/trail";
import { whoWords } from "../words/who";

/** The facts of an entry, name before value, each of who, ticket and account with a way to all its entries. */
export function entryFacts(entry: EntryView, zone: string): [string, ReactNode][] {
  const mono = (text: string | null) => (text ? <span className="select-all font-mono">{text}</span> : words.none);
  return [
    [words.when, <When key="at" at={entry.at} zone={zone} form="full" className="whitespace-normal" />],
    [words.who, <Who key="who" entry={entry} />],
    [words.ticket, <OfTicket key="ticket" number={entry.ticketNumber} />],
    [words.account, <OfAccount key="account" account={entry.subject} />],
    [words.object, mono(entry.object)],
    [words.covered, <Covered key="covered" entry={entry} zone={zone} />],
    ...(entry.reason
      ? [[words.reason, <Reason key="reason" entry={entry} reason={entry.reason} />] as [string, ReactNode]]
      : []),
  ];
}

const link = "rounded font-medium text-accent hover:underline";

/** The ticket, and a way to all that happened on it. */
function OfTicket({ number }: { number: number | null }) {
  if (number === null) return <>{words.none}</>;
  return (
    <>
      {ticketName(number)},{" "}
      <a className={link} href={`/trail?ticket=${number}`}>
        {words.entriesOf}
      </a>
    </>
  );
}

function OfAccount({ account }: { account: string | null }) {
  if (account === null) return <>{words.none}</>;
  return (
    <>
      <span className="select-all font-mono">{account}</span>,{" "}
      <a className={link} href={`/trail?account=${encodeURIComponent(account)}`}>
        {words.entriesOf}
      </a>
    </>
  );
}

function Covered({ entry, zone }: { entry: EntryView; zone: string }) {
  if (!entry.covered) return <span className="text-ink-2">{words.uncovered}</span>;
  return (
    <>
      {words.coveredBy(entry.covered.size)} <When at={entry.covered.at} zone={zone} form="full" />
    </>
  );
}

function Who({ entry }: { entry: EntryView }) {
  return (
    <>
      <bdi>{whoWords(entry.actor, entry.actorName)}</bdi>
      {isOneOfMany(entry.actor) ? <span className="font-mono text-ink-3"> {entry.actor}</span> : null},{" "}
      <a className={link} href={`/trail?actor=${encodeURIComponent(entry.actor)}`}>
        {words.entriesOf}
      </a>
    </>
  );
}

/** The worker, the system and anyone have no id beyond what they are. */
const isOneOfMany = (actor: string): boolean => actor.includes(":");

function Reason({ entry, reason }: { entry: EntryView; reason: string }) {
  const command = typeof entry.data.command === "string" ? entry.data.command : undefined;
  return (
    <>
      <span className="font-mono">{reason}</span>
      {entry.outcome === "denied" ? <span className="block text-ink-2">{refusal(reason, command)}</span> : null}
    </>
  );
}

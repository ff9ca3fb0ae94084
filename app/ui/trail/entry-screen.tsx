import type { EntryView } from "domain/view";
import type { ReactNode } from "react";
import { Facts, PageTop, Section } from "../page";
import { DeskShell } from "../shell";
import type { Desk } from "../shell/desk";
import { When } from "../time";
import { eventSentence, refusal } from "../words";
import { zoneCity } from "../words/clock";
import { ticketName } from "../words/labels";
import { zoneNote } from "../words/portal";
import { factsOf } from "../words/telling";
import { trailWords, entryWords as words } from "../words/trail";
import { whoWords } from "../words/who";
import { OutcomeTag } from "./entry-table";
import { ExactBytes } from "./exact-bytes";

interface EntryScreenProps {
  desk: Desk;
  entry: EntryView;
  /** The head's size: the newest entry is `size - 1`. */
  size: number;
  demo?: ReactNode;
}

/** One entry: in words, by its facts, and as the exact bytes that were hashed. */
export function EntryScreen({ desk, entry, size, demo }: EntryScreenProps) {
  const told = eventSentence({
    type: entry.type,
    who: whoWords(entry.actor, entry.actorName),
    facts: factsOf(entry.data),
  });
  return (
    <DeskShell desk={desk} place="trail" demo={demo}>
      <PageTop
        before={<a href="/trail">{words.back}</a>}
        title={trailWords.entry(entry.seq)}
        after={<OutcomeTag outcome={entry.outcome} />}
      >
        <Neighbours seq={entry.seq} size={size} />
      </PageTop>
      <div className="flex w-full max-w-doc flex-col gap-7 px-4 py-5 lg:px-6">
        <p className="text-lg">
          <span className="font-medium">{told.lead}</span>{" "}
          {told.rest ? <span className="text-ink-2">{told.rest}</span> : null}
        </p>
        <Facts facts={factsAbout(entry, desk.zone)} />
        <Section title={words.data}>
          <Data data={entry.data} />
        </Section>
        <ExactBytes json={entry.json} leaf={entry.leaf} />
        <p className="text-ink-3">{zoneNote(zoneCity(desk.zone))}</p>
      </div>
    </DeskShell>
  );
}

function factsAbout(entry: EntryView, zone: string): [string, ReactNode][] {
  const mono = (text: string | null) => (text ? <span className="select-all font-mono">{text}</span> : words.none);
  return [
    [words.when, <When key="at" at={entry.at} zone={zone} form="full" className="whitespace-normal" />],
    [words.who, <Who key="who" entry={entry} />],
    [words.ticket, entry.ticketNumber === null ? words.none : ticketName(entry.ticketNumber)],
    [words.account, mono(entry.subject)],
    [words.object, mono(entry.object)],
    [words.covered, <Covered key="covered" entry={entry} zone={zone} />],
    ...(entry.reason
      ? [[words.reason, <Reason key="reason" entry={entry} reason={entry.reason} />] as [string, ReactNode]]
      : []),
  ];
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
      <bdi>{whoWords(entry.actor, entry.actorName)}</bdi> <span className="font-mono text-ink-3">{entry.actor}</span>
    </>
  );
}

function Reason({ entry, reason }: { entry: EntryView; reason: string }) {
  const command = typeof entry.data.command === "string" ? entry.data.command : undefined;
  return (
    <>
      <span className="font-mono">{reason}</span>
      {entry.outcome === "denied" ? <span className="block text-ink-2">{refusal(reason, command)}</span> : null}
    </>
  );
}

function Neighbours({ seq, size }: { seq: number; size: number }) {
  const link = "rounded py-1 font-medium text-accent hover:underline";
  return (
    <>
      {seq > 0 ? (
        <a rel="prev" className={link} href={`/trail/${seq - 1}`}>
          {words.before}
        </a>
      ) : null}
      {seq + 1 < size ? (
        <a rel="next" className={link} href={`/trail/${seq + 1}`}>
          {words.after}
        </a>
      ) : null}
    </>
  );
}

function Data({ data }: { data: EntryView["data"] }) {
  const fields = Object.entries(data);
  if (fields.length === 0) return <p className="text-ink-2">{words.noData}</p>;
  return (
    <Facts
      facts={fields.map(([name, value]) => [
        name,
        <span key={name} className="font-mono">
          {typeof value === "string" ? value : JSON.stringify(value)}
        </span>,
      ])}
    />
  );
}

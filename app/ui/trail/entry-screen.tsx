import type { EntryView } from "domain/view";
import type { ReactNode } from "react";
import { Facts, PageTop, Section } from "../page";
import { DeskShell } from "../shell";
import type { Desk } from "../shell/desk";
import { When } from "../time";
import { eventSentence } from "../words";
import { zoneCity } from "../words/clock";
import { zoneNote } from "../words/portal";
import { factsOf } from "../words/telling";
import { trailWords, entryWords as words } from "../words/trail";
import { whoWords } from "../words/who";
import { entryFacts } from "./entry-facts";
import { EntryProof } from "./entry-proof";
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
        <Facts facts={entryFacts(entry, desk.zone)} />
        <Section title={words.data}>
          <Data data={entry.data} zone={desk.zone} />
        </Section>
        {entry.proof ? <EntryProof seq={entry.seq} proof={entry.proof} zone={desk.zone} /> : null}
        <ExactBytes json={entry.json} leaf={entry.leaf} />
        <p className="text-ink-3">{zoneNote(zoneCity(desk.zone))}</p>
      </div>
    </DeskShell>
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

function Data({ data, zone }: { data: EntryView["data"]; zone: string }) {
  const fields = Object.entries(data);
  if (fields.length === 0) return <p className="text-ink-2">{words.noData}</p>;
  return (
    <Facts
      facts={fields.map(([name, value]) => [
        name,
        <span key={name} className="font-mono">
          {typeof value === "string" ? value : JSON.stringify(value)}
          {isTime(name, value) ? (
            <>
              {" "}
              <When at={value} zone={zone} form="full" className="font-sans text-ink-2" />
            </>
          ) : null}
        </span>,
      ])}
    />
  );
}

/** Times stand in data as milliseconds, under names like `expiresAt`. */
const isTime = (name: string, value: unknown): value is number => /At$/.test(name) && typeof value === "number";

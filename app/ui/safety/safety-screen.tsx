import type { SafetyPage } from "domain/view-care";
import type { ReactNode } from "react";
import { Notice } from "../notice";
import { PageTop, Section } from "../page";
import type { Problem } from "../problem";
import { DeskShell } from "../shell";
import type { Desk } from "../shell/desk";
import { When } from "../time";
import { safetyPage as words } from "../words/care";
import { ticketName } from "../words/labels";
import { Flagged } from "./flagged";

interface SafetyScreenProps {
  desk: Desk;
  safety: SafetyPage;
  /** The list of flags does not begin with its newest. */
  further: boolean;
  done: string | null;
  problem: Problem | null;
  demo?: ReactNode;
}

/** What supervisors look after: agents who are being pressed, and accounts whose holders are in danger. */
export function SafetyScreen({ desk, safety, further, done, problem, demo }: SafetyScreenProps) {
  const news = done && Object.hasOwn(words.news, done) ? words.news[done] : null;
  return (
    <DeskShell desk={desk} place="safety" demo={demo}>
      <PageTop title={words.title} />
      <div className="flex w-full max-w-doc flex-col gap-8 px-4 py-5 lg:px-6">
        {news ? <Notice tone="good" role="status" title={news} /> : null}
        <Section title={words.pressed}>
          <Pressed safety={safety} desk={desk} />
        </Section>
        <Section title={words.flagged}>
          {safety.flagged.length === 0 ? <p className="text-ink-2">{words.noFlagged}</p> : null}
          <ul className="divide-y divide-line border-y border-line empty:hidden">
            {safety.flagged.map((row) => (
              <Flagged key={row.account} row={row} desk={desk} problem={problem} />
            ))}
          </ul>
          <Pages next={safety.next} further={further} />
        </Section>
      </div>
    </DeskShell>
  );
}

function Pressed({ safety, desk }: { safety: SafetyPage; desk: Desk }) {
  if (safety.pressed.length === 0) return <p className="text-ink-2">{words.noPressed}</p>;
  return (
    <ul className="divide-y divide-line border-y border-line">
      {safety.pressed.map((row) => (
        <li key={row.number} className="flex flex-wrap items-baseline gap-x-4 gap-y-1 py-3">
          <a href={`/tickets/${row.number}`} className="rounded font-medium text-accent hover:underline">
            {ticketName(row.number)}
          </a>
          <bdi>{row.holder}</bdi>
          <span className="font-medium text-bad">{words.pressedBy(row.agentName)}</span>
          <When at={row.at} now={desk.now} zone={desk.zone} className="text-ink-3" />
        </li>
      ))}
    </ul>
  );
}

function Pages({ next, further }: { next: string | null; further: boolean }) {
  if (!next && !further) return null;
  return (
    <nav aria-label={words.pages} className="flex gap-4 py-3">
      {further ? (
        <a href="/safety" className="rounded text-accent underline underline-offset-4">
          {words.first}
        </a>
      ) : null}
      {next ? (
        <a
          href={`/safety?${new URLSearchParams({ after: next })}`}
          className="rounded text-accent underline underline-offset-4"
        >
          {words.more}
        </a>
      ) : null}
    </nav>
  );
}

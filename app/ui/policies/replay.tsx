import { type Replay, type ReplayRow, type ReplayVerdict, replayVerdicts } from "domain/policy-replay";
import type { ReactNode } from "react";
import { Section } from "../page";
import type { Desk } from "../shell/desk";
import { StateTag, Tag, type TagTone, TierBadge } from "../tag";
import { When } from "../time";
import { ticketName } from "../words/labels";
import {
  policyName,
  standingWords,
  tooNewWords,
  verdictCounts,
  verdictWords,
  replayWords as words,
} from "../words/policies";

const tones: Record<ReplayVerdict, TagTone> = {
  stopped: "wait",
  "let-through": "warn",
  stricter: "neutral",
  looser: "warn",
  both: "warn",
};
/** More rows than this are in the file only. */
const mostShown = 100;

/** Which past tickets would have gone differently, counts first; `file` is where all of them can be had as CSV. */
export function ReplayTable({ replay, desk, file }: { replay: Replay; desk: Desk; file: string | null }) {
  const { rows } = replay;
  return (
    <Section title={words.title}>
      <p className="font-medium">{words.lead(replay)}</p>
      {rows.length > 0 ? <Counts replay={replay} /> : null}
      {replay.unknown > 0 ? <p className="mt-2 text-ink-2">{words.unknown(replay.unknown)}</p> : null}
      <p className="mt-2 max-w-2xl text-ink-2">{words.how}</p>
      {rows.length > 0 && file ? (
        <p className="mt-3">
          <a href={file} download className="rounded font-medium text-accent underline underline-offset-4">
            {words.download}
          </a>
        </p>
      ) : null}
      {rows.length > 0 ? <Rows rows={rows.slice(0, mostShown)} desk={desk} /> : null}
      {rows.length > mostShown ? <p className="mt-3 text-ink-2">{words.shown(mostShown, rows.length)}</p> : null}
    </Section>
  );
}

function Counts({ replay }: { replay: Replay }) {
  const counted = [...replayVerdicts.map((v) => [v, replay.counts[v]] as const), ["same", replay.same] as const];
  return (
    <ul className="mt-2">
      {counted.map(([what, n]) =>
        n === 0 ? null : (
          <li key={what} data-count={what} className="flex gap-2">
            <span className="min-w-8 shrink-0 text-right font-semibold tabular-nums">{n}</span>
            <span>{verdictCounts[what]}</span>
          </li>
        ),
      )}
    </ul>
  );
}

function Rows({ rows, desk }: { rows: readonly ReplayRow[]; desk: Desk }) {
  const { columns } = words;
  return (
    <table className="mt-4 w-full">
      <caption className="sr-only">{words.caption}</caption>
      <thead>
        <tr className="border-b border-line text-left text-xs text-ink-3">
          <Th>{columns.ticket}</Th>
          <Th>{columns.verdict}</Th>
          <Th className="hidden md:table-cell">{columns.before}</Th>
          <Th className="hidden md:table-cell">{columns.after}</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.number} row={row} desk={desk} />
        ))}
      </tbody>
    </table>
  );
}

/** On a phone, as it was and as it would have been stand below what would have come of it. */
function Row({ row, desk }: { row: ReplayRow; desk: Desk }) {
  const before = standingWords(row.before, row.submitted);
  const after = standingWords(row.after, row.submitted);
  const tooNew = tooNewWords(row);
  return (
    <tr data-row={row.number} className="border-b border-line align-top">
      <th scope="row" className="py-2.5 pr-3 text-left font-normal">
        <span className="flex flex-wrap items-center gap-2">
          <span className="font-medium tabular-nums">{ticketName(row.number)}</span>
          <TierBadge tier={row.tier} />
        </span>
        <span className="mt-1 block">
          <StateTag state={row.state} />
        </span>
        <span className="mt-1 block text-ink-3">
          <When at={row.at} now={desk.now} zone={desk.zone} />
          {row.submitted ? null : `, ${words.never}`}
        </span>
        <span className="block text-ink-3 md:whitespace-nowrap">{policyName(row.policy)}</span>
      </th>
      <td className="py-2.5 pr-3">
        <Tag tone={tones[row.verdict]}>{verdictWords[row.verdict]}</Tag>
        <span className="mt-1 block md:hidden">
          <span className="block text-ink-3">{words.columns.before}</span> {before}
          <span className="mt-1 block text-ink-3">{words.columns.after}</span> {after} {tooNew}
        </span>
      </td>
      <td className="hidden py-2.5 pr-3 text-ink-2 md:table-cell">{before}</td>
      <td className="hidden py-2.5 md:table-cell">
        {after} {tooNew ? <span className="block text-ink-2">{tooNew}</span> : null}
      </td>
    </tr>
  );
}

function Th({ className = "", children }: { className?: string; children: ReactNode }) {
  return (
    <th scope="col" className={`py-2 pr-3 font-medium ${className}`}>
      {children}
    </th>
  );
}

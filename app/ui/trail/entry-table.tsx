import type { EntryRow, TrailPage } from "domain/view";
import type { ReactNode } from "react";
import { cx } from "../cx";
import { RowLink } from "../row";
import { Tag, type TagTone } from "../tag";
import { When } from "../time";
import { eventLabel } from "../words";
import { outcomeWords, ticketName } from "../words/labels";
import { trailWords as words } from "../words/trail";
import { whoWords } from "../words/who";

/** Entries in a table; on a phone who and when stand below what. */
export function EntryTable({ page, zone }: { page: TrailPage; zone: string }) {
  return (
    <table className="w-full">
      <caption className="sr-only">{words.caption}</caption>
      <thead>
        <tr className="border-b border-line text-left text-xs text-ink-3">
          <Th className="pl-4 lg:pl-6">{words.columns.seq}</Th>
          <Th className="hidden lg:table-cell">{words.columns.at}</Th>
          <Th className="hidden lg:table-cell">{words.columns.who}</Th>
          <Th>{words.columns.what}</Th>
          <Th className="hidden sm:table-cell">{words.columns.ticket}</Th>
          <Th className="pr-4 lg:pr-6">{words.columns.outcome}</Th>
        </tr>
      </thead>
      <tbody>
        {page.rows.map((row) => (
          <Row key={row.seq} row={row} now={page.now} zone={zone} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ row, now, zone }: { row: EntryRow; now: number; zone: string }) {
  const when = <When at={row.at} now={now} zone={zone} />;
  const who = <bdi className="[overflow-wrap:anywhere]">{whoWords(row.actor, row.actorName)}</bdi>;
  return (
    <tr
      data-row={row.seq}
      className="relative border-b border-line align-top transition-colors hover:bg-wash has-[a:focus-visible]:bg-accent-wash"
    >
      <Td className="pl-4 lg:pl-6">
        <RowLink href={`/trail/${row.seq}`}>{row.seq}</RowLink>
      </Td>
      <Td className="hidden text-ink-2 lg:table-cell">{when}</Td>
      <Td className="hidden lg:table-cell">{who}</Td>
      <Td>
        {eventLabel(row.type)}
        <span className="block text-ink-3 [overflow-wrap:anywhere] lg:ml-2 lg:inline">{row.reason ?? row.type}</span>
        <span className="block text-ink-2 lg:hidden">
          {who}, {when}
        </span>
      </Td>
      <Td className="hidden whitespace-nowrap sm:table-cell">
        {row.ticketNumber === null ? "" : ticketName(row.ticketNumber)}
      </Td>
      <Td className="pr-4 lg:pr-6">
        <OutcomeTag outcome={row.outcome} />
      </Td>
    </tr>
  );
}

/** How an entry ended, in one word. */
export function OutcomeTag({ outcome }: { outcome: EntryRow["outcome"] }) {
  return <Tag tone={tones[outcome]}>{outcomeWords[outcome]}</Tag>;
}
const tones: Record<EntryRow["outcome"], TagTone> = { ok: "neutral", denied: "warn", error: "bad" };

function Th({ className, children }: { className?: string; children: ReactNode }) {
  return (
    <th scope="col" className={cx("px-3 py-2 font-medium", className)}>
      {children}
    </th>
  );
}

function Td({ className, children }: { className?: string; children: ReactNode }) {
  return <td className={cx("px-3 py-2.5", className)}>{children}</td>;
}

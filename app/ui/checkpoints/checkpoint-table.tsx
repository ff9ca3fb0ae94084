import type { CheckpointRow, CheckpointsPage } from "domain/view";
import type { ReactNode } from "react";
import { CopyButton } from "../copy";
import { cx } from "../cx";
import { Tag } from "../tag";
import { When } from "../time";
import { checkpointsWords as words } from "../words/checkpoints";

/** Published heads in a table; on a phone the rest stands below the size. */
export function CheckpointTable({ page, zone }: { page: CheckpointsPage; zone: string }) {
  return (
    <table className="w-full">
      <caption className="sr-only">{words.caption}</caption>
      <thead>
        <tr className="border-y border-line text-left text-xs text-ink-3">
          <Th className="pl-4 lg:pl-6">{words.columns.size}</Th>
          <Th className="hidden sm:table-cell">{words.columns.root}</Th>
          <Th className="hidden lg:table-cell">{words.columns.at}</Th>
          <Th className="hidden lg:table-cell">{words.columns.by}</Th>
          <Th>{words.columns.words}</Th>
          <Th className="pr-4 text-right lg:pr-6">{words.columns.note}</Th>
        </tr>
      </thead>
      <tbody>
        {page.rows.map((row) => (
          <Row key={row.size} row={row} now={page.now} zone={zone} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ row, now, zone }: { row: CheckpointRow; now: number; zone: string }) {
  return (
    <tr data-row={row.size} className="border-b border-line align-top transition-colors hover:bg-wash">
      <Td className="pl-4 tabular-nums lg:pl-6">
        <span className="font-medium">{row.size.toLocaleString("en")}</span>
        <span className="block text-ink-2 sm:hidden">
          <Root root={row.root} />
        </span>
        <span className="block text-ink-2 lg:hidden">
          <When at={row.at} now={now} zone={zone} />
        </span>
      </Td>
      <Td className="hidden sm:table-cell">
        <Root root={row.root} />
      </Td>
      <Td className="hidden text-ink-2 lg:table-cell">
        <When at={row.at} now={now} zone={zone} />
      </Td>
      <Td className="hidden text-ink-2 lg:table-cell">
        {row.signedBy === null ? (
          <Tag tone="bad">{words.unsigned}</Tag>
        ) : (
          <span className="font-mono text-sm [overflow-wrap:anywhere]">{row.signedBy}</span>
        )}
      </Td>
      <Td className="text-ink-2">
        <Words row={row} now={now} zone={zone} />
      </Td>
      <Td className="pr-4 text-right lg:pr-6">
        <a
          href={`/checkpoints/${row.size}/note`}
          aria-label={words.noteOf(row.size)}
          className="rounded font-medium text-accent hover:underline"
        >
          {words.note}
        </a>
      </Td>
    </tr>
  );
}

function Words({ row, now, zone }: { row: CheckpointRow; now: number; zone: string }) {
  if (row.words.length === 0) return <span className="text-ink-3">{words.noWords}</span>;
  return (
    <ul>
      {row.words.map(({ witness, at }) => (
        <li key={witness}>
          <span className="[overflow-wrap:anywhere]">{witness}</span>{" "}
          <span className="text-ink-3">
            <When at={at} now={now} zone={zone} />
          </span>
        </li>
      ))}
    </ul>
  );
}

function Root({ root }: { root: string }) {
  return (
    <span className="inline-flex items-center gap-1">
      <span title={root} className="font-mono text-sm">
        {root.slice(0, 12)}…
      </span>
      <CopyButton text={root} label={words.root} />
    </span>
  );
}

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

import type { ReaderRow, ReadersPage } from "domain/view";
import { above } from "domain/view-readers";
import type { ReactNode } from "react";
import { cx } from "../cx";
import { Tag } from "../tag";
import { roleWords } from "../words/labels";
import { readersWords as words } from "../words/readers";
import { type Counted, countedKinds, entriesHref } from "./entries-href";

/** Members in a table, every number a way to just those entries; on a phone the numbers stand in words below the name. */
export function ReadersTable({ page }: { page: ReadersPage }) {
  return (
    <table className="w-full">
      <caption className="sr-only">{words.caption}</caption>
      <thead>
        <tr className="border-b border-line text-left text-xs text-ink-3">
          <Th className="pl-4 lg:pl-6">{words.columns.who}</Th>
          <Th className="pr-4">{words.columns.compared}</Th>
          {countedKinds.map((kind) => (
            <Th key={kind} className="hidden text-right lg:table-cell lg:last:pr-6">
              {words.columns[kind]}
            </Th>
          ))}
        </tr>
      </thead>
      <tbody>
        {page.rows.map((row) => (
          <Row key={row.actor} row={row} page={page} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ row, page }: { row: ReaderRow; page: ReadersPage }) {
  return (
    <tr data-row={row.actor} className="border-b border-line align-top transition-colors hover:bg-wash">
      <th scope="row" className="py-2.5 pl-4 pr-3 text-left font-normal lg:pl-6">
        <Entries row={row} page={page} type="all-reads" className="font-medium text-ink">
          <bdi className="[overflow-wrap:anywhere]">{row.name}</bdi>
        </Entries>
        <span className="block text-ink-3">
          {roleWords[row.role]}
          {row.active ? "" : `, ${words.left}`}
          {row.compared.by === "all" ? null : ` · ${words.looks(row.all)}`}
        </span>
        <Phone row={row} page={page} />
      </th>
      <td className="px-3 py-2.5 pr-4">
        <Compared row={row} page={page} />
      </td>
      {countedKinds.map((kind) => (
        <td key={kind} className="hidden px-2 py-2.5 text-right tabular-nums lg:table-cell lg:last:pr-6">
          <Count row={row} page={page} kind={kind} />
        </td>
      ))}
    </tr>
  );
}

/** More than this many times the median, and not a handful: the number stands out. */
const farAbove = { times: 2, least: 5 };

/** What a row is compared by with the others of its role: one measure, the same for all of the role. */
function Compared({ row, page }: { row: ReaderRow; page: ReadersPage }) {
  const { n, median, others, by } = row.compared;
  const times = above(row);
  const far = times >= farAbove.times && n >= farAbove.least;
  return (
    <>
      <span className="whitespace-nowrap">
        {by === "all" ? <All row={row} page={page} /> : <Outside row={row} page={page} />}
      </span>
      {far ? (
        <Tag tone="warn" className="ml-2 max-lg:ml-0">
          {words.times(times)}
        </Tag>
      ) : null}
      <span className="block text-ink-3">{others === 0 ? words.alone(row.role) : words.median(median, row.role)}</span>
    </>
  );
}

function All({ row, page }: { row: ReaderRow; page: ReadersPage }) {
  return (
    <Entries row={row} page={page} type="all-reads" className="font-semibold">
      {words.looks(row.all)}
    </Entries>
  );
}

function Outside({ row, page }: { row: ReaderRow; page: ReadersPage }) {
  return (
    <>
      {row.outside > 0 ? (
        <Entries row={row} page={page} type="reads-outside" className="font-semibold">
          {words.outside(row.outside)}
        </Entries>
      ) : (
        <span className="text-ink-3">{words.none}</span>
      )}
      {row.personal > 0 ? <span className="text-ink-3"> {words.of(row.personal)}</span> : null}
    </>
  );
}

function Count({ row, page, kind }: { row: ReaderRow; page: ReadersPage; kind: Counted }) {
  const n = row.counts[kind];
  if (n === 0) return <span className="text-ink-3">0</span>;
  return (
    <>
      <Entries row={row} page={page} type={kind}>
        {n.toLocaleString("en")}
      </Entries>
      {kind === "search" && row.counts.miss > 0 ? (
        <span className="block whitespace-nowrap text-ink-3">{words.missed(row.counts.miss)}</span>
      ) : null}
    </>
  );
}

function Phone({ row, page }: { row: ReaderRow; page: ReadersPage }) {
  const looked = countedKinds.filter((kind) => row.counts[kind] > 0);
  return (
    <span className="mt-1 flex flex-wrap gap-x-3 gap-y-1 lg:hidden">
      {looked.map((kind) => {
        const n = row.counts[kind];
        const [one, many] = words.counted[kind];
        return (
          <Entries key={kind} row={row} page={page} type={kind}>
            {`${n.toLocaleString("en")} ${n === 1 ? one : many}`}
          </Entries>
        );
      })}
      {row.counts.miss > 0 ? <span className="text-ink-3">{words.missed(row.counts.miss)}</span> : null}
    </span>
  );
}

function Entries({
  row,
  page,
  type,
  className,
  children,
}: {
  row: ReaderRow;
  page: ReadersPage;
  type: Counted | "all-reads" | "reads-outside";
  className?: string;
  children: ReactNode;
}) {
  return (
    <a
      href={entriesHref({ actor: row.actor, type, from: page.from, to: page.to })}
      className={cx("rounded text-accent hover:underline", className)}
    >
      {children}
    </a>
  );
}

function Th({ className, children }: { className?: string; children: ReactNode }) {
  return (
    <th scope="col" className={cx("px-2 py-2 font-medium", className)}>
      {children}
    </th>
  );
}

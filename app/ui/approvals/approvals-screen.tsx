import type { ApprovalRow } from "domain/view";
import type { ReactNode } from "react";
import { Notice } from "../notice";
import { Empty, PageTop } from "../page";
import { Cell, Row, RowLink } from "../row";
import { DeskShell } from "../shell";
import type { Desk } from "../shell/desk";
import { StateTag, Tag, TierBadge } from "../tag";
import { Age } from "../time";
import { capital } from "../words/amounts";
import { approvals } from "../words/approvals";
import { lossWords, ticketName } from "../words/labels";
import { newsOf } from "../words/news";

interface ApprovalsScreenProps {
  desk: Desk;
  rows: ApprovalRow[];
  /** Keyset cursors of the pages beside this one, or null at either end. */
  next: string | null;
  previous: string | null;
  /** The act that led here, as the address names it. */
  done: string | null;
  demo?: ReactNode;
}

/** What waits for a supervisor's decision, as the read side orders it. */
export function ApprovalsScreen({ desk, rows, next, previous, done, demo }: ApprovalsScreenProps) {
  const news = newsOf(done);
  return (
    <DeskShell desk={desk} place="approvals" demo={demo}>
      <PageTop
        title={approvals.title}
        after={desk.counts?.approvals ? approvals.waiting(desk.counts.approvals, rows.some(isHold)) : null}
      />
      {news ? (
        <Notice tone={news.tone} role="status" className="mx-4 mt-4 lg:mx-6">
          <p>{news.sentence}</p>
        </Notice>
      ) : null}
      {rows.length === 0 ? (
        <Empty title={approvals.empty.title}>
          <p>{approvals.empty.body}</p>
        </Empty>
      ) : (
        <ApprovalTable rows={rows} desk={desk} />
      )}
      <nav aria-label={approvals.pages} className="flex gap-4 px-6 py-3 text-ink-2">
        {previous ? <a href={`/approvals?before=${previous}`}>{approvals.previous}</a> : null}
        {next ? <a href={`/approvals?after=${next}`}>{approvals.following}</a> : null}
      </nav>
    </DeskShell>
  );
}

function ApprovalTable({ rows, desk }: { rows: ApprovalRow[]; desk: Desk }) {
  return (
    <table aria-label={approvals.title} className="w-full border-collapse text-left max-md:block">
      <thead className="max-md:sr-only">
        <tr>
          {Object.entries(approvals.columns).map(([key, title]) => (
            <th
              key={key}
              scope="col"
              className="border-b border-line px-3 py-2 text-xs font-medium text-ink-3 first:pl-6 last:pr-6"
            >
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody data-rows="" className="max-md:block">
        {rows.map((row) => (
          <Line key={row.id} row={row} desk={desk} />
        ))}
      </tbody>
    </table>
  );
}

function Line({ row, desk }: { row: ApprovalRow; desk: Desk }) {
  return (
    <Row id={row.id}>
      <Cell className="max-md:order-1">
        <RowLink href={row.state === "disputed" ? `/tickets/${row.number}/dispute` : `/approvals/${row.number}`}>
          {ticketName(row.number)}
        </RowLink>
      </Cell>
      <Cell className="max-md:order-5 max-md:w-full">
        <bdi>{row.holder}</bdi>
      </Cell>
      <Cell className="max-md:order-6">{capital(lossWords(row.loss))}</Cell>
      <Cell className="max-md:order-2">
        <TierBadge tier={row.tier} />
      </Cell>
      <Cell className="max-md:order-7 max-md:ml-auto">{countOf(row)}</Cell>
      <Cell className="max-md:order-3">
        <StateTag state={row.state} />
        {row.pressed ? <Tag tone="bad">{approvals.pressed}</Tag> : null}
      </Cell>
      <Cell className="max-md:order-4 max-md:ml-auto">
        <Age since={row.submittedAt} now={desk.now} />
      </Cell>
    </Row>
  );
}

const isHold = (row: ApprovalRow): boolean => row.state === "on_hold";

/** How many signed; of a disputed ticket, whether one of the two who decide said what they would make of it. */
const countOf = (row: ApprovalRow): string =>
  row.state === "disputed"
    ? approvals.decided(row.wish)
    : approvals.count(row.approvals, row.approvalsNeeded, row.lapsed);

import type { PairRow, ReportPage } from "domain/view-report";
import { cx } from "../cx";
import { Tag } from "../tag";
import { chanceWords, figureWords, pairReason, seconds, reportWords as words } from "../words/reports";
import { pairsChart } from "./charts";
import { FigureFrame, Th } from "./figure-part";

/** A page shows so many pairs; the file has them all. */
const mostPairs = 40;

/** Who approves whose work, the oddest pair on top, and how that is told. */
export function PairsPart({ page }: { page: ReportPage }) {
  const { pairs } = page;
  const notes = [
    words.approvals(page.approvals),
    page.pairsCut ? words.cut : "",
    pairs.length > mostPairs ? words.morePairs(mostPairs, pairs.length) : "",
  ];
  const chart = pairs.length === 0 ? null : pairsChart(page);
  return (
    <FigureFrame id="pairs" page={page} chart={chart} note={chart ? notes.join(" ").trim() : ""}>
      <PairsTable pairs={pairs.slice(0, mostPairs)} />
      <details className="mt-4">
        <summary className="cursor-pointer rounded py-1 font-medium text-accent">{words.how}</summary>
        <div className="mt-2 flex max-w-doc flex-col gap-2 text-ink-2">
          {words.howText.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </div>
      </details>
    </FigureFrame>
  );
}

const { pairColumns: columns } = words;

function PairsTable({ pairs }: { pairs: readonly PairRow[] }) {
  return (
    <table className="mt-3 w-full">
      <caption className="sr-only">{figureWords.pairs.desc}</caption>
      <thead>
        <tr className="border-b border-line text-xs text-ink-3">
          <Th className="text-left">{columns.pair}</Th>
          <Th className="text-right">{columns.approvals}</Th>
          <Th className="text-right">{columns.expected}</Th>
          <Th className="text-right">{columns.median}</Th>
          <Th className={wide}>{columns.own}</Th>
          <Th className={wide}>{columns.minute}</Th>
          <Th className={wide}>{columns.share}</Th>
          <Th className={wide}>{columns.day}</Th>
          <Th className={wide}>{columns.chance}</Th>
        </tr>
      </thead>
      <tbody>
        {pairs.map((p) => (
          <Row key={`${p.agent} ${p.supervisor}`} pair={p} />
        ))}
      </tbody>
    </table>
  );
}

const wide = "hidden text-right xl:table-cell";

function Row({ pair: p }: { pair: PairRow }) {
  return (
    <tr className="border-b border-line align-top">
      <th scope="row" className="py-2 pr-2 text-left font-normal">
        <span className="font-medium [overflow-wrap:anywhere]">
          <bdi>{p.agentName}</bdi> → <bdi>{p.supervisorName}</bdi>
        </span>{" "}
        {p.standsOut ? <Tag tone="bad">{words.standsOut}</Tag> : null}
        {p.reasons.length > 0 ? (
          <ul className="mt-1 text-ink-2">
            {p.reasons.map((reason) => (
              <li key={reason.why}>{pairReason(reason)}</li>
            ))}
          </ul>
        ) : null}
      </th>
      <Td>{p.approvals.toLocaleString("en")}</Td>
      <Td>{p.expected.toLocaleString("en", { maximumFractionDigits: 1 })}</Td>
      <Td>{seconds(p.medianSeconds)}</Td>
      <Td className="hidden xl:table-cell">{p.ownSeconds === 0 ? "–" : seconds(p.ownSeconds)}</Td>
      <Td className="hidden xl:table-cell">{p.underMinute.toLocaleString("en")}</Td>
      <Td className="hidden xl:table-cell">{Math.round((100 * p.signed) / Math.max(1, p.tickets))}%</Td>
      <Td className="hidden xl:table-cell">{p.mostInADay.toLocaleString("en")}</Td>
      <Td className="hidden xl:table-cell">{chanceWords(p.chance.corrected)}</Td>
    </tr>
  );
}

function Td({ className, children }: { className?: string; children: React.ReactNode }) {
  return <td className={cx("whitespace-nowrap py-2 pl-3 text-right tabular-nums", className)}>{children}</td>;
}

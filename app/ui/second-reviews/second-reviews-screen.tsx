import type { LookLine, SecondReviewsPage } from "domain/view-second-review";
import type { ReactNode } from "react";
import { cx } from "../cx";
import { Notice } from "../notice";
import { PageTop, Section } from "../page";
import { DeskShell } from "../shell";
import type { Desk } from "../shell/desk";
import { Tag, TierBadge } from "../tag";
import { When } from "../time";
import { ticketName } from "../words/labels";
import { secondReviewWords as words } from "../words/second-reviews";

interface SecondReviewsScreenProps {
  desk: Desk;
  page: SecondReviewsPage;
  /** A look was just entered. */
  done: boolean;
  demo?: ReactNode;
}

/** Approvals that were drawn for a second look, and what was found of those that had one. */
export function SecondReviewsScreen({ desk, page, done, demo }: SecondReviewsScreenProps) {
  return (
    <DeskShell desk={desk} place="second-reviews" demo={demo}>
      <PageTop title={words.title} />
      <div className="flex flex-col gap-8 px-4 py-5 lg:px-6">
        {done ? (
          <Notice tone="good" role="status">
            <p>{words.done}</p>
          </Notice>
        ) : null}
        <p className="max-w-doc text-ink-2">{words.lead}</p>
        <Section title={words.waiting} id="waiting">
          <Lines lines={page.waiting} desk={desk} empty={words.waitingEmpty} caption={words.waiting} />
          <More at={page.next} name="waiting" label={words.next} />
        </Section>
        <Section title={words.given} id="given">
          <Lines lines={page.given} desk={desk} empty={words.givenEmpty} caption={words.given} />
          <More at={page.older} name="given" label={words.older} />
        </Section>
      </div>
    </DeskShell>
  );
}

function More({ at, name, label }: { at: string | null; name: string; label: string }) {
  if (at === null) return null;
  return (
    <a
      rel="next"
      href={`/second-reviews?${name}=${encodeURIComponent(at)}`}
      className="mt-3 inline-block rounded py-1 font-medium text-accent hover:underline"
    >
      {label}
    </a>
  );
}

interface LinesProps {
  lines: readonly LookLine[];
  desk: Desk;
  empty: string;
  caption: string;
}

function Lines({ lines, desk, empty, caption }: LinesProps) {
  if (lines.length === 0) return <p className="text-ink-2">{empty}</p>;
  const { columns } = words;
  return (
    <table className="w-full">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr className="border-b border-line text-left text-xs text-ink-3">
          <Th>{columns.ticket}</Th>
          <Th>{columns.signed}</Th>
          <Th className="hidden sm:table-cell">{columns.agent}</Th>
          <Th className="hidden sm:table-cell">{columns.drawn}</Th>
          <Th>{columns.found}</Th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <Line key={line.approval} line={line} desk={desk} />
        ))}
      </tbody>
    </table>
  );
}

function Line({ line, desk }: { line: LookLine; desk: Desk }) {
  return (
    <tr data-row={line.approval} className="border-b border-line align-top transition-colors hover:bg-wash">
      <th scope="row" className="py-2.5 pr-2 text-left font-normal">
        <a
          href={`/second-reviews/${line.approval}`}
          className="rounded font-medium text-accent hover:underline"
          aria-label={line.judged ? ticketName(line.number) : words.open(line.number)}
        >
          {ticketName(line.number)}
        </a>{" "}
        <TierBadge tier={line.tier} />
        <span className="block text-ink-3">{words.entry(line.approval)}</span>
      </th>
      <Td>
        <bdi>{line.by}</bdi>
      </Td>
      <Td className="hidden sm:table-cell">
        <bdi>{line.agent}</bdi>
      </Td>
      <Td className="hidden sm:table-cell">
        <When at={line.drawnAt} now={desk.now} zone={desk.zone} />
      </Td>
      <Td>
        <Found line={line} />
      </Td>
    </tr>
  );
}

/** What was found, or that this reader may not look. */
function Found({ line: { judged, refusal } }: { line: LookLine }) {
  if (!judged) return <span className="text-ink-3">{refusal === "own-review" ? words.own : words.waits}</span>;
  return (
    <>
      <LookTag looks={judged.looks} />
      <span className="block text-ink-2">
        <bdi>{judged.by}</bdi>
      </span>
      <span className="block text-ink-2 [overflow-wrap:anywhere]">
        <bdi>{judged.reason}</bdi>
      </span>
    </>
  );
}

/** Whether it looked right. */
export const LookTag = ({ looks }: { looks: "right" | "wrong" }) => (
  <Tag tone={looks === "right" ? "good" : "bad"}>{words.found[looks]}</Tag>
);

function Th({ className, children }: { className?: string; children: ReactNode }) {
  return (
    <th scope="col" className={cx("px-2 py-2 font-medium first:pl-0", className)}>
      {children}
    </th>
  );
}

function Td({ className, children }: { className?: string; children: ReactNode }) {
  return <td className={cx("px-2 py-2.5", className)}>{children}</td>;
}

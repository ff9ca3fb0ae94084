import type { ErasureLine, ErasureList, ErasuresPage } from "domain/view-erasure";
import type { Desk } from "../shell/desk";
import { When } from "../time";
import { erasuresWords as words } from "../words/erasures";

interface LinesProps {
  name: keyof ErasuresPage;
  list: ErasureList;
  /** It does not begin with its newest line. */
  further: boolean;
  desk: Desk;
}

const byWords = { waiting: words.proposedBy, held: words.placedBy, erased: words.confirmedBy };

/** One of the three lists, with what it means when it is empty, and its pages. */
export function ErasureLines({ name, list, further, desk }: LinesProps) {
  return (
    <>
      {list.lines.length === 0 ? (
        <p className="text-ink-2">{words.none[name]}</p>
      ) : (
        <ul className="border-t border-line">
          {list.lines.map((line) => (
            <Line key={line.account} line={line} by={byWords[name]} desk={desk} />
          ))}
        </ul>
      )}
      {list.next || further ? (
        <nav aria-label={words.pages(words[name])} className="flex gap-4 py-3">
          {further ? (
            <a href="/erasures" className="rounded text-accent underline underline-offset-4">
              {words.first}
            </a>
          ) : null}
          {list.next ? (
            <a
              href={`/erasures?${new URLSearchParams({ [name]: list.next })}`}
              className="rounded text-accent underline underline-offset-4"
            >
              {words.next}
            </a>
          ) : null}
        </nav>
      ) : null}
    </>
  );
}

function Line({ line, by, desk }: { line: ErasureLine; by: string; desk: Desk }) {
  return (
    <li className="flex flex-col gap-1 border-b border-line py-3">
      <span className="flex flex-wrap items-baseline gap-x-4">
        <a href={`/erasures/${line.account}`} className="rounded font-medium text-accent hover:underline">
          <bdi>{line.holder}</bdi>{" "}
          <span className="font-mono text-sm font-normal text-ink-2 [overflow-wrap:anywhere]">{line.account}</span>
        </a>
        <span className="text-ink-3">
          <When at={line.at} now={desk.now} zone={desk.zone} />
        </span>
        {line.until === null ? null : (
          <span className="text-ink-3">
            {words.lapses} <When at={line.until} now={desk.now} zone={desk.zone} />
          </span>
        )}
      </span>
      <span className="text-ink-2">
        {by} <bdi>{line.by}</bdi>
        {line.proposedBy === null ? null : (
          <>
            {" · "}
            {words.proposedBy} <bdi>{line.proposedBy}</bdi>
          </>
        )}
      </span>
      <span className="text-ink-2 [overflow-wrap:anywhere]">
        {words.reason}: <bdi>{line.reason ?? words.noReason}</bdi>
      </span>
    </li>
  );
}

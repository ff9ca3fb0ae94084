import type { AdoptionLine, PoliciesPage } from "domain/view-policy";
import type { Desk } from "../shell/desk";
import { When } from "../time";
import { policyName, policiesWords as words } from "../words/policies";

/** The policies that were put in force, the newest first, each with the hands that did it and its document. */
export function Adoptions({ page, further, desk }: { page: PoliciesPage; further: boolean; desk: Desk }) {
  return (
    <>
      {page.history.length === 0 ? (
        <p className="text-ink-2">{words.historyNone}</p>
      ) : (
        <ul className="border-t border-line">
          {page.history.map((line) => (
            <Line key={line.seq} line={line} desk={desk} />
          ))}
        </ul>
      )}
      {page.next || further ? (
        <nav aria-label={words.pages} className="flex gap-4 py-3">
          {further ? <Turn href="/policies">{words.first}</Turn> : null}
          {page.next ? <Turn href={`/policies?before=${page.next}`}>{words.next}</Turn> : null}
        </nav>
      ) : null}
    </>
  );
}

function Line({ line, desk }: { line: AdoptionLine; desk: Desk }) {
  return (
    <li className="flex flex-col gap-1 border-b border-line py-3">
      <span className="flex flex-wrap items-baseline gap-x-4">
        <a
          href={`/policies/${line.policy.digest}`}
          download
          className="rounded font-medium text-accent hover:underline"
        >
          {policyName(line.policy)}
        </a>
        <span className="text-ink-3">
          <When at={line.at} now={desk.now} zone={desk.zone} />
        </span>
        {desk.viewer.role === "auditor" ? (
          <a href={`/trail/${line.seq}`} className="rounded text-accent hover:underline">
            {words.entry(line.seq)}
          </a>
        ) : null}
      </span>
      <span className="text-ink-2">
        {line.draftedBy === null ? (
          <>
            {words.chosen} <bdi>{line.by}</bdi>
          </>
        ) : (
          <>
            {words.drafted} <bdi>{line.draftedBy}</bdi>, {words.confirmed} <bdi>{line.by}</bdi>
          </>
        )}
      </span>
      {line.draftedBy === null ? null : (
        <span className="text-ink-2 [overflow-wrap:anywhere]">
          {words.reason}: <bdi>{line.reason ?? words.noReason}</bdi>
        </span>
      )}
    </li>
  );
}

const Turn = ({ href, children }: { href: string; children: string }) => (
  <a href={href} className="rounded text-accent underline underline-offset-4">
    {children}
  </a>
);

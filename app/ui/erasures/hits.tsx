import type { Desk } from "../shell/desk";
import { When } from "../time";
import { erasuresWords as words } from "../words/erasures";
import { regionWords } from "../words/regions";
import type { ErasureFind } from "./erasures-screen";

/** The accounts that fit what was searched, in masks: whoever erases one chooses it. */
export function ErasureHits({ find, desk }: { find: ErasureFind; desk: Desk }) {
  return (
    <div role="status" className="mt-4 max-w-2xl">
      <p className="mb-1 font-medium [overflow-wrap:anywhere]">
        {words.hits(find.hits.length)} “<bdi>{find.q.trim()}</bdi>”
      </p>
      {find.hits.length > 1 ? <p className="mb-1 text-ink-2">{words.several}</p> : null}
      <ul className="border-t border-line">
        {find.hits.map((hit) => (
          <li key={hit.id} className="border-b border-line py-2.5">
            <a href={`/erasures/${hit.id}`} className="rounded font-medium text-accent underline underline-offset-4">
              <bdi>{hit.holder}</bdi>
            </a>
            <p className="text-ink-2">
              {hit.contacts.map((c) => (
                <span key={`${c.kind} ${c.mask}`}>
                  <bdi className="whitespace-nowrap tabular-nums">{c.mask}</bdi> ·{" "}
                </span>
              ))}
              {regionWords(hit.region)} · {words.since} <When at={hit.since} zone={desk.zone} form="month" />
            </p>
            <p className="font-mono text-sm text-ink-3 [overflow-wrap:anywhere]">{hit.id}</p>
          </li>
        ))}
      </ul>
    </div>
  );
}

import type { AccountHit } from "domain/view";
import type { ReactNode } from "react";
import { CopyButton } from "../copy";
import { Say } from "../notice";
import { Empty, PageTop } from "../page";
import type { Problem } from "../problem";
import { DeskShell } from "../shell";
import type { Desk } from "../shell/desk";
import { type FindKind, findWords } from "../words/finding";
import { sayNo } from "../words/sayings";
import { FindForm } from "./find-form";
import { Hit } from "./hit";

export interface NewTicketScreenProps {
  desk: Desk;
  /** What was looked for, or null before the first search. */
  find: { kind: FindKind; q: string } | null;
  /** What was found, at most five; null before the first search. */
  hits: AccountHit[] | null;
  /** The numbers of their live tickets that this reader may open. */
  mayOpen?: number[];
  /** Of the form `find`, or of `open` with the account in `typed.account`. */
  problem?: Problem | null;
  demo?: ReactNode;
}

/** Find an account exactly, say what was lost, open its ticket. */
export function NewTicketScreen({ desk, find, hits, mayOpen = [], problem = null, demo }: NewTicketScreenProps) {
  return (
    <DeskShell desk={desk} place="new" demo={demo}>
      <PageTop title={findWords.title} />
      <div className="flex w-full max-w-doc flex-col gap-6 px-4 py-5 lg:px-6">
        <p className="text-ink-2">{findWords.lead}</p>
        <FindForm desk={desk} find={find} problem={problem} />
        {hits ? <Hits desk={desk} hits={hits} mayOpen={mayOpen} problem={problem} /> : null}
        <OtherOwner owners={desk.owners} />
      </div>
    </DeskShell>
  );
}

interface HitsProps {
  desk: Desk;
  hits: AccountHit[];
  mayOpen: number[];
  problem: Problem | null;
}

function Hits({ desk, hits, mayOpen, problem }: HitsProps) {
  if (hits.length === 0) {
    return (
      <div role="status" className="rounded-lg border border-line">
        <Empty title={findWords.none}>
          <p>{findWords.noneHow}</p>
          <p className="mt-2 text-ink">{findWords.noneSay}</p>
        </Empty>
      </div>
    );
  }
  return (
    <section aria-labelledby="hits">
      <h2 id="hits" className="mb-2 font-semibold">
        {findWords.hits(hits.length)}
      </h2>
      <ul className="flex flex-col gap-3">
        {hits.map((hit) => (
          <li key={hit.id}>
            <Hit hit={hit} alone={hits.length === 1} mayOpen={mayOpen} desk={desk} problem={problem} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A change of owner is no recovery, and is said no to here. */
function OtherOwner({ owners }: { owners: string }) {
  return (
    <section>
      <h2 className="font-semibold">{findWords.ownerTitle}</h2>
      <p className="mb-2 text-ink-2">{findWords.ownerBody}</p>
      <Say>
        {findWords.ownerSay(owners)} <CopyButton text={findWords.ownerSay(owners)} label={sayNo.copyLabel} />
      </Say>
    </section>
  );
}

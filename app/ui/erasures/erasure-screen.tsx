import type { ErasureView } from "domain/view-erasure";
import type { ReactNode } from "react";
import { CopyButton } from "../copy";
import { Notice } from "../notice";
import { Facts, PageTop, Section } from "../page";
import type { Problem } from "../problem";
import { DeskShell } from "../shell";
import type { Desk } from "../shell/desk";
import { When } from "../time";
import { refusal } from "../words";
import { erasureNews, erasureWords as words } from "../words/erasures";
import { EraseForms } from "./erase-forms";
import { HoldForms } from "./hold-forms";

interface ErasureScreenProps {
  desk: Desk;
  view: ErasureView;
  problem: Problem | null;
  /** The act that led here, as the address names it. */
  done: string | null;
  demo?: ReactNode;
}

/** One account before an admin who may erase it: what stands in the way, and the acts that are open. */
export function ErasureScreen({ desk, view, problem, done, demo }: ErasureScreenProps) {
  const news = done && Object.hasOwn(erasureNews, done) ? erasureNews[done] : null;
  const acts = { desk, view, problem };
  return (
    <DeskShell desk={desk} place="erasures" demo={demo}>
      <PageTop
        before={<a href="/erasures">{words.back}</a>}
        title={view.erased ? words.gone : <bdi>{words.title(view.holder)}</bdi>}
      />
      <div className="flex w-full max-w-doc flex-col gap-8 px-4 py-5 lg:px-6">
        {news ? (
          <Notice tone="good" role="status">
            <p>{news}</p>
          </Notice>
        ) : null}
        <Facts facts={factsOf(view, desk)} />
        {view.erased ? <Gone {...acts} /> : <Standing view={view} />}
        {view.erased ? null : <EraseForms {...acts} />}
        {view.erased ? null : <HoldForms {...acts} />}
      </div>
    </DeskShell>
  );
}

function factsOf(view: ErasureView, { zone }: Desk): [string, ReactNode][] {
  const id: [string, ReactNode] = [
    words.id,
    <span key="id" className="flex items-center gap-1 font-mono text-sm">
      {view.account}
      <CopyButton text={view.account} label={words.idLabel} />
    </span>,
  ];
  if (view.since === null) return [id];
  return [
    [words.holder, <bdi key="holder">{view.holder}</bdi>],
    ...(["email", "phone"] as const).flatMap((kind): [string, ReactNode][] => {
      const masks = view.contacts.filter((c) => c.kind === kind).map((c) => c.mask);
      return masks.length === 0 ? [] : [[words[kind], <bdi key={kind}>{masks.join(", ")}</bdi>]];
    }),
    [
      words.since,
      <span key="since">
        <When at={view.since} zone={zone} form="month" /> · {view.region}
      </span>,
    ],
    id,
  ];
}

/** Why it cannot be erased as it stands, with the tickets by their numbers. */
function Standing({ view }: { view: ErasureView }) {
  return (
    <Section title={words.stands}>
      {view.obstacle === null ? (
        <p className="text-ink-2">{words.free}</p>
      ) : (
        <Notice tone="warn" title={refusal(view.obstacle, "erasure.propose")}>
          {view.tickets.length > 0 ? <p>{words.tickets(view.tickets)}</p> : null}
        </Notice>
      )}
    </Section>
  );
}

function Gone({ view, desk }: { view: ErasureView; desk: Desk }) {
  const { erased } = view;
  if (!erased) return null;
  const when = (at: number, who: string) => (
    <span>
      <When at={at} now={desk.now} zone={desk.zone} /> <bdi>{words.by(who)}</bdi>
    </span>
  );
  return (
    <Section title={words.erasedTitle}>
      <p className="mb-3 text-ink-2">{words.erasedText}</p>
      <Facts
        facts={[
          [words.proposed, when(erased.proposedAt, erased.proposedBy)],
          [words.confirmed, when(erased.at, erased.by)],
          [words.reason, <bdi key="reason">{erased.reason}</bdi>],
        ]}
      />
    </Section>
  );
}

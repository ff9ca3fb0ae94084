import type { SecondLookView } from "domain/view-second-review";
import type { ReactNode } from "react";
import { ButtonLink } from "../button";
import { Notice } from "../notice";
import { Facts, PageTop, Section } from "../page";
import type { Problem } from "../problem";
import { DeskShell } from "../shell";
import type { Desk } from "../shell/desk";
import { StateTag, TierBadge } from "../tag";
import { When } from "../time";
import { refusal } from "../words";
import { secondReviewWords as words } from "../words/second-reviews";
import { LookForm } from "./look-form";
import { LookTag } from "./second-reviews-screen";

interface SecondReviewScreenProps {
  desk: Desk;
  view: SecondLookView;
  problem: Problem | null;
  demo?: ReactNode;
}

/** One drawn approval: how it was drawn, whose it was, and the form of who may look at it again. */
export function SecondReviewScreen({ desk, view, problem, demo }: SecondReviewScreenProps) {
  return (
    <DeskShell desk={desk} place="second-reviews" demo={demo}>
      <PageTop
        before={<a href="/second-reviews">{words.back}</a>}
        title={words.heading(view.number)}
        after={
          <>
            <TierBadge tier={view.tier} /> <StateTag state={view.state} />
          </>
        }
      />
      <div className="flex w-full max-w-doc flex-col gap-8 px-4 py-5 lg:px-6">
        <div>
          <Facts facts={factsOf(view, desk)} />
          <p className="mt-3 text-ink-3">{words.drawHow}</p>
        </div>
        <Look desk={desk} view={view} problem={problem} />
      </div>
    </DeskShell>
  );
}

function factsOf(view: SecondLookView, desk: Desk): [string, ReactNode][] {
  const { facts } = words;
  const { judged } = view;
  const isAuditor = desk.viewer.role === "auditor";
  const entry = isAuditor ? (
    <a key="entry" href={`/trail/${view.approval}`} className="rounded text-accent hover:underline">
      {words.entry(view.approval)}
    </a>
  ) : (
    words.entry(view.approval)
  );
  const found: [string, ReactNode][] = judged
    ? [
        [
          facts.found,
          <span key="found">
            <LookTag looks={judged.looks} /> <bdi>{judged.by}</bdi>,{" "}
            <When at={judged.at} now={desk.now} zone={desk.zone} />
          </span>,
        ],
        [facts.reason, <bdi key="reason">{judged.reason}</bdi>],
      ]
    : [];
  return [
    [facts.approval, entry],
    [facts.by, <bdi key="by">{view.by}</bdi>],
    [facts.agent, <bdi key="agent">{view.agent}</bdi>],
    [
      facts.signed,
      <span key="signed">
        <When at={view.signedAt} now={desk.now} zone={desk.zone} />
        {view.openedAt === null ? null : words.after(Math.round((view.signedAt - view.openedAt) / 1000))}
      </span>,
    ],
    [facts.drawn, <When key="drawn" at={view.drawnAt} now={desk.now} zone={desk.zone} />],
    [
      facts.draw,
      <span key="draw" className="font-mono text-sm">
        {words.draw(view.lot, view.under, view.oneIn)}
      </span>,
    ],
    ...found,
  ];
}

function Look({ desk, view, problem }: { desk: Desk; view: SecondLookView; problem: Problem | null }) {
  if (view.judged) return null;
  if (desk.viewer.role !== "supervisor") return <p className="text-ink-2">{words.reading}</p>;
  if (view.refusal !== null)
    return (
      <Notice tone="info" title={words.notYours}>
        <p>{refusal(view.refusal, "review.judge")}</p>
      </Notice>
    );
  return (
    <>
      <Section title={words.read}>
        <p className="mb-3 text-ink-2">
          {words.readText} {view.state === "on_hold" ? words.holdRuns : null}
        </p>
        <ButtonLink href={`/tickets/${view.number}`}>{words.openTicket(view.number)}</ButtonLink>
      </Section>
      <Section title={words.form}>
        <LookForm desk={desk} approval={view.approval} problem={problem} />
      </Section>
    </>
  );
}

import type { ReactNode } from "react";
import { Button, ButtonLink } from "../button";
import { ProblemNotice } from "../notice";
import { problemOf } from "../problem";
import { Left, When } from "../time";
import { endWords, waitWords } from "../words/acts";
import { pressureWords } from "../words/care";
import { disputeWords } from "../words/disputes";
import { bar } from "../words/ticket";
import { ActForm } from "./act-form";
import { Card } from "./card";
import type { Part } from "./part";

/** What the ticket waits for, and for whom, when this reader is not next. */
export function WaitCard(part: Part) {
  const { t } = part;
  switch (t.state) {
    case "open":
      return t.care.setAside ? (
        <Words title={pressureWords.setAside}>{pressureWords.setAsideBody}</Words>
      ) : (
        <Words title={waitWords.unclaimed}>{waitWords.unclaimedBody}</Words>
      );
    case "verifying":
      return <Words title={waitWords.theirs(t.agent?.name ?? "")}>{waitWords.theirsBody}</Words>;
    case "in_review":
      return <InReview {...part} />;
    case "on_hold":
      return <OnHold {...part} />;
    case "reset_sent":
      return <LinkSent {...part} />;
    case "disputed":
      return <Disputed {...part} />;
    case "completed":
      return <Completed {...part} />;
    case "reversed":
    case "rejected":
    case "cancelled":
    case "expired":
      return <Words title={endWords[t.state].title}>{endWords[t.state].body}</Words>;
  }
}

function Words({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Card title={title}>
      <p className="text-ink-2">{children}</p>
    </Card>
  );
}

function Disputed({ t, desk }: Part) {
  return (
    <Card title={waitWords.disputed}>
      <p className="text-ink-2">{waitWords.disputedBody}</p>
      {desk.viewer.role === "supervisor" ? (
        <ButtonLink href={`/tickets/${t.number}/dispute`} tone="primary" className="self-start">
          {disputeWords.open}
        </ButtonLink>
      ) : null}
    </Card>
  );
}

function Completed({ t, desk }: Part) {
  return (
    <Card title={endWords.completed.title}>
      <p className="text-ink-2">{endWords.completed.body}</p>
      {desk.viewer.role === "supervisor" ? (
        <ButtonLink href={`/tickets/${t.number}/dispute`} className="self-start">
          {disputeWords.undo}
        </ButtonLink>
      ) : null}
    </Card>
  );
}

function InReview({ t }: Part) {
  return (
    <Card title={waitWords.review(t)}>
      <p className="text-ink-2">{waitWords.reviewBody}</p>
      {t.may.review ? (
        <ButtonLink href={`/approvals/${t.number}`} tone="primary" className="self-start">
          {bar.review}
        </ButtonLink>
      ) : null}
    </Card>
  );
}

function OnHold({ t, desk }: Part) {
  const ends = t.hold?.endsAt ?? null;
  if (ends === null) return <Words title={waitWords.holdUnstarted}>{waitWords.holdBody}</Words>;
  return (
    <Card title={waitWords.hold}>
      <p>
        <When at={ends} zone={desk.zone} form="full" className="font-medium" />{" "}
        <span className="text-ink-3">
          (<Left until={ends} now={t.now} />)
        </span>
      </p>
      <p className="text-ink-2">{waitWords.holdBody}</p>
    </Card>
  );
}

function LinkSent({ t, desk, problem }: Part) {
  return (
    <Card title={waitWords.sent}>
      <ProblemNotice problem={problemOf(problem, "grant")} className="mb-0" />
      {t.grant ? (
        <p className="text-ink-2">
          {waitWords.sentTo(t.grant.sentTo)} <When at={t.grant.expiresAt} zone={desk.zone} form="full" />.
        </p>
      ) : null}
      {t.may.reissue && t.grant?.renewable ? (
        <ActForm number={t.number} noun="grant" formKey={desk.formKey}>
          <p className="mb-2 text-ink-2">{waitWords.reissueHint}</p>
          <Button tone="primary">{waitWords.reissue}</Button>
        </ActForm>
      ) : null}
    </Card>
  );
}

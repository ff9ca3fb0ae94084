import type { DraftPage } from "domain/view-policy";
import type { ReactNode } from "react";
import { Notice, ProblemNotice } from "../notice";
import { Empty, Facts, PageTop } from "../page";
import { DeskShell } from "../shell";
import type { Desk } from "../shell/desk";
import { When } from "../time";
import { zoneCity } from "../words/clock";
import { policiesWords, policyName, policyNews, policyWords as words } from "../words/policies";
import { zoneNote } from "../words/portal";
import { Changes } from "./changes";
import { DecideForms } from "./decide-forms";
import { DraftForm } from "./draft-form";
import type { Acted } from "./edited";
import { ReplayTable } from "./replay";

interface DraftScreenProps {
  desk: Desk;
  page: DraftPage;
  /** The act that led here, as the address names it. */
  done: string | null;
  acted: Acted | null;
  demo?: ReactNode;
}

/** The draft that waits, with what it would change, or where an admin writes one. */
export function DraftScreen({ desk, page, done, acted, demo }: DraftScreenProps) {
  const { draft } = page;
  const problem = acted?.problem ?? null;
  // What was typed is kept, also where someone else's draft came first.
  const writes = desk.viewer.role === "admin" && (draft === null || draft.stale || problem?.form === "draft");
  const news = done && Object.hasOwn(policyNews, done) ? policyNews[done] : null;
  const title = draft ? words.draftTitle(policyName(draft.policy)) : words.newTitle;
  return (
    <DeskShell desk={desk} place="policies" demo={demo}>
      <PageTop before={<a href="/policies">{words.back}</a>} title={title} />
      <div className="flex w-full max-w-doc flex-col gap-8 px-4 py-5 lg:px-6">
        {news && draft ? (
          <Notice tone="good" role="status">
            <p>{news}</p>
          </Notice>
        ) : null}
        {draft ? (
          <Waiting draft={draft} desk={desk} problem={problem} />
        ) : (
          <ProblemNotice problem={problem?.form === "draft" ? null : problem} className="mb-0" />
        )}
        {writes ? <DraftForm desk={desk} page={page} acted={acted} /> : null}
        {!draft && !writes ? <Empty title={words.none}>{words.noneText}</Empty> : null}
        <p className="text-ink-3">{zoneNote(zoneCity(desk.zone))}</p>
      </div>
    </DeskShell>
  );
}

type Draft = NonNullable<DraftPage["draft"]>;

function Waiting({ draft, desk, problem }: { draft: Draft; desk: Desk; problem: Acted["problem"] }) {
  return (
    <>
      <Facts
        facts={[
          [
            words.drafted,
            <span key="drafted">
              <When at={draft.at} now={desk.now} zone={desk.zone} /> <bdi>{words.by(draft.by)}</bdi>
            </span>,
          ],
          [words.reason, <bdi key="reason">{draft.reason ?? policiesWords.noReason}</bdi>],
          [words.against, policyName(draft.base)],
          [
            words.document,
            <a
              key="document"
              href={`/policies/${draft.policy.digest}`}
              download
              className="rounded text-accent underline underline-offset-4"
            >
              {policiesWords.document}
            </a>,
          ],
        ]}
      />
      {draft.stale ? (
        <Notice tone="warn">
          <p>{words.stale}</p>
        </Notice>
      ) : null}
      <Changes changes={draft.changes} />
      <ReplayTable replay={draft.replay} desk={desk} file="/policies/draft/replay.csv" />
      {desk.viewer.role === "admin" ? <DecideForms draft={draft} desk={desk} problem={problem} /> : null}
    </>
  );
}

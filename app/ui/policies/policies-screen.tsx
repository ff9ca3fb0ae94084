import type { PoliciesPage } from "domain/view-policy";
import type { ReactNode } from "react";
import { ButtonLink } from "../button";
import { Notice } from "../notice";
import { PageTop, Section } from "../page";
import { DeskShell } from "../shell";
import type { Desk } from "../shell/desk";
import { When } from "../time";
import { zoneCity } from "../words/clock";
import { policyName, policyNews, policiesWords as words } from "../words/policies";
import { zoneNote } from "../words/portal";
import { PolicyFacts } from "./facts";
import { Adoptions } from "./history";

interface PoliciesScreenProps {
  desk: Desk;
  page: PoliciesPage;
  /** The history does not begin with its newest line. */
  further: boolean;
  /** The act that led here, as the address names it. */
  done: string | null;
  demo?: ReactNode;
}

/** The policy in force, the draft that waits, and what was in force before. */
export function PoliciesScreen({ desk, page, further, done, demo }: PoliciesScreenProps) {
  const news = done && Object.hasOwn(policyNews, done) ? policyNews[done] : null;
  return (
    <DeskShell desk={desk} place="policies" demo={demo}>
      <PageTop title={words.title} />
      <div className="flex w-full max-w-doc flex-col gap-8 px-4 py-5 lg:px-6">
        {news ? (
          <Notice tone="good" role="status">
            <p>{news}</p>
          </Notice>
        ) : null}
        <Waiting page={page} desk={desk} />
        <Section
          title={`${words.inForce}: ${policyName(page.inForce)}`}
          aside={
            <a
              href={`/policies/${page.inForce.digest}`}
              className="rounded text-accent underline underline-offset-4"
              download
            >
              {words.document}
            </a>
          }
        >
          <p className="mb-5 text-ink-2">{words.inForceText}</p>
          <PolicyFacts facts={page.facts} />
        </Section>
        {desk.viewer.role === "admin" && !page.draft ? (
          <Section title={words.change}>
            <p className="mb-3 text-ink-2">{words.changeText}</p>
            <ButtonLink href="/policies/draft">{words.toDraft}</ButtonLink>
          </Section>
        ) : null}
        <Section title={words.history}>
          <Adoptions page={page} further={further} desk={desk} />
        </Section>
        <p className="text-ink-3">{zoneNote(zoneCity(desk.zone))}</p>
      </div>
    </DeskShell>
  );
}

function Waiting({ page: { draft }, desk }: { page: PoliciesPage; desk: Desk }) {
  if (!draft) return null;
  return (
    <Notice tone={draft.stale ? "warn" : "wait"} title={draft.stale ? words.stale : words.waiting}>
      <p>
        {policyName(draft.policy)}. {words.drafted} <bdi>{draft.by}</bdi>,{" "}
        <When at={draft.at} now={desk.now} zone={desk.zone} />.
      </p>
      <p>
        <a href="/policies/draft" className="rounded font-medium text-accent underline underline-offset-4">
          {words.read}
        </a>{" "}
        {words.readText}.
      </p>
    </Notice>
  );
}

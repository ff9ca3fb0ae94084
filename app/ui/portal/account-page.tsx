import type { FactorView } from "domain/view-factor";
import { Button } from "../button";
import { FormKey } from "../hidden";
import { useLanguage, useWords } from "../language";
import { Notice, ProblemNotice } from "../notice";
import { type Problem, problemOf } from "../problem";
import { When } from "../time";
import { accountPagesWords } from "../words/account-pages";
import { shellWords } from "../words/portal";
import { zoneWords } from "../words/portal-times";
import { Places, type PlacesProps } from "./account/places";
import { type OwnershipWays, RequestPart } from "./account/request-part";
import { DangerForm } from "./danger-form";
import { InvitationsPart, VoucheesPart } from "./proofs/helping-parts";
import { PortalPart, type PortalProps, PortalShell, PortalText, PortalTitle } from "./shell";

interface AccountPageProps extends PortalProps, PlacesProps {
  factor: FactorView;
  /** Its password is older than the policy would have it. */
  passwordOld: boolean;
  ways: OwnershipWays;
  /** The requests of which the holder said here that they were their own. */
  mine?: readonly string[];
  problem: Problem | null;
  /** Good news of the last act, in a sentence. */
  news?: string | null;
}

/** The holder's first page: what waits for them on top, then the way to everything else. */
export function AccountPage(props: AccountPageProps) {
  const { account, proofs, zone, formKey, problem, news, demo } = props;
  const language = useLanguage();
  const words = accountPagesWords[language];
  const given = { proofs, zone, formKey, problem };
  return (
    <PortalShell demo={demo}>
      <ProblemNotice problem={problemOf(problem, "objection")} />
      {news ? (
        <Notice tone="good" role="status" className="mb-6">
          {news}
        </Notice>
      ) : null}
      <PortalTitle>{words.title}</PortalTitle>
      <PortalText>
        <bdi>{account.username}</bdi>
      </PortalText>
      <Standing {...props} />
      <Running {...props} />
      <InvitationsPart {...given} />
      <VoucheesPart {...given} />
      <Places {...props} />
      <DangerForm formKey={formKey} problem={problemOf(problem, "safety")} />
      <form method="post" action="/account/sign-out" className="mt-8 flex flex-col gap-4">
        <FormKey formKey={formKey} form="sign-out" />
        <Button size="lg">{words.signOut}</Button>
      </form>
      <p className="mt-6 text-base text-ink-2">{shellWords[language].zone(zoneWords(language, zone, account.now))}</p>
    </PortalShell>
  );
}

/** What is so of the account for now: what may not be changed after a recovery, and that the password is an old one. */
function Standing({ account, passwordOld, zone }: AccountPageProps) {
  const words = useWords(accountPagesWords);
  return (
    <>
      {account.quarantinedUntil === null ? null : (
        <Notice tone="wait" className="mt-5">
          {words.quarantine} <When at={account.quarantinedUntil} zone={zone} form="date" />.
        </Notice>
      )}
      {passwordOld ? (
        <Notice tone="info" className="mt-5">
          {words.passwordOld}
        </Notice>
      ) : null}
    </>
  );
}

/** The requests to get in that can still be stopped, or wait for a proof of whose the account is. */
function Running({ account, factor, ways, mine = [], zone, formKey }: AccountPageProps) {
  const words = useWords(accountPagesWords);
  const running = account.recent.filter(
    (one) => one.state === "disputed" || (one.mayObject && !mine.includes(one.ticket)),
  );
  if (running.length === 0) return null;
  return (
    <PortalPart title={words.runningTitle}>
      {running.map((one) => (
        <RequestPart
          key={one.ticket}
          one={one}
          ways={ways[one.ticket] ?? []}
          proof={factor.proofs[one.ticket] ?? null}
          now={account.now}
          zone={zone}
          formKey={formKey}
          asks
        />
      ))}
    </PortalPart>
  );
}

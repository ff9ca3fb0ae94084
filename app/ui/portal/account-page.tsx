import type { Instant } from "domain/time";
import type { HolderView } from "domain/view";
import type { FactorView, SignInProof } from "domain/view-factor";
import type { ProofsView } from "domain/view-proofs";
import { Button } from "../button";
import { FormKey } from "../hidden";
import { useLanguage, useWords } from "../language";
import { Notice, ProblemNotice } from "../notice";
import { type Problem, problemOf } from "../problem";
import { StateTag } from "../tag";
import { When } from "../time";
import { timeWords } from "../words/clock";
import { ticketName } from "../words/labels";
import { publicLossWords } from "../words/losses";
import { shellWords } from "../words/portal";
import { accountWords } from "../words/portal-account";
import { zoneWords } from "../words/portal-times";
import { proofWords } from "../words/proof";
import { DangerForm } from "./danger-form";
import { CodesPart } from "./proofs/codes-part";
import { InvitationsPart, VoucheesPart } from "./proofs/helping-parts";
import { PeoplePart } from "./proofs/people-part";
import { PortalPart, type PortalProps, PortalShell, PortalText, PortalTitle } from "./shell";
import { SecondFactorPart, SignInProof as SignInProofPart } from "./sign-in-proof";

/** By ticket: the pages on which its holder proves that the account is theirs, one a contact. */
export type OwnershipWays = Record<string, { mask: string; path: string }[]>;

interface AccountPageProps extends PortalProps {
  account: HolderView;
  proofs: ProofsView;
  factor: FactorView;
  ways: OwnershipWays;
  zone: string;
  problem: Problem | null;
  /** Good news of the last act, in a sentence. */
  news?: string | null;
}

/** The holder's page: how they are reached, who asked to get in, and the button that stops it. */
export function AccountPage({ account, proofs, factor, ways, zone, formKey, problem, news, demo }: AccountPageProps) {
  const language = useLanguage();
  const words = accountWords[language];
  const mine = { proofs, zone, formKey, problem };
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
      <InvitationsPart {...mine} />
      <VoucheesPart {...mine} />
      <Contacts account={account} zone={zone} />
      <SecondFactorPart factor={factor} zone={zone} />
      <CodesPart {...mine} />
      <PeoplePart {...mine} />
      <PortalPart title={words.recent}>
        {account.recent.length === 0 ? <PortalText>{words.none}</PortalText> : null}
        {account.recent.map((one) => (
          <Recent
            key={one.ticket}
            one={one}
            ways={ways[one.ticket] ?? []}
            proof={factor.proofs[one.ticket] ?? null}
            now={account.now}
            zone={zone}
            formKey={formKey}
          />
        ))}
      </PortalPart>
      <DangerForm formKey={formKey} problem={problemOf(problem, "safety")} />
      <form method="post" action="/account/sign-out" className="mt-8 flex flex-col gap-4">
        <FormKey formKey={formKey} form="sign-out" />
        <Button size="lg">{words.signOut}</Button>
      </form>
      <p className="mt-6 text-base text-ink-2">{shellWords[language].zone(zoneWords(language, zone, account.now))}</p>
    </PortalShell>
  );
}

/** Whoever said stop proves that the account is theirs, with a code to one of its contacts to begin with. */
function Ways({ ways }: { ways: OwnershipWays[string] }) {
  const words = useWords(proofWords);
  return (
    <div className="mt-3 rounded-lg bg-wait-wash p-4">
      <p className="font-semibold">{words.title}</p>
      <ul className="mt-2 flex flex-col gap-2">
        {ways.map(({ mask, path }) => (
          <li key={path}>
            <a href={path} className="inline-block rounded py-1 font-medium underline underline-offset-4">
              {words.withCode(mask)}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Contacts({ account, zone }: { account: HolderView; zone: string }) {
  const language = useLanguage();
  const words = accountWords[language];
  return (
    <PortalPart title={words.contacts}>
      {account.contacts.length === 0 ? <PortalText>{words.noContacts}</PortalText> : null}
      {account.quarantinedUntil === null ? null : (
        <PortalText>{words.quarantine(timeWords(account.quarantinedUntil, zone, "date", language))}</PortalText>
      )}
      <ul className="mt-3 flex flex-col gap-3">
        {account.contacts.map((c) => (
          <li key={`${c.kind} ${c.mask}`}>
            {publicLossWords[language].contacts[c.kind]}{" "}
            <bdi dir="ltr" className="font-medium tabular-nums [overflow-wrap:anywhere]">
              {c.mask}
            </bdi>
            <span className="block text-base text-ink-2">
              {words.since} <When at={c.since} zone={zone} form="date" />
            </span>
          </li>
        ))}
      </ul>
    </PortalPart>
  );
}

interface RecentProps {
  one: HolderView["recent"][number];
  ways: OwnershipWays[string];
  proof: SignInProof | null;
  now: Instant;
  zone: string;
  formKey: string;
}

function Recent({ one, ways, proof, now, zone, formKey }: RecentProps) {
  const words = useWords(accountWords);
  const ticket = ticketName(one.number);
  return (
    <div className="mt-4">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="font-medium tabular-nums">{words.was(ticket)}</span>
        <StateTag state={one.state} />
        <span className="text-base text-ink-2">
          <When at={one.openedAt} now={now} zone={zone} />
        </span>
      </p>
      {ways.length > 0 && proof !== "proved" ? <Ways ways={ways} /> : null}
      <SignInProofPart proof={proof} ticket={one.ticket} formKey={formKey} />
      {one.mayObject ? (
        <form method="post" action="/account/objection" className="mt-3 flex flex-col gap-3 rounded-lg bg-bad-wash p-4">
          <FormKey formKey={formKey} form={`objection.${one.number}`} />
          <input type="hidden" name="ticket" value={one.ticket} />
          <p className="font-semibold">{words.notMeTitle}</p>
          <p>{words.notMeText}</p>
          <Button tone="danger" size="lg">
            {words.notMeSend(ticket)}
          </Button>
        </form>
      ) : null}
    </div>
  );
}

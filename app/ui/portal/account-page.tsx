import type { Instant } from "domain/time";
import type { HolderView } from "domain/view";
import type { ProofsView } from "domain/view-proofs";
import { Button } from "../button";
import { FormKey } from "../hidden";
import { Notice, ProblemNotice } from "../notice";
import { type Problem, problemOf } from "../problem";
import { StateTag } from "../tag";
import { When } from "../time";
import { capital } from "../words/amounts";
import { zoneCity } from "../words/clock";
import { contactWords, ticketName } from "../words/labels";
import { accountWords as words, zoneNote } from "../words/portal";
import { DangerForm } from "./danger-form";
import { CodesPart } from "./proofs/codes-part";
import { InvitationsPart, VoucheesPart } from "./proofs/helping-parts";
import { PeoplePart } from "./proofs/people-part";
import { PortalPart, type PortalProps, PortalShell, PortalText, PortalTitle } from "./shell";

interface AccountPageProps extends PortalProps {
  account: HolderView;
  proofs: ProofsView;
  zone: string;
  problem: Problem | null;
  /** Good news of the last act, in a sentence. */
  news?: string | null;
}

/** The holder's page: how they are reached, who asked to get in, and the button that stops it. */
export function AccountPage({ account, proofs, zone, formKey, problem, news, demo }: AccountPageProps) {
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
      <CodesPart {...mine} />
      <PeoplePart {...mine} />
      <PortalPart title={words.recent}>
        {account.recent.length === 0 ? <PortalText>{words.none}</PortalText> : null}
        {account.recent.map((one) => (
          <Recent key={one.ticket} one={one} now={account.now} zone={zone} formKey={formKey} />
        ))}
      </PortalPart>
      <DangerForm formKey={formKey} problem={problemOf(problem, "safety")} />
      <form method="post" action="/account/sign-out" className="mt-8 flex flex-col gap-4">
        <FormKey formKey={formKey} form="sign-out" />
        <Button size="lg">{words.signOut}</Button>
      </form>
      <p className="mt-6 text-base text-ink-2">{zoneNote(zoneCity(zone))}</p>
    </PortalShell>
  );
}

function Contacts({ account, zone }: { account: HolderView; zone: string }) {
  return (
    <PortalPart title={words.contacts}>
      {account.contacts.length === 0 ? <PortalText>{words.noContacts}</PortalText> : null}
      <ul className="mt-3 flex flex-col gap-3">
        {account.contacts.map((c) => (
          <li key={`${c.kind} ${c.mask}`}>
            {capital(contactWords[c.kind])}{" "}
            <bdi className="font-medium tabular-nums [overflow-wrap:anywhere]">{c.mask}</bdi>
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
  now: Instant;
  zone: string;
  formKey: string;
}

function Recent({ one, now, zone, formKey }: RecentProps) {
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

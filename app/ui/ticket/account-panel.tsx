import type { TicketView } from "domain/view";
import type { ReactNode } from "react";
import { CopyButton } from "../copy";
import { Notice } from "../notice";
import { Facts, Section } from "../page";
import { When } from "../time";
import { quarantineWords } from "../words/disputes";
import { secondFactorWords } from "../words/labels";
import { regionWords } from "../words/regions";
import { account, kindWord } from "../words/ticket";

/** The account's facts as staff may see them: masks and counts. */
export function AccountPanel({ t, zone }: { t: TicketView; zone: string }) {
  const a = t.account;
  if (a.erased) return <Erased t={t} />;
  const facts: [string, ReactNode][] = [
    [account.holder, <bdi key="holder">{t.holder}</bdi>],
    ...contactFacts(t),
    [account.since, <Since key="since" at={a.since} zone={zone} region={a.region} />],
    [account.devices, account.onFile(a.devices)],
    [account.questions, account.onFile(a.questionsOnFile)],
    [account.secondFactor, secondFactorWords[a.secondFactor]],
    [account.recoveries, account.recovered(a.recoveries90d)],
    ...quarantineFacts(t, zone),
    [account.reference, <Reference key="reference" reference={t.reference} />],
  ];
  return (
    <Section title={account.title}>
      {a.frozen ? (
        <Notice tone="bad" title={a.switchedOff ? account.switchedOff : account.frozen} className="mb-3">
          <p>{a.switchedOff ? account.switchedOffHow : account.frozenHow}</p>
        </Notice>
      ) : null}
      <Facts facts={facts} />
    </Section>
  );
}

function quarantineFacts(t: TicketView, zone: string): [string, ReactNode][] {
  const until = t.account.quarantinedUntil;
  if (until === null) return [];
  return [
    [
      quarantineWords.desk,
      <span key="quarantine">
        {quarantineWords.deskTo} <When at={until} zone={zone} form="date" />
        <span className="text-ink-3"> · {quarantineWords.deskUntil}</span>
      </span>,
    ],
  ];
}

/** An account that is gone has no facts any more. */
function Erased({ t }: { t: TicketView }) {
  return (
    <Section title={account.title}>
      <Notice tone="info" title={account.erased} className="mb-3">
        <p>{account.erasedHow}</p>
      </Notice>
      <Facts facts={[[account.reference, <Reference key="reference" reference={t.reference} />]]} />
    </Section>
  );
}

/** One line a kind of contact; several of a kind stand under each other. */
function contactFacts(t: TicketView): [string, ReactNode][] {
  const kinds = (["email", "phone"] as const).filter((kind) => t.account.contacts.some((c) => c.kind === kind));
  return kinds.map((kind) => [
    kindWord[kind],
    t.account.contacts
      .filter((c) => c.kind === kind)
      .map((c) => (
        <span key={c.id} className="block">
          <bdi className="tabular-nums">{c.mask}</bdi>
          {c.undeliveredAt === null ? null : <span className="text-bad"> · {account.undelivered}</span>}
          {c.ended || c.lost ? <span className="text-ink-3"> · {c.ended ? account.ended : account.lost}</span> : null}
        </span>
      )),
  ]);
}

function Since({ at, zone, region }: { at: number; zone: string; region: string }) {
  return (
    <>
      <When at={at} zone={zone} form="month" /> · {regionWords(region)}
    </>
  );
}

function Reference({ reference }: { reference: string }) {
  return (
    <span className="flex items-center gap-1 font-mono">
      {reference}
      <CopyButton text={reference} label={account.referenceLabel} />
    </span>
  );
}

import type { AccountHit } from "domain/view";
import { Button } from "../button";
import { CheckField, ChoiceGroup } from "../choice";
import { FormKey } from "../hidden";
import { Notice, ProblemNotice } from "../notice";
import { fieldOf, type Problem, problemOf } from "../problem";
import type { Desk } from "../shell/desk";
import { When } from "../time";
import { findWords, losable } from "../words/finding";
import { secondFactorWords } from "../words/labels";
import { regionWords } from "../words/regions";

interface HitProps {
  hit: AccountHit;
  /** The only one found: its form is open at once. */
  alone: boolean;
  /** The numbers of live tickets that this reader may open. */
  mayOpen: number[];
  desk: Desk;
  problem: Problem | null;
}

/** An account found, in masks, and the form that opens its ticket. */
export function Hit({ hit, alone, mayOpen, desk, problem }: HitProps) {
  const refused = problemOf(problem, "open");
  const mine = refused?.typed?.account === hit.id ? refused : null;
  return (
    <article className="rounded-lg border border-line-strong p-4">
      <h3 className="text-lg font-semibold">
        <bdi>{hit.holder}</bdi>
      </h3>
      <Masks hit={hit} zone={desk.zone} />
      {hit.frozen ? (
        <Notice tone="bad" title={hit.switchedOff ? findWords.switchedOff : findWords.frozen} className="mt-3" />
      ) : null}
      {hit.liveTicket ? (
        <LiveTicket number={hit.liveTicket.number} mayOpen={mayOpen.includes(hit.liveTicket.number)} />
      ) : null}
      {hit.liveTicket || hit.switchedOff ? null : alone || mine ? (
        <OpenForm hit={hit} desk={desk} refused={mine} />
      ) : (
        <details className="mt-3">
          <summary className="rounded py-1 font-medium text-accent">{findWords.open}</summary>
          <OpenForm hit={hit} desk={desk} refused={null} />
        </details>
      )}
    </article>
  );
}

function Masks({ hit, zone }: { hit: AccountHit; zone: string }) {
  return (
    <p className="text-ink-2">
      {hit.contacts.map((c) => (
        <span key={`${c.kind} ${c.mask}`}>
          <bdi className="whitespace-nowrap tabular-nums">{c.mask}</bdi> ·{" "}
        </span>
      ))}
      {regionWords(hit.region)} · {findWords.since} <When at={hit.since} zone={zone} form="month" /> ·{" "}
      {findWords.secondFactor}: {secondFactorWords[hit.secondFactor]}
    </p>
  );
}

/** That there is one is told to every agent; only who may open it is led there. */
function LiveTicket({ number, mayOpen }: { number: number; mayOpen: boolean }) {
  return (
    <Notice tone="wait" title={findWords.live(number)} className="mt-3">
      {mayOpen ? (
        <a href={`/tickets/${number}`} className="font-medium text-accent underline underline-offset-4">
          {findWords.go}
        </a>
      ) : null}
    </Notice>
  );
}

function OpenForm({ hit, desk, refused }: { hit: AccountHit; desk: Desk; refused: Problem | null }) {
  const was = (name: string) => refused?.typed?.[name] === "on";
  return (
    <form method="post" action="/tickets/new" className="mt-3 flex flex-col gap-3 border-t border-line pt-3">
      <FormKey formKey={desk.formKey} form={`open.${hit.id}`} />
      <input type="hidden" name="intent" value="open" />
      <input type="hidden" name="account" value={hit.id} />
      <ProblemNotice problem={refused} className="mb-0" />
      {hit.frozen && !hit.switchedOff ? (
        <CheckField
          name="thaw"
          label={findWords.thaw}
          hint={findWords.thawHint}
          required
          defaultChecked={was("thaw")}
        />
      ) : null}
      <ChoiceGroup legend={findWords.what} hint={findWords.whatHint} error={fieldOf(refused, "loss").error}>
        {losable(hit).map((part) => (
          <CheckField key={part} name={part} label={findWords.lost[part]} defaultChecked={was(part)} />
        ))}
      </ChoiceGroup>
      <CheckField name="claim" label={findWords.claim} defaultChecked={refused ? was("claim") : true} />
      <Button tone="primary" className="self-start">
        {findWords.open}
      </Button>
    </form>
  );
}

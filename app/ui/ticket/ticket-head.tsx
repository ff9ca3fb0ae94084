import { Button } from "../button";
import { CopyButton } from "../copy";
import { SelectField } from "../field";
import { ProblemNotice } from "../notice";
import { PageTop } from "../page";
import { PopPanel } from "../pop-panel";
import { problemOf } from "../problem";
import { StateTag, TierBadge } from "../tag";
import { ticketName } from "../words/labels";
import { bar, ticketTitle } from "../words/ticket";
import { ActForm } from "./act-form";
import type { Part } from "./part";

/** Number, who lost what, tier and state; giving it back or handing it over. */
export function TicketHead({ t, desk, problem, agents }: Part & { agents: { id: string; name: string }[] }) {
  const name = ticketName(t.number);
  return (
    <PageTop
      before={
        <span className="flex items-center gap-1">
          {name}
          <CopyButton text={name} label={name} />
        </span>
      }
      title={ticketTitle(t.holder, t.loss)}
      after={
        <>
          <TierBadge tier={t.tier} />
          <StateTag state={t.state} returned={t.returned !== null} />
        </>
      }
    >
      {t.agent && !t.mine ? <bdi className="text-ink-3">{t.agent.name}</bdi> : null}
      {t.may.release ? (
        <ActForm number={t.number} noun="release" formKey={desk.formKey} id="release">
          <Button>{bar.release}</Button>
        </ActForm>
      ) : null}
      {t.may["hand-over"] && agents.length > 0 ? <HandOver {...{ t, desk, problem, agents }} /> : null}
    </PageTop>
  );
}

function HandOver({ t, desk, problem, agents }: Part & { agents: { id: string; name: string }[] }) {
  const refused = problemOf(problem, "hand-over");
  return (
    <PopPanel label={bar.handOver} open={refused !== null}>
      <ActForm number={t.number} noun="hand-over" formKey={desk.formKey} className="flex flex-col gap-3">
        <ProblemNotice problem={refused} className="mb-0" />
        <SelectField
          id="hand-over-to"
          name="to"
          label={bar.handOverTo}
          hint={bar.handOverHint}
          defaultValue={refused?.typed?.to}
        >
          {agents.map((agent) => (
            <option key={agent.id} value={agent.id}>
              {agent.name}
            </option>
          ))}
        </SelectField>
        <Button tone="primary" className="self-start">
          {bar.handOverButton}
        </Button>
      </ActForm>
    </PopPanel>
  );
}

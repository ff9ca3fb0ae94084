import { Button } from "../button";
import { CopyButton } from "../copy";
import { HandOverForm } from "../hand-over/hand-over-form";
import { PageTop } from "../page";
import { PopPanel } from "../pop-panel";
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
      {t.may["hand-over"] && agents.length > 0 ? (
        <PopPanel label={bar.handOver} open={problem?.form === "hand-over"}>
          <HandOverForm {...{ desk, agents, problem }} number={t.number} />
        </PopPanel>
      ) : null}
    </PageTop>
  );
}

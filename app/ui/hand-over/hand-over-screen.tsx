import type { QueueRow } from "domain/view";
import type { ReactNode } from "react";
import { Notice } from "../notice";
import { Facts, PageTop } from "../page";
import type { Problem } from "../problem";
import { DeskShell } from "../shell";
import type { Desk } from "../shell/desk";
import { StateTag, TierBadge } from "../tag";
import { handOverWords as words } from "../words/glass";
import { HandOverForm } from "./hand-over-form";

interface HandOverScreenProps {
  desk: Desk;
  line: QueueRow;
  agents: { id: string; name: string }[];
  problem: Problem | null;
  demo?: ReactNode;
}

/** A ticket's line before a supervisor, who hands it to an agent without opening it. */
export function HandOverScreen({ desk, line, agents, problem, demo }: HandOverScreenProps) {
  return (
    <DeskShell desk={desk} place="queue" demo={demo}>
      <PageTop before={<a href="/queue">{words.cancel}</a>} title={words.title(line.number)} />
      <div className="flex w-full max-w-doc flex-col gap-6 px-4 py-5 lg:px-6">
        <p className="text-ink-2">{words.means}</p>
        <Facts
          facts={[
            [words.holder, <bdi key="holder">{line.holder}</bdi>],
            [
              words.state,
              <span key="state" className="flex flex-wrap gap-2">
                <TierBadge tier={line.tier} />
                <StateTag state={line.state} returned={line.returned} />
              </span>,
            ],
            [words.agent, <bdi key="agent">{line.agentName ?? words.noAgent}</bdi>],
          ]}
        />
        {agents.length === 0 ? (
          <Notice tone="warn" title={words.nobody} />
        ) : (
          <div className="max-w-md">
            <HandOverForm {...{ desk, agents, problem }} number={line.number} />
          </div>
        )}
      </div>
    </DeskShell>
  );
}

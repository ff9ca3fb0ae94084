import type { DisputeView } from "domain/view-dispute";
import type { ReactNode } from "react";
import { CaseTop } from "../approvals/case-top";
import { ButtonLink } from "../button";
import { Notice } from "../notice";
import { Facts, Section } from "../page";
import type { Problem } from "../problem";
import { DeskShell } from "../shell";
import type { Desk } from "../shell/desk";
import { StateTag } from "../tag";
import { When } from "../time";
import { verdictWords, disputeWords as words } from "../words/disputes";
import { lossWords, stateWords, ticketName } from "../words/labels";
import { Proofs } from "./proofs";
import { VerdictCard } from "./verdict-card";

export interface DisputeScreenProps {
  desk: Desk;
  dispute: DisputeView;
  problem?: Problem | null;
  demo?: ReactNode;
}

/** A dispute before a supervisor: what was objected, what is proved, how long is left, and what can be made of it. */
export function DisputeScreen({ desk, dispute, problem = null, demo }: DisputeScreenProps) {
  const { number, recovered, disputed, wish, unproved } = dispute;
  const proved = (dispute.objection?.provedAt ?? null) !== null;
  return (
    <DeskShell desk={desk} place="approvals" demo={demo}>
      <CaseTop of={dispute} standing={<StateTag state={dispute.state} />}>
        {dispute.hasPacket ? <ButtonLink href={`/approvals/${number}`}>{words.packet}</ButtonLink> : null}
      </CaseTop>
      <div className="mx-auto flex w-full max-w-5xl flex-col gap-6 px-4 pb-10 pt-7 lg:px-6">
        <div>
          <h2 className="text-2xl font-semibold tracking-tight [overflow-wrap:anywhere]">
            {words.title(ticketName(number), recovered, disputed)}
          </h2>
          <p className="mt-1.5 text-ink-2">{words.lead(recovered, disputed)}</p>
        </div>
        {wish ? <Notice tone="warn" title={words.first(wish.byName, verdictWords[wish.verdict].would)} /> : null}
        {unproved.length > 0 ? <Notice tone="info" title={words.earlier(unproved)} /> : null}
        <div className="grid gap-6 md:grid-cols-2">
          <Objection desk={desk} dispute={dispute} />
          <Asked desk={desk} dispute={dispute} />
        </div>
        {disputed ? <Proofs zone={desk.zone} dispute={dispute} /> : null}
        <Section title={words.decide} id="decide">
          <div className="grid items-start gap-4 md:grid-cols-2">
            {dispute.options.map((option) => (
              <VerdictCard
                key={option.verdict}
                {...option}
                desk={desk}
                number={number}
                proved={proved}
                problem={problem}
              />
            ))}
          </div>
        </Section>
      </div>
    </DeskShell>
  );
}

function Objection({ desk, dispute }: { desk: Desk; dispute: DisputeView }) {
  const { objection } = dispute;
  if (!objection) return null;
  const by = objection.how === "session" ? words.session : (objection.by ?? words.unknown);
  return (
    <Section title={words.objection} id="objection">
      <Facts
        facts={[
          [words.by, <bdi key="by">{by}</bdi>],
          [words.when, <When key="at" at={objection.at} zone={desk.zone} form="full" />],
          [words.stopped, objection.from ? stateWords[objection.from] : words.unknown],
        ]}
      />
    </Section>
  );
}

function Asked({ desk, dispute }: { desk: Desk; dispute: DisputeView }) {
  const to = dispute.newContact ?? dispute.sendTo ?? words.none;
  return (
    <Section title={words.asked} id="asked">
      <Facts
        facts={[
          [words.holder, <bdi key="holder">{dispute.holder}</bdi>],
          [words.lost, lossWords(dispute.loss)],
          [dispute.newContact ? words.newContact : words.sendTo, <bdi key="to">{to}</bdi>],
          [words.opened, <When key="at" at={dispute.openedAt} zone={desk.zone} form="full" />],
        ]}
      />
    </Section>
  );
}

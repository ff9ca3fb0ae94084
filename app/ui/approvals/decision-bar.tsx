import { Bar, BarPanel } from "../bar-panel";
import { ButtonLink } from "../button";
import { ticketName } from "../words/labels";
import { decisions } from "../words/packet";
import { approveReasons, rejectReasons, returnReasons } from "../words/reasons";
import { bar } from "../words/ticket";
import { DecisionForm } from "./decision-form";
import { mayApprove, mayEnd } from "./may-decide";
import type { PacketScreenProps } from "./packet-screen";

/** Return, reject, countersign: equals in size, each with its reason; only what this reader may do is offered. */
export function DecisionBar({ desk, packet, problem = null }: PacketScreenProps) {
  const name = ticketName(packet.number);
  const form = { desk, packet, problem };
  const inReview = packet.state === "in_review";
  if (!mayEnd(packet) && !mayApprove(packet)) {
    return (
      <Bar>
        <ButtonLink href={`/tickets/${packet.number}`}>{bar.ticket}</ButtonLink>
      </Bar>
    );
  }
  return (
    <Bar>
      {mayEnd(packet) && inReview ? (
        <BarPanel same label={<ReturnLabel />} title={decisions.returnTitle(name)} open={problem?.form === "return"}>
          <DecisionForm
            {...form}
            noun="return"
            reasons={returnReasons}
            hint={decisions.returnHint}
            button={decisions.returnButton}
          />
        </BarPanel>
      ) : null}
      {mayEnd(packet) ? (
        <BarPanel
          same
          label={decisions.reject}
          tone="danger"
          title={decisions.rejectTitle(name)}
          open={problem?.form === "rejection"}
        >
          <DecisionForm
            {...form}
            noun="rejection"
            reasons={rejectReasons}
            hint={inReview ? decisions.rejectHint : decisions.rejectDisputedHint}
            button={decisions.rejectButton}
          />
        </BarPanel>
      ) : null}
      {mayApprove(packet) ? (
        <div className="ml-auto flex items-center gap-3">
          <span className="text-ink-3 max-lg:hidden">{decisions.needs}</span>
          <BarPanel
            same
            label={decisions.approve}
            tone="primary"
            side="right"
            title={decisions.approveTitle(name)}
            open={problem?.form === "approval"}
          >
            <DecisionForm
              {...form}
              noun="approval"
              reasons={approveReasons}
              hint={decisions.approveHint}
              button={decisions.approveButton}
            />
          </BarPanel>
        </div>
      ) : null}
    </Bar>
  );
}

const ReturnLabel = () => (
  <span>
    {decisions.return}
    <span className="max-sm:hidden">{decisions.returnMore}</span>…
  </span>
);

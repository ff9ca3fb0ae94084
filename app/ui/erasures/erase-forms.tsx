import { Notice } from "../notice";
import { Section } from "../page";
import { When } from "../time";
import { erasureWords as words } from "../words/erasures";
import { type Acts, ErasureForm } from "./erasure-form";

/** Proposing, or what waits to be confirmed or taken back. */
export function EraseForms(acts: Acts) {
  const { view } = acts;
  if (view.proposal) return <Waiting {...acts} proposal={view.proposal} />;
  if (view.obstacle !== null) return null;
  return (
    <Section title={words.propose.title}>
      <ErasureForm {...acts} noun="proposal" said={words.propose} tone="danger" asks={["reason", "code"]} />
    </Section>
  );
}

function Waiting({ proposal, ...acts }: Acts & { proposal: NonNullable<Acts["view"]["proposal"]> }) {
  const { desk, view } = acts;
  const named = <input type="hidden" name="proposal" value={proposal.id} />;
  return (
    <>
      <Notice tone="wait" title={words.waiting}>
        <p>
          <When at={proposal.at} now={desk.now} zone={desk.zone} /> <bdi>{words.by(proposal.by)}</bdi>. {words.lapses}{" "}
          <When at={proposal.until} now={desk.now} zone={desk.zone} />.
        </p>
        <p className="[overflow-wrap:anywhere]">
          {words.reason}: <bdi>{proposal.reason}</bdi>
        </p>
        {proposal.own ? <p>{words.own}</p> : null}
      </Notice>
      {proposal.own || view.obstacle !== null ? null : (
        <Section title={words.confirm.title}>
          <ErasureForm {...acts} noun="confirmation" said={words.confirm} tone="danger" asks={["code"]}>
            {named}
          </ErasureForm>
        </Section>
      )}
      <Section title={words.withdraw.title}>
        <ErasureForm {...acts} noun="withdrawal" said={words.withdraw} asks={[]}>
          {named}
        </ErasureForm>
      </Section>
    </>
  );
}

import { Notice } from "../notice";
import { Section } from "../page";
import { When } from "../time";
import { erasureWords as words } from "../words/erasures";
import { type Acts, ErasureForm } from "./erasure-form";

/** A legal hold: to place, or to lift where one stands. */
export function HoldForms(acts: Acts) {
  const { hold } = acts.view;
  const asks = ["reason", "code"] as const;
  if (!hold)
    return (
      <Section title={words.place.title}>
        <ErasureForm {...acts} noun="hold" said={words.place} asks={asks} />
      </Section>
    );
  return (
    <Section title={words.lift.title}>
      <Notice tone="warn" title={words.onHold} className="mb-4">
        <p className="[overflow-wrap:anywhere]">
          <When at={hold.at} now={acts.desk.now} zone={acts.desk.zone} /> <bdi>{words.by(hold.by)}</bdi>. {words.reason}
          : <bdi>{hold.reason}</bdi>
        </p>
      </Notice>
      <ErasureForm {...acts} noun="hold-lift" said={words.lift} asks={asks} />
    </Section>
  );
}

import type { WithholdingView } from "domain/view-care";
import { Button } from "../button";
import { OneOf } from "../choice";
import { ProblemNotice } from "../notice";
import { problemOf } from "../problem";
import { ReasonAndCode } from "../reason-and-code";
import { When } from "../time";
import { safetyPage, withholdWords as words } from "../words/care";
import { kindWord } from "../words/ticket";
import { ActForm } from "./act-form";
import { Fold } from "./fold";
import type { Part } from "./part";

/** Two supervisors keep this ticket's notices from one contact; before nobody else does it stand. */
export function Withholding({ t, desk, problem }: Part) {
  const { withholding } = t.care;
  const refused = problemOf(problem, "withholding");
  const [open, kept] = [withholding.filter((w) => w.state !== "withheld"), withholding.filter(isKept)];
  if (withholding.length === 0) return null;
  return (
    <Fold title={words.open} open={refused !== null || kept.length > 0}>
      <p className="text-ink-2">{words.lead}</p>
      {kept.map((w) => (
        <p key={w.contact} className="font-medium">
          <Name w={w} zone={desk.zone} />: {words.withheld}
        </p>
      ))}
      {open.length === 0 ? null : (
        <ActForm number={t.number} noun="withholding" formKey={desk.formKey} className="flex flex-col gap-3">
          <ProblemNotice problem={refused} className="mb-0" />
          <OneOf
            legend={words.contact}
            name="contact"
            choices={open.map((w) => ({
              value: w.contact,
              label: <Name w={w} zone={desk.zone} />,
              hint: w.byName ? words.proposed(w.byName) : undefined,
            }))}
            problem={refused}
          />
          <ReasonAndCode idOf={(field) => `withholding-${field}`} words={safetyPage} problem={refused} />
          <Button className="self-start">{words.button}</Button>
        </ActForm>
      )}
    </Fold>
  );
}

const isKept = (w: WithholdingView): boolean => w.state === "withheld";

/** Masks are hidden under a flag, so a contact is named by its kind and its age. */
const Name = ({ w, zone }: { w: WithholdingView; zone: string }) => (
  <>
    {kindWord[w.kind]}, {words.since} <When at={w.since} zone={zone} form="month" />
  </>
);

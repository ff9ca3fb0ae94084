import { Button } from "../button";
import { choicesOf, OneOf } from "../choice";
import { Notice, ProblemNotice } from "../notice";
import { problemOf } from "../problem";
import { When } from "../time";
import { safetyKindWords, safetyWords as words } from "../words/care";
import { ActForm } from "./act-form";
import { Fold } from "./fold";
import type { Part } from "./part";

/** A flag that is on the account, with what it changes. */
export function SafetyNotice({ t, desk }: Part) {
  const { safety } = t.care;
  if (!safety) return null;
  return (
    <Notice tone="warn" title={words.title}>
      <p>{safetyKindWords[safety.kind]}.</p>
      <p className="mt-1">{words.means}</p>
      <p className="mt-1 text-ink-2">
        {words.setBy(safety.byName)}, <When at={safety.at} now={t.now} zone={desk.zone} />
      </p>
    </Notice>
  );
}

/** The form that sets a flag, where none is. */
export function SetSafety({ t, desk, problem }: Part) {
  if (t.care.safety || !t.care.mayFlag) return null;
  const refused = problemOf(problem, "safety");
  return (
    <Fold title={words.set} open={refused !== null}>
      <p className="text-ink-2">{words.lead}</p>
      <ActForm number={t.number} noun="safety" formKey={desk.formKey} className="flex flex-col gap-3">
        <ProblemNotice problem={refused} className="mb-0" />
        <OneOf legend={words.kind} name="kind" choices={choicesOf(safetyKindWords)} problem={refused} />
        <Button className="self-start">{words.button}</Button>
      </ActForm>
    </Fold>
  );
}

import { Button } from "../button";
import { SelectField } from "../field";
import { ProblemNotice } from "../notice";
import { type Problem, problemOf } from "../problem";
import type { Desk } from "../shell/desk";
import { ActForm } from "../ticket/act-form";
import { bar } from "../words/ticket";

interface HandOverFormProps {
  desk: Desk;
  number: number;
  agents: { id: string; name: string }[];
  problem: Problem | null;
}

/** A ticket goes to the agent who is chosen. */
export function HandOverForm({ desk, number, agents, problem }: HandOverFormProps) {
  const refused = problemOf(problem, "hand-over");
  return (
    <ActForm number={number} noun="hand-over" formKey={desk.formKey} className="flex flex-col gap-3">
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
  );
}

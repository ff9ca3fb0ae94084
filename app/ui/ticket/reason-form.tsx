import { Button } from "../button";
import { ChoiceGroup, RadioField } from "../choice";
import { TextArea } from "../field";
import { ProblemNotice } from "../notice";
import { fieldOf, problemOf } from "../problem";
import { bar } from "../words/ticket";
import { ActForm } from "./act-form";
import type { Part } from "./part";

interface ReasonFormProps extends Part {
  noun: string;
  hint: string;
  reasons: Record<string, string>;
  button: string;
  /** Also takes a note. */
  note?: boolean;
}

/** A grave act with its reason, asked once and naming its object. */
export function ReasonForm({ t, desk, problem, noun, hint, reasons, button, note = false }: ReasonFormProps) {
  const refused = problemOf(problem, noun);
  return (
    <ActForm number={t.number} noun={noun} formKey={desk.formKey} className="flex flex-col gap-3">
      <ProblemNotice problem={refused} className="mb-0" />
      <p className="text-ink-2">{hint}</p>
      <ChoiceGroup legend={bar.reason} error={fieldOf(refused, "reason").error}>
        {Object.entries(reasons).map(([reason, words]) => (
          <RadioField
            key={reason}
            name="reason"
            value={reason}
            required
            label={words}
            defaultChecked={refused?.typed?.reason === reason}
          />
        ))}
      </ChoiceGroup>
      {note ? (
        <TextArea id={`${noun}-note`} name="note" label={bar.noteOptional} rows={2} {...fieldOf(refused, "note")} />
      ) : null}
      <Button tone="danger" className="self-start">
        {button}
      </Button>
    </ActForm>
  );
}

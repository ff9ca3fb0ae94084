import { Button } from "../button";
import { choicesOf, OneOf } from "../choice";
import { CodeField } from "../code-field";
import { TextArea } from "../field";
import { ProblemNotice } from "../notice";
import { fieldOf, problemOf } from "../problem";
import { decisions } from "../words/packet";
import { bar } from "../words/ticket";
import { ActForm } from "./act-form";
import type { Part } from "./part";

interface ReasonFormProps extends Part {
  noun: string;
  hint: string;
  reasons: Record<string, string>;
  button: string;
  /** Also needs a note and a fresh code. */
  signed?: boolean;
}

/** A grave act with its reason, asked once and naming its object. */
export function ReasonForm({ t, desk, problem, noun, hint, reasons, button, signed = false }: ReasonFormProps) {
  const refused = problemOf(problem, noun);
  return (
    <ActForm number={t.number} noun={noun} formKey={desk.formKey} className="flex flex-col gap-3">
      <ProblemNotice problem={refused} className="mb-0" />
      <p className="text-ink-2">{hint}</p>
      <OneOf legend={bar.reason} name="reason" choices={choicesOf(reasons)} problem={refused} />
      {signed ? (
        <>
          <TextArea
            id={`${noun}-note`}
            name="note"
            label={decisions.noteNeeded}
            hint={decisions.noteHint}
            required
            rows={2}
            {...fieldOf(refused, "note")}
          />
          <CodeField
            id={`${noun}-code`}
            label={decisions.code}
            hint={decisions.codeHint}
            {...fieldOf(refused, "code")}
          />
        </>
      ) : null}
      <Button tone="danger" className="self-start">
        {button}
      </Button>
    </ActForm>
  );
}

import { Button } from "../button";
import { CheckField } from "../choice";
import { TextField } from "../field";
import { ProblemNotice } from "../notice";
import { fieldOf, type Problem, problemOf } from "../problem";
import type { Desk } from "../shell/desk";
import { judging } from "../words/judging";
import { ticketName } from "../words/labels";
import { declineReasons } from "../words/reasons";
import { ActForm } from "./act-form";
import { DeclineForm } from "./decline-form";

interface JudgeFormProps {
  desk: Desk;
  number: number;
  photo: string;
  problem: Problem | null;
}

/** The judge types what they read, or says why nothing can be read; the matcher decides, not the judge. */
export function JudgeForm({ desk, number, photo, problem }: JudgeFormProps) {
  const refused = problemOf(problem, "judgement");
  const form = { number, noun: `photos/${photo}/judgement`, formKey: desk.formKey };
  return (
    <div className="flex flex-col gap-6">
      <ActForm {...form} which="serial" className="flex flex-col gap-3">
        <h2 className="text-lg font-semibold">{judging.title}</h2>
        <p className="text-ink-2">{judging.lead(ticketName(number))}</p>
        <ProblemNotice problem={refused} className="mb-0" />
        <TextField
          id="serial"
          name="serial"
          label={judging.serial}
          hint={judging.hint}
          required
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          data-focus=""
          className="font-mono text-lg tracking-wide"
          {...fieldOf(refused, "serial")}
        />
        <CheckField
          name="numbered"
          value="yes"
          required
          defaultChecked={refused?.typed?.numbered === "yes"}
          label={judging.numbered(ticketName(number))}
        />
        <Button tone="primary" className="self-start">
          {judging.button}
        </Button>
      </ActForm>
      <DeclineForm form={form} words={judging} reasons={declineReasons} refused={refused} />
    </div>
  );
}

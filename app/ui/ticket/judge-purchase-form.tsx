import { Button } from "../button";
import { CheckField } from "../choice";
import { TextField } from "../field";
import { ProblemNotice } from "../notice";
import { fieldOf, type Problem, problemOf } from "../problem";
import type { Desk } from "../shell/desk";
import { purchaseDeclineReasons, judgingPurchase as words } from "../words/purchases";
import { ActForm } from "./act-form";
import { DeclineForm } from "./decline-form";

interface JudgePurchaseFormProps {
  desk: Desk;
  number: number;
  purchase: string;
  holder: string;
  problem: Problem | null;
}

/** The judge says what stands on it, or why nothing can be read; the matcher and the dates decide, not the judge. */
export function JudgePurchaseForm({ desk, number, purchase, holder, problem }: JudgePurchaseFormProps) {
  const refused = problemOf(problem, "judgement");
  const form = { number, noun: `purchases/${purchase}/judgement`, formKey: desk.formKey };
  return (
    <div className="flex flex-col gap-6">
      <ActForm {...form} which="serial" className="flex flex-col gap-3">
        <h2 className="text-lg font-semibold">{words.title}</h2>
        <p className="text-ink-2">{words.lead}</p>
        <ProblemNotice problem={refused} className="mb-0" />
        <TextField
          id="serial"
          name="serial"
          label={words.serial}
          hint={words.hint}
          required
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          data-focus=""
          className="font-mono text-lg tracking-wide"
          {...fieldOf(refused, "serial")}
        />
        <TextField
          id="date"
          name="date"
          label={words.date}
          hint={words.dateHint}
          required
          autoComplete="off"
          className="tabular-nums"
          {...fieldOf(refused, "date")}
        />
        <div>
          <p>
            {words.holder}: <bdi className="font-semibold">{holder}</bdi>
          </p>
          <CheckField
            name="holder"
            value="named"
            required
            defaultChecked={refused?.typed?.holder === "named"}
            label={words.named}
          />
        </div>
        <Button tone="primary" className="self-start">
          {words.button}
        </Button>
      </ActForm>
      <DeclineForm form={form} words={words} reasons={purchaseDeclineReasons} refused={refused} />
    </div>
  );
}

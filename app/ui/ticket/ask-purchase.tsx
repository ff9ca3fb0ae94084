import { Button } from "../button";
import { FileField, picturesAndDocuments } from "../file-field";
import { ProblemNotice } from "../notice";
import { fieldOf, problemOf } from "../problem";
import { purchaseWords } from "../words/purchases";
import { ActForm } from "./act-form";
import type { Part } from "./part";

/** A proof of purchase that names the holder and a serial, for a second person to read. */
export function AskPurchase({ t, desk, problem, main = false }: Part & { main?: boolean }) {
  const refused = problemOf(problem, "purchases");
  const { error, autoFocus } = fieldOf(refused, "purchase");
  const { label, hint } = purchaseWords;
  return (
    <>
      <p className="text-ink-2">{purchaseWords.say}</p>
      <ActForm number={t.number} noun="purchases" formKey={desk.formKey} files className="flex flex-col gap-3">
        <ProblemNotice problem={refused} className="mb-0" />
        <FileField
          id="purchase"
          label={label}
          hint={hint}
          error={error}
          accept={picturesAndDocuments}
          focused={autoFocus}
        />
        <Button tone={main ? "primary" : "plain"} className="self-start">
          {purchaseWords.button}
        </Button>
      </ActForm>
    </>
  );
}

import { Button } from "../button";
import { TextField } from "../field";
import { ProblemNotice, Say } from "../notice";
import { fieldOf, problemOf } from "../problem";
import { serialWords } from "../words/acts";
import { ActForm } from "./act-form";
import type { Part } from "./part";

/** A serial as the caller reads it from the label. */
export function AskSerial({ t, desk, problem, main = false }: Part & { main?: boolean }) {
  const refused = problemOf(problem, "serial");
  return (
    <>
      <p className="text-ink-2">
        {serialWords.say} {serialWords.onFile(t.account.devices)}
      </p>
      <ActForm number={t.number} noun="serial" formKey={desk.formKey}>
        <ProblemNotice problem={refused} />
        <TextField
          id="serial"
          name="serial"
          label={serialWords.label}
          labelHidden
          hint={serialWords.hint}
          required
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          data-focus={main ? "" : undefined}
          className="font-mono text-lg tracking-wide"
          {...fieldOf(refused, "serial")}
          beside={
            <Button tone={main ? "primary" : "plain"} hint="Enter">
              {serialWords.button}
            </Button>
          }
        />
        <p className="mt-2 text-ink-3">
          <span aria-hidden="true">{serialWords.hint}</span> {serialWords.tries(t.triesLeft.serial)}
        </p>
      </ActForm>
      {main ? <Say when={serialWords.cannot}>{serialWords.cannotSay}</Say> : null}
    </>
  );
}

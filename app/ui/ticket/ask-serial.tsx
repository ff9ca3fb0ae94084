import { Button } from "../button";
import { controlLook, told } from "../field";
import { ProblemNotice, Say } from "../notice";
import { fieldOf, problemOf } from "../problem";
import { serialWords } from "../words/acts";
import { ActForm } from "./act-form";
import type { Part } from "./part";

/** A serial as the caller reads it from the label. */
export function AskSerial({ t, desk, problem, main = false }: Part & { main?: boolean }) {
  const refused = problemOf(problem, "serial");
  const { error, ...again } = fieldOf(refused, "serial");
  return (
    <>
      <p className="text-ink-2">
        {serialWords.say} {serialWords.onFile(t.account.devices)}
      </p>
      <ActForm number={t.number} noun="serial" formKey={desk.formKey}>
        <ProblemNotice problem={refused} />
        <label htmlFor="serial" className="sr-only">
          {serialWords.label}
        </label>
        <div className="flex gap-2">
          <input
            id="serial"
            name="serial"
            required
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            data-focus={main ? "" : undefined}
            className={`${controlLook(!!error)} font-mono text-lg tracking-wide`}
            {...told("serial", true, error)}
            {...again}
          />
          <Button tone={main ? "primary" : "plain"} hint="Enter">
            {serialWords.button}
          </Button>
        </div>
        {error ? (
          <p id="serial-error" className="mt-1.5 font-medium text-bad">
            {error}
          </p>
        ) : null}
        <p id="serial-hint" className="mt-2 text-ink-3">
          {serialWords.hint} {serialWords.tries(t.triesLeft.serial)}
        </p>
      </ActForm>
      {main ? <Say when={serialWords.cannot}>{serialWords.cannotSay}</Say> : null}
    </>
  );
}

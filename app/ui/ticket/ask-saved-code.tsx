import { Button } from "../button";
import { TextField } from "../field";
import { ProblemNotice } from "../notice";
import { fieldOf, problemOf } from "../problem";
import { savedCodeWords as words } from "../words/proofs";
import { ActForm } from "./act-form";
import type { Part } from "./part";

/** A saved recovery code as the caller reads it; what is typed is never shown again. */
export function AskSavedCode({ t, desk, problem, main = false }: Part & { main?: boolean }) {
  const refused = problemOf(problem, "saved-code");
  return (
    <>
      <p className="text-ink-2">{words.say}</p>
      <ActForm number={t.number} noun="saved-code" formKey={desk.formKey}>
        <ProblemNotice problem={refused} />
        <TextField
          id="saved-code"
          name="code"
          label={words.label}
          required
          maxLength={60}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          data-focus={main ? "" : undefined}
          className="font-mono text-lg tracking-wide"
          {...fieldOf(refused, "code")}
          hint={words.hint}
          beside={
            <Button tone={main ? "primary" : "plain"} hint="Enter">
              {words.button}
            </Button>
          }
        />
        <p className="mt-2 text-ink-3">{words.tries(t.triesLeft.savedCode)}</p>
      </ActForm>
    </>
  );
}

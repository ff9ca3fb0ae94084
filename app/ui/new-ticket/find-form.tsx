import { Button } from "../button";
import { SelectField, TextField } from "../field";
import { FormKey } from "../hidden";
import { ProblemNotice } from "../notice";
import { fieldOf, problemOf } from "../problem";
import { findKinds, findWords } from "../words/finding";
import type { NewTicketScreenProps } from "./new-ticket-screen";

/** What the caller gives, of which kind, whole. */
export function FindForm({ desk, find, problem = null }: Pick<NewTicketScreenProps, "desk" | "find" | "problem">) {
  const refused = problemOf(problem, "find");
  const { error, autoFocus } = fieldOf(refused, "q");
  const kind = refused?.typed?.kind ?? find?.kind ?? "username";
  return (
    <form method="post" action="/tickets/new">
      <FormKey formKey={desk.formKey} form="find" />
      <input type="hidden" name="intent" value="find" />
      <ProblemNotice problem={refused} />
      <div className="grid items-end gap-3 sm:grid-cols-[12rem_minmax(0,1fr)]">
        <SelectField id="kind" name="kind" label={findWords.kind} defaultValue={kind}>
          {Object.entries(findKinds).map(([value, { label, hint }]) => (
            <option key={value} value={value} title={hint}>
              {label}
            </option>
          ))}
        </SelectField>
        <TextField
          id="q"
          name="q"
          type="search"
          label={findWords.q}
          required
          autoComplete="off"
          spellCheck={false}
          dir="auto"
          defaultValue={refused?.typed?.q ?? find?.q}
          data-search=""
          data-focus={find ? undefined : ""}
          error={error}
          {...(autoFocus ? { autoFocus } : {})}
          beside={
            <Button tone="primary" hint="Enter">
              {findWords.button}
            </Button>
          }
        />
      </div>
    </form>
  );
}

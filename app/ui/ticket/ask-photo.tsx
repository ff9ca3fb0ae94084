import { Button } from "../button";
import { FileField, pictures } from "../file-field";
import { ProblemNotice } from "../notice";
import { fieldOf, problemOf } from "../problem";
import { photoWords } from "../words/acts";
import { ticketName } from "../words/labels";
import { ActForm } from "./act-form";
import type { Part } from "./part";

/** A photo of a label beside the ticket's number in handwriting, for a second person to read. */
export function AskPhoto({ t, desk, problem, main = false }: Part & { main?: boolean }) {
  const refused = problemOf(problem, "photos");
  const { error, autoFocus } = fieldOf(refused, "photo");
  return (
    <>
      <p className="text-ink-2">{photoWords.say(ticketName(t.number))}</p>
      <ActForm number={t.number} noun="photos" formKey={desk.formKey} files className="flex flex-col gap-3">
        <ProblemNotice problem={refused} className="mb-0" />
        <FileField
          id="photo"
          label={photoWords.label}
          hint={photoWords.hint}
          error={error}
          accept={pictures}
          focused={autoFocus}
        />
        <Button tone={main ? "primary" : "plain"} className="self-start">
          {photoWords.button}
        </Button>
      </ActForm>
    </>
  );
}

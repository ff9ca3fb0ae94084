import { Button } from "../button";
import { ChoiceGroup, RadioField } from "../choice";
import { TextField } from "../field";
import { ProblemNotice } from "../notice";
import { fieldOf, problemOf } from "../problem";
import { contactWords } from "../words/acts";
import { ActForm } from "./act-form";
import type { Part } from "./part";

/** Names the contact the link will go to. */
export function NewContact({ t, desk, problem, main = false }: Part & { main?: boolean }) {
  const refused = problemOf(problem, "contact");
  const kind = refused?.typed?.kind ?? (t.loss.phone && !t.loss.email ? "phone" : "email");
  return (
    <>
      <p className="text-ink-2">{contactWords.say}</p>
      <ActForm number={t.number} noun="contact" formKey={desk.formKey} className="flex flex-col gap-3">
        <ProblemNotice problem={refused} className="mb-0" />
        <ChoiceGroup legend={contactWords.kind} row>
          {(["email", "phone"] as const).map((k) => (
            <RadioField key={k} name="kind" value={k} label={contactWords.kinds[k]} defaultChecked={kind === k} />
          ))}
        </ChoiceGroup>
        <TextField
          id="contact-value"
          name="value"
          label={contactWords.value}
          hint={contactWords.hint}
          required
          autoComplete="off"
          spellCheck={false}
          data-focus={main ? "" : undefined}
          {...fieldOf(refused, "value")}
        />
        <Button tone={main ? "primary" : "plain"} className="self-start">
          {contactWords.button}
        </Button>
      </ActForm>
    </>
  );
}

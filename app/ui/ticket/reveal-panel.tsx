import type { RevealedValue } from "domain/event";
import { Button } from "../button";
import { ChoiceGroup, RadioField } from "../choice";
import { CodeField } from "../code-field";
import { SelectField, TextField } from "../field";
import { Notice, ProblemNotice } from "../notice";
import { Section } from "../page";
import { fieldOf, type Problem, problemOf } from "../problem";
import { revealedWords, revealReasons, revealWords as words } from "../words/glass";
import { ActForm } from "./act-form";
import { Fold } from "./fold";
import type { Part } from "./part";

/** A value in clear, in the answer to the form that asked for it. */
export interface ShownValue {
  what: RevealedValue;
  value: string;
}

/** The value that was asked for, once. */
export function Revealed({ shown }: { shown: ShownValue | null }) {
  if (!shown) return null;
  return (
    <Notice tone="warn" role="status" title={revealedWords[shown.what]}>
      <p className="text-lg font-semibold [overflow-wrap:anywhere]">
        <bdi>{shown.value}</bdi>
      </p>
      <p>{words.once}</p>
    </Notice>
  );
}

/** Asks to be shown the new contact or the holder's name in clear, for whoever works on the ticket. */
export function RevealPanel(part: Part) {
  const { t, problem } = part;
  if (!t.may.reveal) return null;
  return (
    <Section title={words.title}>
      <Fold title={words.fold} open={problem?.form === "reveals"}>
        <RevealForm {...part} refused={problemOf(problem, "reveals")} />
      </Fold>
    </Section>
  );
}

function RevealForm({ t, desk, refused }: Part & { refused: Problem | null }) {
  const what = refused?.typed?.what ?? (t.newContact && !t.care.safety ? "new-contact" : "holder-name");
  return (
    <ActForm number={t.number} noun="reveals" formKey={desk.formKey} className="flex flex-col gap-3">
      <ProblemNotice problem={refused} idOf={(field) => `reveal-${field}`} className="mb-0" />
      <p className="text-ink-2">{words.hint}</p>
      <ChoiceGroup legend={words.what}>
        {(["new-contact", "holder-name"] as const).map((one) =>
          one === "new-contact" && (!t.newContact || t.care.safety) ? null : (
            <RadioField key={one} name="what" value={one} label={revealedWords[one]} defaultChecked={what === one} />
          ),
        )}
      </ChoiceGroup>
      <SelectField id="reveal-reason" name="reason" label={words.reason} defaultValue={refused?.typed?.reason}>
        {Object.entries(revealReasons).map(([reason, said]) => (
          <option key={reason} value={reason}>
            {said}
          </option>
        ))}
      </SelectField>
      <TextField
        id="reveal-text"
        name="text"
        label={words.text}
        hint={words.textHint}
        required
        autoComplete="off"
        maxLength={500}
        {...fieldOf(refused, "text")}
      />
      {desk.viewer.role === "supervisor" ? (
        <CodeField id="reveal-code" label={words.code} hint={words.codeHint} {...fieldOf(refused, "code")} />
      ) : null}
      <Button className="self-start">{words.button}</Button>
    </ActForm>
  );
}

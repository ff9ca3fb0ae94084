import { Button } from "../button";
import { choicesOf, OneOf } from "../choice";
import type { Problem } from "../problem";
import { ActForm } from "./act-form";

interface DeclineFormProps {
  form: { number: number; noun: string; formKey: string };
  words: { decline: string; declineButton: string };
  reasons: Record<string, string>;
  refused: Problem | null;
}

/** Sets aside what cannot be judged, with a reason. */
export function DeclineForm({ form, words, reasons, refused }: DeclineFormProps) {
  return (
    <ActForm {...form} which="decline" className="flex flex-col gap-3 border-t border-line pt-4">
      <OneOf legend={words.decline} name="decline" choices={choicesOf(reasons)} problem={refused} />
      <Button className="self-start">{words.declineButton}</Button>
    </ActForm>
  );
}

import { Button } from "../button";
import { ChoiceGroup, RadioField } from "../choice";
import { fieldOf, type Problem } from "../problem";
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
      <ChoiceGroup legend={words.decline} error={fieldOf(refused, "decline").error}>
        {Object.entries(reasons).map(([reason, label]) => (
          <RadioField
            key={reason}
            name="decline"
            value={reason}
            required
            label={label}
            defaultChecked={refused?.typed?.decline === reason}
          />
        ))}
      </ChoiceGroup>
      <Button className="self-start">{words.declineButton}</Button>
    </ActForm>
  );
}

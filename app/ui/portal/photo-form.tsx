import { Button } from "../button";
import { FileField, pictures } from "../file-field";
import { useWords } from "../language";
import { fieldOf, type Problem } from "../problem";
import { ticketName } from "../words/labels";
import { photoWords } from "../words/portal";
import { PortalFold, PortalForm } from "./form";
import { PortalText } from "./shell";

/** Takes a photo of a device's label beside the hand-written ticket number; closed until it is wanted. */
export function PhotoForm({ number, formKey, problem }: { number: number; formKey: string; problem: Problem | null }) {
  const words = useWords(photoWords);
  const { error, autoFocus } = fieldOf(problem, "photo");
  return (
    <PortalFold title={words.title} open={problem !== null}>
      <PortalText>{words.text(ticketName(number))}</PortalText>
      <PortalForm action="/request/photos" form="photo" formKey={formKey} problem={problem} upload>
        <FileField
          id="photo"
          label={words.field}
          hint={words.hint}
          error={error}
          accept={pictures}
          focused={autoFocus}
          large
        />
        <Button size="lg">{words.send}</Button>
      </PortalForm>
    </PortalFold>
  );
}

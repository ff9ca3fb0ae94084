import { Button } from "../button";
import { controlLook, Field, told } from "../field";
import { fieldOf, type Problem } from "../problem";
import { ticketName } from "../words/labels";
import { photoWords as words } from "../words/portal";
import { PortalFold, PortalForm } from "./form";
import { PortalText } from "./shell";

/** Takes a photo of a device's label beside the hand-written ticket number; closed until it is wanted. */
export function PhotoForm({ number, formKey, problem }: { number: number; formKey: string; problem: Problem | null }) {
  const { error, ...focus } = fieldOf(problem, "photo");
  return (
    <PortalFold title={words.title} open={problem !== null}>
      <PortalText>{words.text(ticketName(number))}</PortalText>
      <PortalForm action="/request/photos" form="photo" formKey={formKey} problem={problem} upload>
        <Field id="photo" label={words.field} hint={words.hint} error={error} large>
          <input
            id="photo"
            name="photo"
            type="file"
            required
            accept="image/jpeg,image/png,image/webp"
            className={`${controlLook(!!error, true)} text-base file:mr-3 file:rounded file:border file:border-solid file:border-line-strong file:bg-wash file:px-2.5 file:py-0.5 file:font-medium file:text-ink`}
            {...focus}
            {...told("photo", words.hint, error)}
          />
        </Field>
        <Button size="lg">{words.send}</Button>
      </PortalForm>
    </PortalFold>
  );
}

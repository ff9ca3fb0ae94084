import { safetyKinds } from "domain/safety";
import { Button } from "../button";
import { ChoiceGroup, RadioField } from "../choice";
import { useWords } from "../language";
import type { Problem } from "../problem";
import { portalCare } from "../words/portal-care";
import { PortalFold, PortalForm } from "./form";
import { PortalText } from "./shell";

/** How a holder says that someone close to them may be behind a request; the page looks the same before and after. */
export function DangerForm({ formKey, problem }: { formKey: string; problem: Problem | null }) {
  const words = useWords(portalCare);
  return (
    <PortalFold title={words.dangerTitle} open={problem !== null}>
      <PortalText>{words.dangerText}</PortalText>
      <PortalForm action="/account/safety" form="safety" formKey={formKey} problem={problem}>
        <ChoiceGroup legend={words.dangerKind}>
          {safetyKinds.map((kind) => (
            <RadioField key={kind} name="kind" value={kind} required large label={words.kinds[kind]} />
          ))}
        </ChoiceGroup>
        <Button size="lg">{words.send}</Button>
      </PortalForm>
    </PortalFold>
  );
}

import { Button } from "../button";
import { FileField, picturesAndDocuments } from "../file-field";
import { useWords } from "../language";
import { fieldOf, type Problem } from "../problem";
import { portalPurchaseWords } from "../words/purchases";
import { PortalFold, PortalForm } from "./form";
import { PortalText } from "./shell";

/** Takes a proof of purchase, as a photo or as the PDF that a shop sent; closed until it is wanted. */
export function PurchaseForm({ formKey, problem }: { formKey: string; problem: Problem | null }) {
  const words = useWords(portalPurchaseWords);
  const { error, autoFocus } = fieldOf(problem, "purchase");
  return (
    <PortalFold title={words.title} open={problem !== null}>
      <PortalText>{words.text}</PortalText>
      <PortalForm action="/request/purchases" form="purchase" formKey={formKey} problem={problem} upload>
        <FileField
          id="purchase"
          label={words.field}
          hint={words.hint}
          error={error}
          accept={picturesAndDocuments}
          focused={autoFocus}
          large
        />
        <Button size="lg">{words.send}</Button>
      </PortalForm>
    </PortalFold>
  );
}

import { useWords } from "../../language";
import { accountPagesWords } from "../../words/account-pages";
import { CodesPart, type ProofsPart } from "../proofs/codes-part";
import { OwnPage, type OwnPageGiven } from "./own-page";

/** The page of the saved codes: how many are left, and the form that makes new ones. */
export function SavedCodesPage({ demo, ...part }: ProofsPart & OwnPageGiven) {
  const words = useWords(accountPagesWords);
  return (
    <OwnPage title={words.places.codes} demo={demo}>
      <CodesPart {...part} />
    </OwnPage>
  );
}

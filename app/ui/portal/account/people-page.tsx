import { useWords } from "../../language";
import { accountPagesWords } from "../../words/account-pages";
import type { ProofsPart } from "../proofs/codes-part";
import { PeoplePart } from "../proofs/people-part";
import { OwnPage, type OwnPageGiven } from "./own-page";

/** The page of those who may vouch for this holder, and the form that asks one more. */
export function PeoplePage({ demo, news, ...part }: ProofsPart & OwnPageGiven) {
  const words = useWords(accountPagesWords);
  return (
    <OwnPage title={words.places.people} news={news} demo={demo}>
      <PeoplePart {...part} />
    </OwnPage>
  );
}

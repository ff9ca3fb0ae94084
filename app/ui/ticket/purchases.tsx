import { purchaseWords } from "../words/purchases";
import { Added } from "./added";
import type { Part } from "./part";

/** The proofs of purchase of this ticket with what a second person read in them. */
export const Purchases = ({ t, desk }: Part) => (
  <Added added={t.purchases} to="purchases" words={purchaseWords} ticket={t} zone={desk.zone} />
);

import { photoWords } from "../words/acts";
import { Added } from "./added";
import type { Part } from "./part";

/** The photos of this ticket with what a second person read in them. */
export const Photos = ({ t, desk }: Part) => (
  <Added added={t.photos} to="photos" words={photoWords} ticket={t} zone={desk.zone} />
);

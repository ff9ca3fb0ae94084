import type { TicketView } from "domain/view";
import type { ReactNode } from "react";
import { CheckField } from "../choice";
import { type Problem, problemOf } from "../problem";
import type { Desk } from "../shell/desk";
import { photoWords } from "../words/acts";
import { judging } from "../words/judging";
import { ticketName } from "../words/labels";
import { declineReasons } from "../words/reasons";
import { JudgeForm } from "./judge-form";
import { JudgeScreen, ShownPicture } from "./judge-screen";

export interface PhotoScreenProps {
  desk: Desk;
  /** The ticket's number. */
  number: number;
  /** The look that the picture in it belongs to. */
  look: string;
  photo: TicketView["photos"][number];
  /** Which photo of the ticket it is, from 1. */
  nth: number;
  /** Whether this reader may open the whole ticket. */
  whole: boolean;
  problem?: Problem | null;
  demo?: ReactNode;
}

/** One photo, large, and beside it what a second person reads in it, the ticket's number among it. */
export function PhotoScreen({ photo, nth, look, problem = null, ...page }: PhotoScreenProps) {
  const { desk, number } = page;
  const name = ticketName(number);
  const refused = problemOf(problem, "judgement");
  const src = `/tickets/${number}/photos/${photo.id}/image`;
  const shown = <ShownPicture src={src} look={look} alt={judging.alt(name)} larger={judging.larger} />;
  const form = { desk, number, item: `photos/${photo.id}`, lead: judging.lead(name), reasons: declineReasons, refused };
  return (
    <JudgeScreen {...page} title={photoWords.view(nth)} sent={photo} words={judging} shown={shown}>
      <JudgeForm {...form} words={judging}>
        <CheckField
          name="numbered"
          value="yes"
          required
          defaultChecked={refused?.typed?.numbered === "yes"}
          label={judging.numbered(name)}
        />
      </JudgeForm>
    </JudgeScreen>
  );
}

import type { TicketView } from "domain/view";
import type { ReactNode } from "react";
import { Notice } from "../notice";
import type { Problem } from "../problem";
import type { Desk } from "../shell/desk";
import { photoWords } from "../words/acts";
import { judging } from "../words/judging";
import { ticketName } from "../words/labels";
import { JudgeForm } from "./judge-form";
import { JudgeScreen, ShownPicture } from "./judge-screen";

export interface PhotoScreenProps {
  desk: Desk;
  /** The ticket's number. */
  number: number;
  photo: TicketView["photos"][number];
  /** Which photo of the ticket it is, from 1. */
  nth: number;
  /** Whether this reader may open the whole ticket. */
  whole: boolean;
  problem?: Problem | null;
  demo?: ReactNode;
}

/** One photo, large, and beside it what a second person reads in it. */
export function PhotoScreen({ desk, number, photo, nth, whole, problem = null, demo }: PhotoScreenProps) {
  const src = `/tickets/${number}/photos/${photo.id}/image`;
  const shown = <ShownPicture src={src} alt={judging.alt(ticketName(number))} larger={judging.larger} />;
  const page = { desk, number, whole, demo, shown, title: photoWords.view(nth), at: photo.at };
  return (
    <JudgeScreen {...page} asideLabel={judging.title}>
      {photo.result ? (
        <Notice tone={photo.result === "match" ? "good" : "wait"} title={judging.results[photo.result]} />
      ) : null}
      {!photo.result && !photo.mayJudge ? (
        <Notice tone="wait" title={judging.notYou}>
          <p>{judging.notYouWhy}</p>
        </Notice>
      ) : null}
      {photo.mayJudge ? <JudgeForm desk={desk} number={number} photo={photo.id} problem={problem} /> : null}
    </JudgeScreen>
  );
}

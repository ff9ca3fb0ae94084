import type { TicketView } from "domain/view";
import type { ReactNode } from "react";
import { Notice } from "../notice";
import { PageTop } from "../page";
import type { Problem } from "../problem";
import { DeskShell } from "../shell";
import type { Desk } from "../shell/desk";
import { When } from "../time";
import { photoWords } from "../words/acts";
import { judging } from "../words/judging";
import { ticketName } from "../words/labels";
import { JudgeForm } from "./judge-form";

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
  const name = ticketName(number);
  const src = `/tickets/${number}/photos/${photo.id}/image`;
  return (
    <DeskShell desk={desk} place="queue" demo={demo}>
      <PageTop
        before={
          whole ? (
            <a href={`/tickets/${number}`} className="rounded underline underline-offset-4">
              {name}
            </a>
          ) : (
            name
          )
        }
        title={photoWords.view(nth)}
        after={<When at={photo.at} now={desk.now} zone={desk.zone} />}
      />
      <div className="grid flex-1 xl:grid-cols-[minmax(0,1fr)_21.25rem]">
        <div className="bg-wash p-4 lg:p-6">
          <a href={src} className="mx-auto block w-fit rounded">
            <img
              src={src}
              alt={judging.alt(name)}
              className="max-h-[calc(100dvh-9rem)] max-w-full rounded object-contain"
            />
          </a>
          <p className="mt-2 text-center text-ink-3">{judging.larger}</p>
        </div>
        <aside aria-label={judging.title} className="border-line px-4 py-5 lg:px-6 xl:border-l xl:px-5">
          {photo.result ? (
            <Notice tone={photo.result === "match" ? "good" : "wait"} title={judging.results[photo.result]} />
          ) : null}
          {!photo.result && !photo.mayJudge ? (
            <Notice tone="wait" title={judging.notYou}>
              <p>{judging.notYouWhy}</p>
            </Notice>
          ) : null}
          {photo.mayJudge ? <JudgeForm desk={desk} number={number} photo={photo.id} problem={problem} /> : null}
        </aside>
      </div>
    </DeskShell>
  );
}

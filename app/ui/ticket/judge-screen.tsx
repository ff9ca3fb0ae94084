import type { Instant } from "domain/time";
import type { ReactNode } from "react";
import { Notice } from "../notice";
import { PageTop } from "../page";
import { DeskShell } from "../shell";
import type { Desk } from "../shell/desk";
import { When } from "../time";
import { ticketName } from "../words/labels";

interface JudgeScreenProps<R extends string> {
  desk: Desk;
  /** The ticket's number. */
  number: number;
  title: string;
  /** What was sent in: when, what came of it, and whether this reader may judge it. */
  sent: { at: Instant; result: R | null; mayJudge: boolean };
  words: { title: string; results: Record<R, string>; notYou: string; notYouWhy: string };
  /** Whether this reader may open the whole ticket. */
  whole: boolean;
  demo?: ReactNode;
  /** What is to be read. */
  shown: ReactNode;
  /** The form of whoever may judge it. */
  children: ReactNode;
}

/** Something that was sent in, large, and beside it what a second person reads in it. */
export function JudgeScreen<R extends string>(props: JudgeScreenProps<R>) {
  const { desk, number, title, sent, words, whole, demo, shown, children } = props;
  const name = ticketName(number);
  const link = (
    <a href={`/tickets/${number}`} className="rounded underline underline-offset-4">
      {name}
    </a>
  );
  return (
    <DeskShell desk={desk} place="queue" demo={demo}>
      <PageTop
        before={whole ? link : name}
        title={title}
        after={<When at={sent.at} now={desk.now} zone={desk.zone} />}
      />
      <div className="grid flex-1 xl:grid-cols-[minmax(0,1fr)_21.25rem]">
        <div className="bg-wash p-4 lg:p-6">{shown}</div>
        <aside aria-label={words.title} className="border-line px-4 py-5 lg:px-6 xl:border-l xl:px-5">
          <Standing sent={sent} words={words} />
          {sent.mayJudge ? children : null}
        </aside>
      </div>
    </DeskShell>
  );
}

/** What came of it; before that, that it takes a second person, to a reader who is none. */
function Standing<R extends string>({ sent, words }: Pick<JudgeScreenProps<R>, "sent" | "words">) {
  const { result, mayJudge } = sent;
  if (result) return <Notice tone={result === "match" ? "good" : "wait"} title={words.results[result]} />;
  return mayJudge ? null : (
    <Notice tone="wait" title={words.notYou}>
      <p>{words.notYouWhy}</p>
    </Notice>
  );
}

/** A picture, as part of the look at its page, and the same alone, which is another look. */
export function ShownPicture({ src, look, alt, larger }: Record<"src" | "look" | "alt" | "larger", string>) {
  return (
    <>
      <a href={src} className="mx-auto block w-fit rounded">
        <img
          src={`${src}?look=${look}`}
          alt={alt}
          className="max-h-[calc(100dvh-9rem)] max-w-full rounded object-contain"
        />
      </a>
      <p className="mt-2 text-center text-ink-3">{larger}</p>
    </>
  );
}

import type { Instant } from "domain/time";
import type { ReactNode } from "react";
import { PageTop } from "../page";
import { DeskShell } from "../shell";
import type { Desk } from "../shell/desk";
import { When } from "../time";
import { ticketName } from "../words/labels";

interface JudgeScreenProps {
  desk: Desk;
  /** The ticket's number. */
  number: number;
  title: string;
  at: Instant;
  /** Whether this reader may open the whole ticket. */
  whole: boolean;
  demo?: ReactNode;
  /** What is to be read. */
  shown: ReactNode;
  asideLabel: string;
  children: ReactNode;
}

/** Something that was sent in, large, and beside it what a second person reads in it. */
export function JudgeScreen({ desk, number, title, at, whole, demo, shown, asideLabel, children }: JudgeScreenProps) {
  const name = ticketName(number);
  const link = (
    <a href={`/tickets/${number}`} className="rounded underline underline-offset-4">
      {name}
    </a>
  );
  return (
    <DeskShell desk={desk} place="queue" demo={demo}>
      <PageTop before={whole ? link : name} title={title} after={<When at={at} now={desk.now} zone={desk.zone} />} />
      <div className="grid flex-1 xl:grid-cols-[minmax(0,1fr)_21.25rem]">
        <div className="bg-wash p-4 lg:p-6">{shown}</div>
        <aside aria-label={asideLabel} className="border-line px-4 py-5 lg:px-6 xl:border-l xl:px-5">
          {children}
        </aside>
      </div>
    </DeskShell>
  );
}

/** A picture, and the same alone. */
export function ShownPicture({ src, alt, larger }: { src: string; alt: string; larger: string }) {
  return (
    <>
      <a href={src} className="mx-auto block w-fit rounded">
        <img src={src} alt={alt} className="max-h-[calc(100dvh-9rem)] max-w-full rounded object-contain" />
      </a>
      <p className="mt-2 text-center text-ink-3">{larger}</p>
    </>
  );
}

import type { ReactNode } from "react";
import { ButtonLink } from "./button";
import { PageTop } from "./page";
import { DeskShell } from "./shell";
import { type Desk, pathOf, placesOf } from "./shell/desk";
import { deskErrorLinks, deskErrorWords } from "./words/desk-errors";
import { type ErrorKind, errorWords } from "./words/portal-errors";

interface DeskErrorPageProps {
  desk: Desk;
  kind: ErrorKind;
  /** The path that was asked for. */
  path: string;
  /** The request's id, for errors of ours. */
  requestId: string | null;
  demo?: ReactNode;
}

/** A page of the desk that could not be shown: what happened, and the way back to the ticket or to where one works. */
export function DeskErrorPage({ desk, kind, path, requestId, demo }: DeskErrorPageProps) {
  const { title, text } = deskErrorWords(kind);
  const ticket = ticketOf(kind, path);
  const place = placesOf[desk.viewer.role][0] ?? "queue";
  return (
    <DeskShell desk={desk} place={null} demo={demo}>
      <PageTop title={title} />
      <div className="flex w-full max-w-doc flex-col items-start gap-4 px-4 py-5 lg:px-6">
        <p className="text-ink-2">{text}</p>
        {requestId ? <p className="text-ink-2">{errorWords.en.id(requestId)}</p> : null}
        <p className="flex flex-wrap gap-2">
          {ticket === null ? null : (
            <ButtonLink href={`/tickets/${ticket}`} tone="primary">
              {deskErrorLinks.ticket(ticket)}
            </ButtonLink>
          )}
          <ButtonLink href={pathOf[place]} tone={ticket === null ? "primary" : "plain"}>
            {deskErrorLinks.place(place)}
          </ButtonLink>
        </p>
      </div>
    </DeskShell>
  );
}

/** The ticket that an address under its own names; none where that is not there to be opened, or is what failed. */
function ticketOf(kind: ErrorKind, path: string): number | null {
  const [, digits] = /^\/tickets\/(\d{1,12})\/./.exec(path) ?? [];
  return digits === undefined || kind === "not-found" || kind === "not-allowed" ? null : Number(digits);
}

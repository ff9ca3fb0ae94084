import type { ReactNode } from "react";
import { ButtonLink } from "../button";
import { useWords } from "../language";
import { type ErrorKind, errorWords } from "../words/portal-errors";
import { PortalShell, PortalText, PortalTitle } from "./shell";

interface ErrorPageProps {
  kind: ErrorKind;
  /** Where the button leads: the desk's start, or the request's door. */
  home: string;
  /** The request's id, for errors of ours. */
  requestId?: string | null;
  demo?: ReactNode;
}

/** Any page that could not be shown: what happened, what it means, what to do; the same page for desk and portal. */
export function ErrorPage({ kind, home, requestId, demo }: ErrorPageProps) {
  const words = useWords(errorWords);
  const { title, text } = words.kinds[kind];
  return (
    <PortalShell demo={demo}>
      <PortalTitle>{title}</PortalTitle>
      <PortalText>{text}</PortalText>
      {requestId ? <PortalText>{words.id(requestId)}</PortalText> : null}
      <ButtonLink href={home} size="lg" className="mt-6 w-full">
        {words.home}
      </ButtonLink>
    </PortalShell>
  );
}

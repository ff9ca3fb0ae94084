import type { ReactNode } from "react";
import { ButtonLink } from "../button";
import { useLanguage } from "../language";
import { deadLinkWords } from "../words/dead-links";
import { PortalShell, PortalText, PortalTitle } from "./shell";

/** A link that can no longer be used, or an objection that comes too late: `reason` is that of its refusal. */
export function DeadLinkPage({ reason, demo }: { reason: string; demo?: ReactNode }) {
  const words = deadLinkWords(useLanguage(), reason);
  return (
    <PortalShell demo={demo}>
      <PortalTitle>{words.title}</PortalTitle>
      <PortalText>{words.text}</PortalText>
      {words.go ? (
        <ButtonLink href={words.go.href} size="lg" className="mt-6 w-full">
          {words.go.words}
        </ButtonLink>
      ) : null}
    </PortalShell>
  );
}

import type { ReactNode } from "react";
import { ButtonLink } from "../button";
import { ticketName } from "../words/labels";
import { signInWords } from "../words/portal";
import { objectedWords as words } from "../words/portal-ends";
import { PortalPart, PortalShell, PortalText, PortalTitle } from "./shell";

/** Said once someone objected: what stopped, and how to prove that the account is theirs. */
export function ObjectedPage({ number, frozen, demo }: { number: number; frozen: boolean; demo?: ReactNode }) {
  return (
    <PortalShell demo={demo}>
      <PortalTitle>{words.title}</PortalTitle>
      <PortalText>{words.text(ticketName(number))}</PortalText>
      {frozen ? <PortalText>{words.frozen}</PortalText> : null}
      <PortalPart title={words.nextTitle}>
        <ol className="mt-3 flex list-decimal flex-col gap-2 pl-5 text-ink-2">
          {words.next(frozen).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ol>
      </PortalPart>
      {frozen ? null : (
        <ButtonLink href="/account/sign-in" size="lg" className="mt-6 w-full">
          {signInWords.send}
        </ButtonLink>
      )}
    </PortalShell>
  );
}

import type { ReactNode } from "react";
import { ButtonLink } from "../button";
import { useWords } from "../language";
import { Notice } from "../notice";
import { atWorkWords } from "../words/at-work";
import { PortalShell, PortalText, PortalTitle } from "./shell";

/** Said while the directory is asked; its response has the browser load it anew, and its link does so at once. */
export function AtWorkPage({ why, demo }: { why: string | null; demo?: ReactNode }) {
  const words = useWords(atWorkWords);
  return (
    <PortalShell demo={demo}>
      <div role="status">
        <PortalTitle>{words.title}</PortalTitle>
        <PortalText>{words.text}</PortalText>
        {why === null ? null : (
          <Notice tone="wait" title={words.waits} className="mt-6">
            <p>{Object.hasOwn(words.why, why) ? words.why[why as keyof typeof words.why] : words.why.other}</p>
          </Notice>
        )}
      </div>
      <PortalText>{words.tells}</PortalText>
      <ButtonLink href="" size="lg" className="mt-6 w-full">
        {words.look}
      </ButtonLink>
    </PortalShell>
  );
}

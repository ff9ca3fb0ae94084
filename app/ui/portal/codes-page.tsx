import type { ReactNode } from "react";
import { useLanguage } from "../language";
import { Notice } from "../notice";
import { codesFile, codesPageWords } from "../words/portal-codes";
import { PortalLink, PortalShell, PortalText, PortalTitle } from "./shell";

/** Saved codes, the one time they are shown: to write down, to copy, to print, or to keep as a file that the page itself holds. */
export function CodesPage({ codes, username, demo }: { codes: string[]; username: string; demo?: ReactNode }) {
  const language = useLanguage();
  const words = codesPageWords[language];
  const file = codesFile(language, username, codes);
  return (
    <PortalShell demo={demo} once>
      <PortalTitle>{words.title}</PortalTitle>
      <Notice tone="warn" role="status" className="mt-5">
        {words.once}
      </Notice>
      <ol
        aria-label={words.list}
        className="mt-6 flex select-all list-inside list-decimal flex-col gap-2 rounded-lg border border-line px-4 py-4 font-mono tabular-nums"
      >
        {codes.map((code) => (
          <li key={code}>
            <bdi dir="ltr">{code}</bdi>
          </li>
        ))}
      </ol>
      <p className="mt-3 text-base text-ink-2">{words.copy}</p>
      <p className="mt-2">
        <a
          href={`data:text/plain;charset=utf-8,${encodeURIComponent(file)}`}
          download={words.fileName}
          className="inline-block rounded py-2 font-medium text-accent underline decoration-line-strong underline-offset-4 hover:decoration-accent"
        >
          {words.save}
        </a>
      </p>
      <p className="text-base text-ink-2 print:hidden">{words.print}</p>
      <PortalText>{words.how}</PortalText>
      <PortalLink href="/account">{words.done}</PortalLink>
    </PortalShell>
  );
}

import type { ReactNode } from "react";
import { useWords } from "../../language";
import { Notice } from "../../notice";
import { accountPagesWords } from "../../words/account-pages";
import { PortalLink, PortalShell, PortalText, PortalTitle } from "../shell";

/** What every page of the account is given beside its own. */
export interface OwnPageGiven {
  /** Good news of the last act, in a sentence. */
  news?: string | null;
  demo?: ReactNode;
}
interface OwnPageProps extends OwnPageGiven {
  title: string;
  text?: string;
  children: ReactNode;
}

/** A page of the holder's account: one thing, and the way back. */
export function OwnPage({ title, text, news, demo, children }: OwnPageProps) {
  const words = useWords(accountPagesWords);
  return (
    <PortalShell demo={demo}>
      {news ? (
        <Notice tone="good" role="status" className="mb-6">
          {news}
        </Notice>
      ) : null}
      <PortalTitle>{title}</PortalTitle>
      {text ? <PortalText>{text}</PortalText> : null}
      {children}
      <PortalLink href="/account">{words.back}</PortalLink>
    </PortalShell>
  );
}

import type { Tier } from "domain/loss";
import type { ReactNode } from "react";
import { PageTop } from "../page";
import { TierBadge } from "../tag";
import { approvals } from "../words/approvals";
import { ticketName } from "../words/labels";

interface CaseTopProps {
  of: { number: number; tier: Tier };
  /** How it stands, as a tag. */
  standing: ReactNode;
  children: ReactNode;
}

/** The head of a case before a supervisor: the way back to the approvals, its ticket, its tier and how it stands. */
export function CaseTop({ of: { number, tier }, standing, children }: CaseTopProps) {
  const badges = (
    <>
      <TierBadge tier={tier} />
      {standing}
    </>
  );
  return (
    <PageTop
      before={link("/approvals", approvals.title)}
      title={link(`/tickets/${number}`, ticketName(number))}
      after={badges}
    >
      {children}
    </PageTop>
  );
}

const link = (href: string, said: string) => (
  <a href={href} className="rounded underline-offset-4 hover:underline">
    {said}
  </a>
);

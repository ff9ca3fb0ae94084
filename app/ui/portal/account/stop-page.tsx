import type { HolderView } from "domain/view";
import type { ReactNode } from "react";
import { Button } from "../../button";
import { FormKey } from "../../hidden";
import { useWords } from "../../language";
import { accountPagesWords } from "../../words/account-pages";
import { ticketName } from "../../words/labels";
import { PortalLink, PortalNext, type PortalProps, PortalShell, PortalText, PortalTitle } from "../shell";

interface StopPageProps extends PortalProps {
  one: HolderView["recent"][number];
}

/** Asks once more before a request is stopped: whoever's own it was would lock themselves out. */
export function StopPage({ one, formKey, demo }: StopPageProps) {
  const words = useWords(accountPagesWords).stopping;
  const ticket = ticketName(one.number);
  return (
    <PortalShell demo={demo}>
      <PortalTitle>{words.title(ticket)}</PortalTitle>
      <PortalText>{one.state === "completed" ? words.locks : words.ends}</PortalText>
      <PortalText>{words.own}</PortalText>
      <form method="post" action="/account/objection" className="mt-6 flex flex-col gap-3">
        <FormKey formKey={formKey} form={`objection.${one.number}`} />
        <input type="hidden" name="ticket" value={one.ticket} />
        <input type="hidden" name="answer" value="sure" />
        <Button tone="danger" size="lg">
          {words.sure(ticket)}
        </Button>
      </form>
      <PortalLink href="/account">{words.no}</PortalLink>
    </PortalShell>
  );
}

/** Said once a request was stopped from a session: what that means, and how it goes on. */
export function StoppedPage({ locked, demo }: { locked: boolean; demo?: ReactNode }) {
  const words = useWords(accountPagesWords).stopping;
  return (
    <PortalShell demo={demo}>
      <PortalTitle>{locked ? words.lockedTitle : words.stoppedTitle}</PortalTitle>
      <PortalText>{locked ? words.lockedText : words.stoppedText}</PortalText>
      <PortalNext title={words.nextTitle} lines={words.next} />
      {locked ? null : <PortalLink href="/account">{words.back}</PortalLink>}
    </PortalShell>
  );
}

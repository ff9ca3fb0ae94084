import type { Loss } from "domain/loss";
import { Button } from "../button";
import { useWords } from "../language";
import { Notice } from "../notice";
import type { Problem } from "../problem";
import { vouchPageWords } from "../words/portal-people";
import { PortalForm } from "./form";
import { PortalLink, type PortalProps, PortalShell, PortalText, PortalTitle } from "./shell";

interface VouchPageProps extends PortalProps {
  asked: { link: string; name: string | null; loss: Loss };
  problem: Problem | null;
}

/** What a linked person is asked to vouch for, in plain words, and the one button that does it. */
export function VouchPage({ asked, formKey, problem, demo }: VouchPageProps) {
  const words = useWords(vouchPageWords);
  return (
    <PortalShell demo={demo}>
      <PortalTitle>{words.title}</PortalTitle>
      <PortalText>{words.text(asked.name, asked.loss)}</PortalText>
      <Notice tone="warn" className="mt-5">
        {words.only}
      </Notice>
      <PortalText>{words.doubt}</PortalText>
      <PortalForm action="/account/vouch/confirmation" form="vouched" formKey={formKey} problem={problem}>
        <input type="hidden" name="link" value={asked.link} />
        <Button tone="primary" size="lg">
          {words.send(asked.name)}
        </Button>
      </PortalForm>
      <PortalLink href="/account">{words.leave}</PortalLink>
    </PortalShell>
  );
}

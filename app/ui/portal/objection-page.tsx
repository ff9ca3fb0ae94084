import type { Loss } from "domain/loss";
import { type Instant, isoOf } from "domain/time";
import { Button } from "../button";
import { type Problem, problemOf } from "../problem";
import { zoneCity } from "../words/clock";
import { lossWords, ticketName } from "../words/labels";
import { zoneNote } from "../words/portal";
import { objectionWords as words } from "../words/portal-ends";
import { momentWords } from "../words/portal-times";
import { PortalForm } from "./form";
import { PortalPart, type PortalProps, PortalShell, PortalText, PortalTitle } from "./shell";

interface ObjectionPageProps extends PortalProps {
  number: number;
  loss: Loss;
  openedAt: Instant;
  /** The link was used already: objecting then locks the account. */
  completed: boolean;
  now: Instant;
  zone: string;
  problem: Problem | null;
}

/** The page behind a notice's link: it names the ticket; reading it changes nothing, its one button stops everything. */
export function ObjectionPage({
  number,
  loss,
  openedAt,
  completed,
  now,
  zone,
  formKey,
  problem,
  demo,
}: ObjectionPageProps) {
  const ticket = ticketName(number);
  return (
    <PortalShell demo={demo}>
      <PortalTitle>{words.title}</PortalTitle>
      <PortalText>{words.text(ticket, lossWords(loss))}</PortalText>
      {completed ? <PortalText>{words.done}</PortalText> : null}
      <p className="mt-3 text-base text-ink-2">
        {words.when} <time dateTime={isoOf(openedAt)}>{momentWords(openedAt, now, zone)}</time>.{" "}
        {zoneNote(zoneCity(zone))}
      </p>
      <PortalPart title={words.stopTitle}>
        <PortalText>{words.stopText}</PortalText>
        <PortalForm form="objection" formKey={formKey} problem={problemOf(problem, "objection")}>
          <Button size="lg" className="border-bad bg-bad text-paper hover:border-ink hover:bg-ink">
            {words.stop}
          </Button>
        </PortalForm>
      </PortalPart>
      <PortalPart title={words.mineTitle}>
        <PortalText>{words.mineText}</PortalText>
      </PortalPart>
    </PortalShell>
  );
}

import { type Instant, isoOf } from "domain/time";
import type { SignInProof } from "domain/view-factor";
import type { ObjectionView } from "domain/view-objection";
import { Button } from "../button";
import { useLanguage, useWords } from "../language";
import { Notice } from "../notice";
import { type Problem, problemOf } from "../problem";
import { timeWords } from "../words/clock";
import { ticketName } from "../words/labels";
import { publicLossWords } from "../words/losses";
import { shellWords } from "../words/portal";
import { objectionWords, overWords } from "../words/portal-ends";
import { momentWords, zoneWords } from "../words/portal-times";
import { proofWords } from "../words/proof";
import { PortalForm } from "./form";
import { ProofForm } from "./proof-form";
import { PortalPart, type PortalProps, PortalShell, PortalText, PortalTitle } from "./shell";

export interface ObjectionPageProps extends PortalProps {
  about: ObjectionView;
  /** The path of this page. */
  path: string;
  now: Instant;
  zone: string;
  problem: Problem | null;
  /** What a session of the account in this browser shows by its sign-in. */
  signIn: { ticket: string; proof: SignInProof | null };
  /** What came of the last step, in a sentence. */
  news: string | null;
}

/** The page behind a notice's link: it names the ticket; reading it changes nothing, its one button stops everything. */
export function ObjectionPage(props: ObjectionPageProps) {
  const language = useLanguage();
  const words = objectionWords[language];
  const { about, now, zone, news, demo } = props;
  const { openedAt, completed, proof } = about;
  if (about.endedAt !== null) return <OverPage about={about} endedAt={about.endedAt} zone={zone} demo={demo} />;
  return (
    <PortalShell demo={demo}>
      {news ? (
        <Notice tone="info" role="status" className="mb-6">
          {news}
        </Notice>
      ) : null}
      <PortalTitle>{words.title}</PortalTitle>
      <PortalText>{words.text(ticketName(about.number), publicLossWords[language].lost(about.loss))}</PortalText>
      {completed ? <PortalText>{words.done}</PortalText> : null}
      <p className="mt-3 text-base text-ink-2">
        {words.when} <time dateTime={isoOf(openedAt)}>{momentWords(language, openedAt, now, zone)}</time>.{" "}
        {shellWords[language].zone(zoneWords(language, zone, now))}
      </p>
      {proof.stage === "first" ? <ProofFirst {...props} /> : <Stop {...props} />}
      <PortalPart title={words.mineTitle}>
        <PortalText>{words.mineText}</PortalText>
      </PortalPart>
    </PortalShell>
  );
}

/** Said once there is nothing left to stop: when it ended, and no button. */
function OverPage({
  about,
  endedAt,
  zone,
  demo,
}: Pick<ObjectionPageProps, "about" | "zone" | "demo"> & { endedAt: Instant }) {
  const language = useLanguage();
  const words = overWords[language];
  return (
    <PortalShell demo={demo}>
      <PortalTitle>{words.title(timeWords(endedAt, zone, "date", language))}</PortalTitle>
      <PortalText>{words.text}</PortalText>
      {about.completed ? <PortalText>{words.recovered}</PortalText> : null}
    </PortalShell>
  );
}

/** Who was not believed before shows first that the account is theirs. */
function ProofFirst(props: ObjectionPageProps) {
  const words = useWords(proofWords);
  const { about, path, formKey, problem } = props;
  if (about.proof.enough) return <Stop {...props} />;
  return (
    <PortalPart title={words.title}>
      <PortalText>{words.first}</PortalText>
      <ProofForm proof={about.proof} path={path} formKey={formKey} problem={problem} />
    </PortalPart>
  );
}

function Stop({ about, path, formKey, problem }: ObjectionPageProps) {
  const words = useWords(objectionWords);
  const { enough } = useWords(proofWords);
  return (
    <PortalPart title={words.stopTitle}>
      <PortalText>{about.proof.stage === "first" ? enough : words.stopText}</PortalText>
      <PortalForm action={path} form="objection" formKey={formKey} problem={problemOf(problem, "objection")}>
        <Button size="lg" className="border-bad bg-bad text-paper hover:border-ink hover:bg-ink">
          {words.stop}
        </Button>
      </PortalForm>
    </PortalPart>
  );
}

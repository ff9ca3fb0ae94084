import type { Instant } from "domain/time";
import { Button } from "../button";
import { useLanguage, useWords } from "../language";
import { type Problem, problemOf } from "../problem";
import { notMeWords } from "../words/not-me";
import { momentWords } from "../words/portal-times";
import { PortalForm } from "./form";
import { PortalLink, PortalNext, PortalPart, type PortalProps, PortalShell, PortalText, PortalTitle } from "./shell";

interface NotMePageProps extends PortalProps {
  /** Why nothing can be stopped here, or null where it can. */
  refused: string | null;
  sentAt: Instant;
  now: Instant;
  zone: string;
  problem: Problem | null;
}

/** The page behind a notice's link: reading it changes nothing, its one button stops the account. */
export function NotMePage({ refused, demo, ...ask }: NotMePageProps) {
  return (
    <PortalShell demo={demo}>
      {refused === null ? <Ask {...ask} /> : refused === "already-stopped" ? <Stopped /> : <Dead reason={refused} />}
    </PortalShell>
  );
}

function Ask({ sentAt, now, zone, formKey, problem }: Omit<NotMePageProps, "refused" | "demo">) {
  const language = useLanguage();
  const words = notMeWords[language];
  return (
    <>
      <PortalTitle>{words.title}</PortalTitle>
      <PortalText>{words.text(momentWords(language, sentAt, now, zone))}</PortalText>
      <PortalText>{words.what}</PortalText>
      <PortalText>{words.care}</PortalText>
      <PortalForm form="not-me" formKey={formKey} problem={problemOf(problem, "not-me")}>
        <Button size="lg" className="border-bad bg-bad text-paper hover:border-ink hover:bg-ink">
          {words.stop}
        </Button>
      </PortalForm>
      <PortalPart title={words.mineTitle}>
        <PortalText>{words.mineText}</PortalText>
      </PortalPart>
    </>
  );
}

/** Said once the account is stopped, by whichever contact: what that means, and how it goes on. */
function Stopped() {
  const words = useWords(notMeWords);
  return (
    <>
      <PortalTitle>{words.stoppedTitle}</PortalTitle>
      <PortalText>{words.stoppedText}</PortalText>
      <PortalNext title={words.nextTitle} lines={words.next} />
      <PortalLink href="/request/new">{words.help}</PortalLink>
    </>
  );
}

function Dead({ reason }: { reason: string }) {
  const words = useWords(notMeWords);
  const told = words.dead[reason] ?? words.dead["not-the-holder"];
  return (
    <>
      <PortalTitle>{told?.title}</PortalTitle>
      <PortalText>{told?.text}</PortalText>
      <PortalLink href="/account/sign-in">{words.signIn}</PortalLink>
    </>
  );
}

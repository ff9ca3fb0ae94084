import type { Instant } from "domain/time";
import { Button } from "../../button";
import { FormKey } from "../../hidden";
import { useLanguage, useWords } from "../../language";
import { ProblemNotice } from "../../notice";
import { type Problem, problemOf } from "../../problem";
import { When } from "../../time";
import { shellWords } from "../../words/portal";
import { zoneWords } from "../../words/portal-times";
import { sessionWords } from "../../words/sessions";
import { PortalPart, PortalText } from "../shell";
import { OwnPage, type OwnPageGiven } from "./own-page";

/** One place where a holder is signed in, as their page knows it. */
export interface SessionShown {
  name: string;
  /** The one that reads this page. */
  here: boolean;
  startedAt: Instant;
  seenAt: Instant;
  browser: string | null;
  system: string | null;
  place: string | null;
}
interface SessionsPageProps extends OwnPageGiven {
  sessions: SessionShown[];
  now: Instant;
  zone: string;
  formKey: string;
  problem: Problem | null;
}

/** Where a holder is signed in: each can be ended, or all at once. */
export function SessionsPage({ sessions, now, zone, formKey, problem, news, demo }: SessionsPageProps) {
  const language = useLanguage();
  const words = sessionWords[language];
  return (
    <OwnPage title={words.title} text={words.text} news={news} demo={demo}>
      <ProblemNotice problem={problemOf(problem, "session")} className="mt-6" />
      <ul className="mt-5 divide-y divide-line">
        {sessions.map((one) => (
          <Session key={one.name} one={one} now={now} zone={zone} formKey={formKey} />
        ))}
      </ul>
      <PortalPart title={words.allTitle}>
        <PortalText>{words.allText}</PortalText>
        <form method="post" action="/account/sessions" className="mt-4 flex flex-col">
          <FormKey formKey={formKey} form="sessions" />
          <Button tone="danger" size="lg">
            {words.all}
          </Button>
        </form>
      </PortalPart>
      <p className="mt-6 text-base text-ink-2">{shellWords[language].zone(zoneWords(language, zone, now))}</p>
    </OwnPage>
  );
}

interface SessionProps {
  one: SessionShown;
  now: Instant;
  zone: string;
  formKey: string;
}

function Session({ one, now, zone, formKey }: SessionProps) {
  const words = useWords(sessionWords);
  const { browser, system, place } = one;
  const what = browser && system ? words.on(browser, system) : (browser ?? system ?? words.unknown);
  return (
    <li className="py-4">
      <p className="flex flex-wrap items-center gap-x-3">
        <span className="font-medium">{what}</span>
        {one.here ? <span className="text-base font-medium text-good">{words.here}</span> : null}
      </p>
      <p className="text-base text-ink-2">
        {words.since} <When at={one.startedAt} now={now} zone={zone} /> · {words.seen}{" "}
        <When at={one.seenAt} now={now} zone={zone} />
      </p>
      {place ? <p className="text-base text-ink-2">{words.from(place)}</p> : null}
      {one.here ? null : (
        <form method="post" action="/account/sessions/ending" className="mt-2">
          <FormKey formKey={formKey} form={`session.${one.name}`} />
          <input type="hidden" name="session" value={one.name} />
          <Button>
            {words.end}
            <span className="sr-only"> {what}</span>
          </Button>
        </form>
      )}
    </li>
  );
}

import { Button } from "../button";
import { useWords } from "../language";
import { type Problem, problemOf } from "../problem";
import { stuckWords } from "../words/stuck";
import { PortalForm } from "./form";
import { PortalLink, PortalPart, PortalText } from "./shell";

interface StuckPartProps {
  /** The new request is made from here; without it, the request's page leads to it. */
  again?: { formKey: string; problem: Problem | null };
  /** There is no request that could lead to one. */
  noRequest?: boolean;
}

/** What to look at when a new password does not let somebody in, and a request that follows the one before. */
export function StuckPart({ again, noRequest = false }: StuckPartProps) {
  const words = useWords(stuckWords);
  return (
    <PortalPart title={words.title}>
      <PortalText>{words.text}</PortalText>
      <ul className="mt-3 flex list-disc flex-col gap-2 ps-5 text-ink-2">
        {words.checks.map((check) => (
          <li key={check}>{check}</li>
        ))}
      </ul>
      {again ? <Again {...again} /> : null}
      {again || noRequest ? null : <PortalLink href="/request">{words.open}</PortalLink>}
      {noRequest ? <PortalLink href="/help">{words.help}</PortalLink> : null}
    </PortalPart>
  );
}

function Again({ formKey, problem }: NonNullable<StuckPartProps["again"]>) {
  const words = useWords(stuckWords);
  return (
    <PortalForm action="/request/again" form="again" formKey={formKey} problem={problemOf(problem, "again")}>
      <p className="text-ink-2">{words.asks}</p>
      <Button size="lg">{words.send}</Button>
    </PortalForm>
  );
}

import type { RequestView } from "domain/view";
import { Button } from "../button";
import { TextArea } from "../field";
import { useWords } from "../language";
import { Notice, ProblemNotice } from "../notice";
import { fieldOf, type Problem, problemOf } from "../problem";
import { appealWords } from "../words/appeal";
import { PortalForm } from "./form";
import { PortalLink, PortalPart, PortalText } from "./shell";

/** What was written to ask for another look; null where nothing was, and once it is gone. */
export interface Appealed {
  appealed: string | null;
}
interface AppealPartProps {
  request: Pick<RequestView, "mayAppeal" | "appeal"> & Appealed;
  formKey: string;
  problem: Problem | null;
}

/** After a rejection: a form to ask for another look, and then what came of it. */
export function AppealPart({ request: { mayAppeal, appeal, appealed }, formKey, problem }: AppealPartProps) {
  const words = useWords(appealWords);
  const mine = problemOf(problem, "appeal");
  if (appeal !== null)
    return (
      <>
        <Notice tone={appeal === "waiting" ? "wait" : "info"} className="mt-6">
          {words[appeal]}
        </Notice>
        {appealed === null ? null : (
          <figure className="mt-4">
            <figcaption className="text-base text-ink-2">{words.said}</figcaption>
            <blockquote
              dir="auto"
              className="mt-1 whitespace-pre-line border-s-2 border-line ps-3 [overflow-wrap:anywhere]"
            >
              {appealed}
            </blockquote>
          </figure>
        )}
        {appeal === "ask-again" ? <PortalLink href="/request/new">{words.again}</PortalLink> : null}
      </>
    );
  if (!mayAppeal) return <ProblemNotice problem={mine} />;
  return (
    <PortalPart title={words.title}>
      <PortalText>{words.text}</PortalText>
      <PortalForm action="/request/appeal" form="appeal" formKey={formKey} problem={mine}>
        <TextArea
          id="words"
          name="words"
          label={words.words}
          hint={words.hint}
          large
          required
          maxLength={1000}
          rows={5}
          {...fieldOf(mine, "words")}
        />
        <Button size="lg">{words.send}</Button>
      </PortalForm>
    </PortalPart>
  );
}

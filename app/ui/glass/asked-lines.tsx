import type { GlassAskedLine } from "domain/view-glass";
import { Button } from "../button";
import { CodeField } from "../code-field";
import { FormKey } from "../hidden";
import { ProblemNotice } from "../notice";
import { fieldOf, type Problem, problemOf } from "../problem";
import type { Desk } from "../shell/desk";
import { When } from "../time";
import { glassReasons, glassWords as words } from "../words/glass";

interface LinesProps {
  lines: readonly GlassAskedLine[];
  desk: Desk;
  problem: Problem | null;
}

/** What waits for a second supervisor, with the form to confirm it before everyone but who asked. */
export function AskedLines({ lines, desk, problem }: LinesProps) {
  if (lines.length === 0) return <p className="text-ink-2">{words.noneWaiting}</p>;
  return (
    <ul className="border-t border-line">
      {lines.map((line) => (
        <li key={line.glass} className="flex flex-col gap-2 border-b border-line py-3">
          <p className="flex flex-wrap items-baseline gap-x-4">
            <bdi className="font-medium">{words.asks(line.by, line.number)}</bdi>
            <span className="text-ink-3">
              <When at={line.at} now={desk.now} zone={desk.zone} />
            </span>
            <span className="text-ink-3">
              {words.lapses} <When at={line.until} now={desk.now} zone={desk.zone} />
            </span>
          </p>
          <p className="text-ink-2 [overflow-wrap:anywhere]">
            {glassReasons[line.reason]}
            {line.text === null ? null : (
              <>
                : <bdi>{line.text}</bdi>
              </>
            )}
          </p>
          {line.own ? (
            <p className="text-ink-2">{words.own}</p>
          ) : (
            <ConfirmForm line={line} desk={desk} problem={problemOf(problem, `confirmation.${line.number}`)} />
          )}
        </li>
      ))}
    </ul>
  );
}

function ConfirmForm({ line, desk, problem }: { line: GlassAskedLine; desk: Desk; problem: Problem | null }) {
  const idOf = (field: string) => `confirm-${line.number}-${field}`;
  return (
    <form
      method="post"
      action={`/glass/${line.number}/confirmation`}
      aria-label={words.confirmOf(line.number)}
      className="flex flex-col gap-3"
    >
      <FormKey formKey={desk.formKey} form={`confirmation.${line.glass}`} />
      <input type="hidden" name="glass" value={line.glass} />
      <ProblemNotice problem={problem} idOf={idOf} className="mb-0" />
      <CodeField id={idOf("code")} label={words.ask.code} hint={words.ask.codeHint} {...fieldOf(problem, "code")} />
      <Button tone="danger" className="self-start">
        {words.confirm}
      </Button>
    </form>
  );
}

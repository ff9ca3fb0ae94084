import type { GlassBrokenLine } from "domain/view-glass";
import { Button } from "../button";
import { FormKey } from "../hidden";
import type { Desk } from "../shell/desk";
import { When } from "../time";
import { glassReasons, glassWords as words } from "../words/glass";
import { Acknowledge } from "./acknowledge";

/** What was opened by break-glass, newest first; before the two, the way to it while its hour lasts. */
export function BrokenLines({ lines, desk }: { lines: readonly GlassBrokenLine[]; desk: Desk }) {
  if (lines.length === 0) return <p className="text-ink-2">{words.noneBroken}</p>;
  return (
    <ul className="border-t border-line">
      {lines.map((line) => (
        <li key={line.glass} className="flex flex-col gap-1 border-b border-line py-3">
          <p className="flex flex-wrap items-baseline gap-x-4">
            <bdi className="font-medium text-bad">{words.opened(line.asker, line.confirmer, line.number)}</bdi>
            <span className="text-ink-3">
              <When at={line.at} now={desk.now} zone={desk.zone} />
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
          <p className="text-ink-3">
            {line.until > desk.now ? words.until : words.over} <When at={line.until} now={desk.now} zone={desk.zone} />.
          </p>
          {line.mine ? <Mine line={line} desk={desk} /> : null}
          {line.toAcknowledge ? <Acknowledge glass={line.glass} number={line.number} desk={desk} /> : null}
        </li>
      ))}
    </ul>
  );
}

function Mine({ line, desk }: { line: GlassBrokenLine; desk: Desk }) {
  return (
    <div className="flex flex-wrap items-center gap-4">
      <a href={`/tickets/${line.number}`} className="rounded py-1 font-medium text-accent underline underline-offset-4">
        {words.read(line.number)}
      </a>
      <form method="post" action={`/glass/${line.number}/closing`} aria-label={words.closeOf(line.number)}>
        <FormKey formKey={desk.formKey} form={`closing.${line.glass}`} />
        <input type="hidden" name="glass" value={line.glass} />
        <Button>{words.close}</Button>
      </form>
    </div>
  );
}

import type { GlassLine } from "domain/view-glass";
import { Notice } from "../notice";
import type { Desk } from "../shell/desk";
import { When } from "../time";
import { glassReasons, glassWords as words } from "../words/glass";

/** The red lines of a report: each ticket that two supervisors opened by break-glass, with a way to its entry. */
export function RedLines({ lines, desk }: { lines: readonly GlassLine[]; desk: Desk }) {
  if (lines.length === 0) return null;
  return (
    <Notice tone="bad" title={words.red} className="mx-4 my-4 lg:mx-6">
      <ul className="mt-1 flex flex-col gap-1">
        {lines.map((line) => (
          <li key={line.seq}>
            <a href={`/trail/${line.seq}`} className="font-medium underline">
              <bdi>{words.opened(line.asker, line.confirmer, line.number)}</bdi>
            </a>
            , <When at={line.at} now={desk.now} zone={desk.zone} />. {glassReasons[line.reason]}.
          </li>
        ))}
      </ul>
    </Notice>
  );
}

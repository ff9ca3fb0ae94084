import type { GlassLine } from "domain/view-glass";
import { Notice } from "../notice";
import type { Desk } from "../shell/desk";
import { When } from "../time";
import { glassReasons, glassWords as words } from "../words/glass";

/** The red lines of a report: each ticket that two supervisors opened by break-glass, with a way to its entry for who may open that. */
export function RedLines({ lines, desk }: { lines: readonly GlassLine[]; desk: Desk }) {
  if (lines.length === 0) return null;
  return (
    <Notice tone="bad" title={words.red} className="mx-4 my-4 lg:mx-6">
      <ul className="mt-1 flex flex-col gap-1">
        {lines.map((line) => (
          <li key={line.seq}>
            <Opened line={line} isAuditor={desk.viewer.role === "auditor"} />,{" "}
            <When at={line.at} now={desk.now} zone={desk.zone} />. {glassReasons[line.reason]}.
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function Opened({ line, isAuditor }: { line: GlassLine; isAuditor: boolean }) {
  const told = <bdi>{words.opened(line.asker, line.confirmer, line.number)}</bdi>;
  if (!isAuditor) return <span className="font-medium">{told}</span>;
  return (
    <a href={`/trail/${line.seq}`} className="font-medium underline">
      {told}
    </a>
  );
}

import type { GlassBroken } from "domain/view-report";
import { Notice } from "../notice";
import type { Desk } from "../shell/desk";
import { When } from "../time";
import { reportWords as words } from "../words/reports";

/** The red line on top of every report: each time glass was broken in its span; nothing where none was. */
export function RedLine({ glass, desk }: { glass: readonly GlassBroken[]; desk: Desk }) {
  if (glass.length === 0) return null;
  return (
    <Notice tone="bad" title={words.glassTitle(glass.length)}>
      <ul className="flex flex-col gap-1">
        {glass.map(({ at, sentence, href }) => (
          <li key={`${at} ${sentence}`}>
            <When at={at} now={desk.now} zone={desk.zone} />: {sentence}{" "}
            {href === null ? null : (
              <a href={href} className="font-medium underline">
                {words.glassMore}
              </a>
            )}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

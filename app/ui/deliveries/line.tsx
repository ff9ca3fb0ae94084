import type { DeliveryLine } from "domain/view-deliveries";
import type { Desk } from "../shell/desk";
import { Tag } from "../tag";
import { When } from "../time";
import { templateWords, deliveriesWords as words } from "../words/deliveries";

/** One message that did not arrive, or waits: what kind it is, where it went, why, and when. */
export function Line({ line, desk }: { line: DeliveryLine; desk: Desk }) {
  const when = (at: number) => <When at={at} now={desk.now} zone={desk.zone} />;
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <span className="font-medium">{templateWords[line.template]}</span>
        <bdi className="tabular-nums">{line.mask}</bdi>
        <Tag>{words.channel[line.kind]}</Tag>
        {line.bounced ? <Tag tone="bad">{words.cameBack}</Tag> : null}
      </p>
      <p className="[overflow-wrap:anywhere]">{line.why === null ? words.untried : sentence(line.why)}</p>
      <p className="flex flex-wrap gap-x-4 text-ink-3">
        <span>
          {words.asked} {when(line.askedAt)}
        </span>
        {line.failedAt === null ? null : (
          <span>
            {line.bounced ? words.cameBack : words.failed} {when(line.failedAt)}
          </span>
        )}
        {line.dueAt === null ? null : (
          <span>
            {words.next} {when(line.dueAt)}
          </span>
        )}
        {line.tries === 0 ? null : <span>{words.tries(line.tries)}</span>}
        {line.reference === null ? null : (
          <span className="[overflow-wrap:anywhere]">
            {words.reference} <bdi className="font-mono text-sm">{line.reference}</bdi>
          </span>
        )}
      </p>
    </div>
  );
}

/** What went wrong, as a sentence of its own. */
const sentence = (why: string): string => `${why.charAt(0).toUpperCase()}${why.slice(1)}.`;

import type { Instant } from "domain/time";
import type { StoryLine, TicketView } from "domain/view";
import { Ban } from "lucide-react";
import { Section } from "../page";
import { When } from "../time";
import { eventSentence } from "../words";
import { story } from "../words/ticket";

const shownAtOnce = 12;

/** What happened, newest first, as a story; a long one is folded. */
export function Story({ t, zone }: { t: TicketView; zone: string }) {
  const [fresh, earlier] = [t.story.slice(0, shownAtOnce), t.story.slice(shownAtOnce)];
  return (
    <Section title={story.title}>
      <Lines lines={fresh} now={t.now} zone={zone} />
      {earlier.length > 0 ? (
        <details className="border-t border-line">
          <summary className="rounded py-2 font-medium text-accent">{story.earlier(earlier.length)}</summary>
          <Lines lines={earlier} now={t.now} zone={zone} />
        </details>
      ) : null}
    </Section>
  );
}

function Lines({ lines, now, zone }: { lines: StoryLine[]; now: Instant; zone: string }) {
  return (
    <ol className="divide-y divide-line">
      {lines.map((line) => (
        <Line key={line.seq} line={line} now={now} zone={zone} />
      ))}
    </ol>
  );
}

function Line({ line, now, zone }: { line: StoryLine; now: Instant; zone: string }) {
  const { lead, rest } = eventSentence(line);
  return (
    <li className="grid grid-cols-[4.5rem_minmax(0,1fr)] gap-3 py-2 sm:grid-cols-[6rem_minmax(0,1fr)]">
      <When at={line.at} now={now} zone={zone} className="text-ink-3 max-sm:whitespace-normal" />
      <p className="[overflow-wrap:anywhere]">
        {line.denied ? <Ban aria-hidden="true" className="mr-1.5 inline size-3.5 -translate-y-px text-warn" /> : null}
        <span className="font-medium">{lead}</span> {rest ? <span className="text-ink-2">{rest}</span> : null}
      </p>
    </li>
  );
}

import type { MatchResult } from "domain/event";
import type { TicketView } from "domain/view";
import { Section } from "../page";
import { When } from "../time";

interface AddedProps<R extends MatchResult | "declined"> {
  added: readonly { id: string; at: number; result: R | null; mayJudge: boolean }[];
  /** The noun of their pages under the ticket's. */
  to: "photos" | "purchases";
  words: {
    list: string;
    view(n: number): string;
    results: Record<R, string>;
    waiting: string;
    yours: string;
  };
  ticket: Pick<TicketView, "number" | "now">;
  zone: string;
}

/** What was added to a ticket for a second person to read, and what they read in it. */
export function Added<R extends MatchResult | "declined">({ added, to, words, ticket, zone }: AddedProps<R>) {
  if (added.length === 0) return null;
  return (
    <Section title={words.list}>
      <ul className="divide-y divide-line border-y border-line">
        {added.map((one, i) => (
          <li key={one.id} className="flex flex-wrap items-baseline gap-x-3 py-2">
            <a
              href={`/tickets/${ticket.number}/${to}/${one.id}`}
              className="rounded font-medium text-accent underline underline-offset-4"
            >
              {words.view(i + 1)}
            </a>
            <span className="text-ink-2">
              {one.result ? words.results[one.result] : one.mayJudge ? words.yours : words.waiting}
            </span>
            <When at={one.at} now={ticket.now} zone={zone} className="ml-auto text-ink-3" />
          </li>
        ))}
      </ul>
    </Section>
  );
}

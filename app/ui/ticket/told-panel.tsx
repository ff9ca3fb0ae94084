import { isUndelivered } from "domain/delivery";
import type { TicketView } from "domain/view";
import { Section } from "../page";
import { noticeWords } from "../words/labels";
import { told } from "../words/ticket";

/** Which contacts were told of what, and whether it arrived. */
export function ToldPanel({ t }: { t: TicketView }) {
  if (t.notices.length === 0) return null;
  return (
    <Section title={told.title}>
      <ul className="flex flex-col gap-1.5">
        {t.notices.map((n) => (
          <li key={`${n.purpose} ${n.mask}`}>
            <bdi className="tabular-nums">{n.mask}</bdi> <span className="text-ink-2">{noticeWords[n.purpose]}:</span>{" "}
            <span className={isUndelivered(n.state) ? "font-medium text-bad" : "text-ink-2"}>
              {told.states[n.state]}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

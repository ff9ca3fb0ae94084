import { isLive } from "domain/ticket";
import type { TicketView } from "domain/view";
import { Check } from "lucide-react";
import { cx } from "../cx";
import { Section } from "../page";
import { panel } from "../words/ticket";
import { needItems } from "./needs";

/** What is proven and what is still needed, filling as evidence comes. */
export function NeedsPanel({ t }: { t: TicketView }) {
  const items = needItems(t);
  if (items.length === 0 || (!isLive(t.state) && !t.satisfied)) return null;
  const complete = items.every((item) => item.done);
  return (
    <Section title={complete ? panel.complete : panel.title}>
      <ul className="flex flex-col gap-2">
        {items.map((item) => (
          <li key={`${item.what} ${item.how}`} className="flex gap-2.5">
            <span
              aria-hidden="true"
              className={cx(
                "mt-0.5 flex size-4 shrink-0 items-center justify-center rounded border-2 border-edge",
                item.done && "border-good bg-good text-paper",
              )}
            >
              {item.done ? <Check strokeWidth={4} className="size-3" /> : null}
            </span>
            <span className="min-w-0">
              <span className="font-medium">{item.what}</span>
              <span className="sr-only"> ({item.done ? panel.done : panel.missing})</span>
              <span className="block text-ink-2">{item.how}</span>
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

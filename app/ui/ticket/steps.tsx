import type { TicketView } from "domain/view";
import { Check } from "lucide-react";
import { cx } from "../cx";
import { stepWords } from "../words/labels";
import { holdWords, peopleWords, stepStates } from "../words/ticket";

type Step = TicketView["steps"][number];

/** The way of a ticket from opening to reset, and where it stands. */
export function Steps({ t }: { t: TicketView }) {
  return (
    <ol className="flex flex-wrap items-center gap-x-5 gap-y-1 border-b border-line px-4 py-2.5 lg:px-6">
      {t.steps.map((step) => (
        <li
          key={step.step}
          aria-current={step.state === "now" ? "step" : undefined}
          className={cx("flex items-center gap-2 text-ink-3", step.state === "now" && "font-semibold text-ink")}
        >
          <Mark state={step.state} />
          <span className={cx(step.state !== "now" && "max-md:sr-only")}>{wordsOf(step)}</span>
          <span className="sr-only">, {stepStates[step.state]}</span>
        </li>
      ))}
    </ol>
  );
}

function wordsOf(step: Step): string {
  if (step.people !== undefined) return `${stepWords[step.step]}, ${peopleWords(step.people)}`;
  return step.hold !== undefined ? `${stepWords[step.step]}, ${holdWords(step.hold)}` : stepWords[step.step];
}

/** Filled with a tick when done, a ring when it is now, empty when it is to come. */
function Mark({ state }: { state: Step["state"] }) {
  return (
    <span
      aria-hidden="true"
      className={cx(
        "flex size-4 shrink-0 items-center justify-center rounded-full border-2 border-line-strong",
        state === "done" && "border-good bg-good text-paper",
        state === "now" && "border-[5px] border-accent",
      )}
    >
      {state === "done" ? <Check strokeWidth={4} className="size-2.5" /> : null}
    </span>
  );
}

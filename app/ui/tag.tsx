import type { Tier } from "domain/loss";
import type { TicketState } from "domain/ticket";
import type { ReactNode } from "react";
import { cx } from "./cx";
import { useWords } from "./language";
import { returnedWord } from "./words/desk";
import { stateWords, tierWords } from "./words/labels";
import { stateWordsAr } from "./words/states.ar";

export type TagTone = "neutral" | "accent" | "good" | "wait" | "warn" | "bad";

/** A state in one or two words; the dot and the colour only repeat them. */
export function Tag({
  tone = "neutral",
  children,
  className,
}: {
  tone?: TagTone;
  children: ReactNode;
  className?: string;
}) {
  return (
    <span
      className={cx(
        "inline-flex items-center gap-1.5 whitespace-nowrap rounded-full px-2 py-0.5 text-xs font-medium",
        tones[tone],
        className,
      )}
    >
      <span aria-hidden="true" className="size-1.5 rounded-full bg-current" />
      {children}
    </span>
  );
}

/** The state of a ticket; one that came back from review says so. */
export function StateTag({ state, returned = false }: { state: TicketState; returned?: boolean }) {
  const words = useWords({ en: stateWords, ar: stateWordsAr });
  if (returned && state === "verifying") return <Tag tone="warn">{returnedWord}</Tag>;
  return <Tag tone={stateTones[state]}>{words[state]}</Tag>;
}

/** The tier, with what it means on hover. */
export function TierBadge({ tier, className }: { tier: Tier; className?: string }) {
  return (
    <span
      title={tierWords[tier]}
      className={cx("rounded border border-line-strong px-1.5 py-px text-xs font-semibold", className)}
    >
      {tier}
    </span>
  );
}

const tones: Record<TagTone, string> = {
  neutral: "bg-wash text-ink-2 ring-1 ring-inset ring-line",
  accent: "bg-accent-wash text-accent",
  good: "bg-good-wash text-good",
  wait: "bg-wait-wash text-wait",
  warn: "bg-warn-wash text-warn",
  bad: "bg-bad-wash text-bad",
};

const stateTones: Record<TicketState, TagTone> = {
  open: "wait",
  verifying: "accent",
  in_review: "accent",
  on_hold: "wait",
  reset_sent: "wait",
  completed: "good",
  rejected: "neutral",
  cancelled: "neutral",
  expired: "neutral",
  disputed: "bad",
  reversed: "bad",
};

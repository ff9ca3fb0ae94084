import type { ReactNode } from "react";
import { type ButtonTone, buttonLook } from "./button";
import { cx } from "./cx";
import { Kbd } from "./kbd";

/** The bar at the foot of a page, always in reach: its panels open upwards, one at a time. */
export function Bar({ children }: { children: ReactNode }) {
  return (
    <div className="sticky bottom-0 z-20 mt-auto flex items-center gap-3 border-t border-line bg-paper px-4 py-3 lg:px-6">
      {children}
    </div>
  );
}

interface BarPanelProps {
  label: ReactNode;
  tone?: ButtonTone;
  hint?: string;
  title: string;
  open?: boolean;
  /** Which edge of its button the panel keeps to. */
  side?: "left" | "right";
  /** Room for two columns where the screen has it. */
  wide?: boolean;
  /** One of several equals: all as wide as each other. */
  same?: boolean;
  children: ReactNode;
}

/** A button of the bar that opens a form above it; works without a script, closes on Escape with one. */
export function BarPanel({
  label,
  tone = "plain",
  hint,
  title,
  open,
  side = "left",
  wide = false,
  same = false,
  children,
}: BarPanelProps) {
  return (
    <details name="bar" data-pop="" open={open} className="group sm:relative">
      <summary
        data-key={hint?.toLowerCase()}
        className={cx(buttonLook(tone), "whitespace-nowrap group-open:border-ink-2", same && "sm:min-w-36")}
      >
        {label}
        {hint ? <Kbd onAccent={tone === "primary"}>{hint}</Kbd> : null}
      </summary>
      <div
        className={cx(
          "absolute inset-x-0 bottom-full max-h-[calc(100dvh-9rem)] overflow-y-auto border-t border-line bg-raised p-4 shadow-lift",
          "sm:inset-x-auto sm:bottom-12 sm:w-[28rem] sm:rounded-lg sm:border-0",
          side === "left" ? "sm:left-0" : "sm:right-0",
          wide && "lg:w-[52rem] lg:p-5",
        )}
      >
        <h2 className="mb-1 text-lg font-semibold">{title}</h2>
        {children}
      </div>
    </details>
  );
}

import type { ReactNode } from "react";
import { buttonLook } from "./button";
import { cx } from "./cx";

/** A button that opens a small form under it; works without a script, closes on Escape with one. */
export function PopPanel({ label, open, children }: { label: ReactNode; open?: boolean; children: ReactNode }) {
  return (
    <details data-pop="" open={open} className="group sm:relative">
      <summary className={cx(buttonLook(), "group-open:border-ink-2")}>{label}</summary>
      <div className="absolute inset-x-4 z-30 mt-2 rounded-lg bg-raised p-4 shadow-lift sm:inset-x-auto sm:right-0 sm:w-80">
        {children}
      </div>
    </details>
  );
}

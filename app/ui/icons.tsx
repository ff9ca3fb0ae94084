import { cx } from "./cx";

/** The double tick: the answer, and the second signature behind it. */
export function Logo({ className }: { className?: string }) {
  return (
    <svg
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      aria-hidden="true"
      className={cx("size-5 shrink-0 text-accent", className)}
    >
      <path d="M3 10.5 7 14.5 12 5" />
      <path d="M9 13.5 10.5 15 17 5" opacity=".55" />
    </svg>
  );
}

import { cx } from "./cx";

/** A key of the keyboard; hidden from readers, whose keys are told by the `?` list. Not shown where there is no keyboard. */
export function Kbd({ children, onAccent }: { children: string; onAccent?: boolean }) {
  return (
    <span aria-hidden="true" className="hidden [@media(hover:hover)]:inline">
      <kbd
        className={cx(
          "rounded border px-1.5 font-sans text-xs font-medium",
          onAccent ? "border-current" : "border-line-strong bg-wash text-ink-3",
        )}
      >
        {children}
      </kbd>
    </span>
  );
}

import type { ComponentProps } from "react";
import { cx } from "./cx";
import { Kbd } from "./kbd";

export type ButtonTone = "primary" | "plain" | "danger" | "quiet";
interface Look {
  tone?: ButtonTone;
  /** `lg` is the portal's and the phone's: 48 px high. */
  size?: "md" | "lg";
  /** The key that does the same: shown on it and heard by the page's script. */
  hint?: string;
}

/** A button of a form; plain unless told. */
export function Button({ tone, size, hint, className, children, ...rest }: Look & ComponentProps<"button">) {
  return (
    <button type="submit" data-key={keyOf(hint)} className={cx(buttonLook(tone, size), className)} {...rest}>
      {children}
      {hint ? <Kbd onAccent={tone === "primary"}>{hint}</Kbd> : null}
    </button>
  );
}

/** A link that looks like a button. */
export function ButtonLink({ tone, size, hint, className, children, ...rest }: Look & ComponentProps<"a">) {
  return (
    <a data-key={keyOf(hint)} className={cx(buttonLook(tone, size), className)} {...rest}>
      {children}
      {hint ? <Kbd onAccent={tone === "primary"}>{hint}</Kbd> : null}
    </a>
  );
}

/** The classes of a button, for a `<summary>` that is one. */
export function buttonLook(tone: ButtonTone = "plain", size: "md" | "lg" = "md"): string {
  return cx(
    "inline-flex items-center justify-center gap-2 rounded border text-center font-medium transition-colors",
    "disabled:cursor-not-allowed disabled:border-line disabled:bg-wash disabled:text-ink-3",
    size === "lg" ? "min-h-12 px-5 py-3 text-lg" : "min-h-9 px-3.5 py-1.5",
    tones[tone],
  );
}

const tones: Record<ButtonTone, string> = {
  primary: "border-accent bg-accent text-on-accent hover:border-accent-deep hover:bg-accent-deep",
  plain: "border-line-strong bg-paper text-ink hover:bg-wash",
  danger: "border-line-strong bg-paper text-bad hover:border-bad hover:bg-bad-wash",
  quiet: "border-transparent text-accent hover:bg-accent-wash",
};

/** Single letters are keys of the page; Enter belongs to the browser. */
const keyOf = (hint: string | undefined): string | undefined => (hint?.length === 1 ? hint.toLowerCase() : undefined);

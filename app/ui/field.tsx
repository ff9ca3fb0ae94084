import { ChevronDown } from "lucide-react";
import type { ComponentProps, ReactNode } from "react";
import { cx } from "./cx";

interface Around {
  /** Also the id of the control; unique on the page. */
  id: string;
  label: ReactNode;
  hint?: ReactNode;
  /** What is wrong with it and what to do. */
  error?: string;
  /** Keeps the label for readers only, where the heading above says it. */
  labelHidden?: boolean;
  large?: boolean;
  /** A button on the control's line. */
  beside?: ReactNode;
}

/** One line of text. */
export function TextField({
  id,
  label,
  hint,
  error,
  labelHidden,
  large,
  beside,
  className,
  ...rest
}: Around & ComponentProps<"input">) {
  return (
    <Field {...{ id, label, hint, error, labelHidden, large, beside }}>
      <input id={id} className={cx(controlLook(!!error, large), className)} {...told(id, hint, error)} {...rest} />
    </Field>
  );
}

/** Text of several lines. */
export function TextArea({
  id,
  label,
  hint,
  error,
  labelHidden,
  large,
  className,
  ...rest
}: Around & ComponentProps<"textarea">) {
  return (
    <Field {...{ id, label, hint, error, labelHidden, large }}>
      <textarea
        id={id}
        rows={3}
        className={cx(controlLook(!!error, large), className)}
        {...told(id, hint, error)}
        {...rest}
      />
    </Field>
  );
}

/** One of a list, as a native select; children are its options. */
export function SelectField({
  id,
  label,
  hint,
  error,
  labelHidden,
  large,
  className,
  ...rest
}: Around & ComponentProps<"select">) {
  return (
    <Field {...{ id, label, hint, error, labelHidden, large }}>
      <span className="relative block">
        <select
          id={id}
          className={cx(controlLook(!!error, large), "appearance-none pe-9", className)}
          {...told(id, hint, error)}
          {...rest}
        />
        <ChevronDown
          aria-hidden="true"
          className="pointer-events-none absolute end-2.5 top-1/2 size-4 -translate-y-1/2 text-ink-3"
        />
      </span>
    </Field>
  );
}

/** Label above, hint below it, then the control, then its error; `controlLook` and `told` dress a control of one's own. */
export function Field({
  id,
  label,
  hint,
  error,
  labelHidden,
  large,
  beside,
  children,
}: Around & { children: ReactNode }) {
  return (
    <div className="min-w-0">
      <label htmlFor={id} className={cx("mb-1 block font-medium", large && "text-lg", labelHidden && "sr-only")}>
        {label}
      </label>
      {hint ? (
        <p id={`${id}-hint`} className={cx("mb-1.5 text-ink-2", labelHidden && "sr-only")}>
          {hint}
        </p>
      ) : null}
      {beside ? (
        <div className="flex gap-2">
          {children}
          {beside}
        </div>
      ) : (
        children
      )}
      {error ? (
        <p id={`${id}-error`} className="mt-1.5 font-medium text-bad group-data-[said]/form:sr-only">
          {error}
        </p>
      ) : null}
    </div>
  );
}

/** Border, ground and height of every control. */
export function controlLook(bad = false, large = false): string {
  return cx(
    "block w-full min-w-0 rounded border bg-paper text-ink transition-colors hover:border-ink-2",
    large ? "min-h-12 px-3.5 py-2.5 text-lg" : "min-h-9 px-3 py-1.5",
    bad ? "border-2 border-bad" : "border-edge",
  );
}

/** Ties a control to its hint and its error. */
export function told(id: string, hint?: ReactNode, error?: string) {
  const ids = [hint ? `${id}-hint` : "", error ? `${id}-error` : ""].filter(Boolean).join(" ");
  return { "aria-describedby": ids || undefined, "aria-invalid": error ? (true as const) : undefined };
}

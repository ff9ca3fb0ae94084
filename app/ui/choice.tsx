import type { ComponentProps, ReactNode } from "react";
import { cx } from "./cx";
import type { Problem } from "./problem";

interface ChoiceProps extends Omit<ComponentProps<"input">, "type"> {
  label: ReactNode;
  hint?: ReactNode;
  large?: boolean;
}

/** A check box with its words beside it; the whole line is the target. */
export const CheckField = (props: ChoiceProps) => <Choice type="checkbox" {...props} />;

/** One of several; give all of a group the same name inside a ChoiceGroup. */
export const RadioField = (props: ChoiceProps) => <Choice type="radio" {...props} />;

/** A question and its choices; an error stands between them. */
export function ChoiceGroup({
  legend,
  hint,
  error,
  children,
  hidden,
  row,
}: {
  legend: ReactNode;
  hint?: ReactNode;
  error?: string;
  children: ReactNode;
  hidden?: boolean;
  /** Side by side, for two or three short choices. */
  row?: boolean;
}) {
  return (
    <fieldset className="min-w-0">
      <legend className={cx("mb-1 font-medium", hidden && "sr-only")}>{legend}</legend>
      {hint ? <p className="mb-1.5 text-ink-2">{hint}</p> : null}
      {error ? <p className="mb-1.5 font-medium text-bad">{error}</p> : null}
      <div className={cx("flex", row ? "flex-wrap gap-x-6" : "flex-col")}>{children}</div>
    </fieldset>
  );
}

/** A question of which one answer has to be chosen; the one that came with a refused form is chosen again. */
export function OneOf({
  legend,
  name,
  choices,
  problem,
}: {
  legend: ReactNode;
  name: string;
  choices: readonly { value: string; label: ReactNode; hint?: ReactNode }[];
  problem: Problem | null;
}) {
  return (
    <ChoiceGroup legend={legend} error={problem?.fields?.[name]}>
      {choices.map((choice) => (
        <RadioField
          key={choice.value}
          {...choice}
          name={name}
          required
          defaultChecked={problem?.typed?.[name] === choice.value}
        />
      ))}
    </ChoiceGroup>
  );
}

/** Answers by their words. */
export const choicesOf = (words: Readonly<Record<string, string>>): { value: string; label: string }[] =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

function Choice({ type, label, hint, large, className, ...rest }: ChoiceProps & { type: "checkbox" | "radio" }) {
  return (
    <label className={cx("flex cursor-pointer items-start gap-2.5 py-1.5", large && "py-2.5 text-lg", className)}>
      <input type={type} className={cx("mt-0.5 size-4 shrink-0 accent-accent", large && "mt-1 size-5")} {...rest} />
      <span className="min-w-0">
        {label}
        {hint ? <span className="block text-ink-2">{hint}</span> : null}
      </span>
    </label>
  );
}

import type { ReactNode } from "react";
import { TextField } from "./field";

interface CodeFieldProps {
  id: string;
  name?: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: string;
  autoFocus?: boolean;
  large?: boolean;
  /** `one-time-code` where the code comes to this very person, `off` where someone reads it to them. */
  autoComplete?: "one-time-code" | "off";
  required?: boolean;
  "data-focus"?: "";
}

/** Six digits in one field that takes spaces and a paste. */
export function CodeField({
  name = "code",
  autoComplete = "one-time-code",
  required = true,
  large,
  ...rest
}: CodeFieldProps) {
  return (
    <TextField
      name={name}
      inputMode="numeric"
      autoComplete={autoComplete}
      pattern="[0-9\s]{6,12}"
      maxLength={12}
      required={required}
      spellCheck={false}
      large={large}
      className={large ? "w-48 font-mono tracking-widest" : "w-36 font-mono tracking-widest"}
      {...rest}
    />
  );
}

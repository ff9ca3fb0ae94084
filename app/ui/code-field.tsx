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
  beside?: ReactNode;
  /** The field this page starts in, where there is a keyboard. */
  first?: boolean;
}

/** Six digits, European or Arabic ones, in one field that takes spaces and a paste; never given back. */
export function CodeField(props: CodeFieldProps) {
  const { id, label, hint, error, large, beside } = props;
  return (
    <TextField
      {...{ id, label, hint, error, large, beside }}
      name={props.name ?? "code"}
      dir="ltr"
      inputMode="numeric"
      autoComplete={props.autoComplete ?? "one-time-code"}
      pattern="[0-9\u0660-\u0669\u06f0-\u06f9 ]{6,12}"
      maxLength={12}
      required={props.required ?? true}
      spellCheck={false}
      className={large ? "w-48 font-mono tracking-widest" : "w-36 font-mono tracking-widest"}
      {...(props.autoFocus ? { autoFocus: true } : {})}
      {...(props.first ? { "data-focus": "" } : {})}
    />
  );
}

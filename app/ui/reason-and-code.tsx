import { CodeField } from "./code-field";
import { TextField } from "./field";
import { fieldOf, type Problem } from "./problem";

interface ReasonAndCodeProps {
  /** The id of a field. */
  idOf: (field: string) => string;
  words: { reason: string; reasonHint: string; code: string; codeHint: string };
  problem: Problem | null;
  maxLength?: number;
}

/** What a grave act takes: a reason in words, and a fresh code. */
export function ReasonAndCode({ idOf, words, problem, maxLength = 500 }: ReasonAndCodeProps) {
  return (
    <>
      <TextField
        id={idOf("reason")}
        name="reason"
        label={words.reason}
        hint={words.reasonHint}
        required
        autoComplete="off"
        maxLength={maxLength}
        {...fieldOf(problem, "reason")}
      />
      <CodeField id={idOf("code")} label={words.code} hint={words.codeHint} {...fieldOf(problem, "code")} />
    </>
  );
}

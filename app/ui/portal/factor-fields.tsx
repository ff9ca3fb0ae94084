import { TextField } from "../field";
import { useWords } from "../language";
import { fieldOf, type Problem } from "../problem";
import { factorWords } from "../words/second-factor";

/** What changing a second factor takes: the password, and a code of what is on. */
export function BothFields({ id, byText, problem }: { id: string; byText: boolean; problem: Problem | null }) {
  return (
    <>
      <PasswordField id={`${id}-password`} problem={problem} />
      <FactorCodeField id={`${id}-code`} byText={byText} problem={problem} />
    </>
  );
}

/** A code of the second factor that is on, or a saved code in its place. */
export function FactorCodeField({ id, byText, problem }: { id: string; byText: boolean; problem: Problem | null }) {
  const words = useWords(factorWords);
  return (
    <TextField
      id={id}
      name="code"
      label={byText ? words.textCode : words.code}
      hint={words.codeHint}
      large
      required
      maxLength={60}
      autoComplete="one-time-code"
      autoCapitalize="characters"
      spellCheck={false}
      dir="ltr"
      className="font-mono tracking-wide"
      {...fieldOf(problem, "code")}
    />
  );
}

/** The holder's own password, typed anew. */
export function PasswordField({ id, problem }: { id: string; problem: Problem | null }) {
  const words = useWords(factorWords);
  return (
    <TextField
      id={id}
      name="password"
      type="password"
      label={words.password}
      large
      required
      autoComplete="current-password"
      {...fieldOf(problem, "password")}
    />
  );
}

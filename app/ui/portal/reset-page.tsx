import { Button } from "../button";
import { TextField } from "../field";
import { useWords } from "../language";
import { fieldOf, type Problem, problemOf } from "../problem";
import { resetWords } from "../words/portal-account";
import { PortalForm } from "./form";
import { NotTaken } from "./not-taken";
import { type PortalProps, PortalShell, PortalText, PortalTitle } from "./shell";

interface ResetPageProps extends PortalProps {
  /** Whether this reset sets a new password; without one the form is a single button. */
  newPassword: boolean;
  /** The policy's least length of a password, in characters. */
  minLength: number;
  /** By which of its own rules the directory did not take the password before this one. */
  notTaken?: string | null;
  problem: Problem | null;
}

/** The page behind a link: only sending it changes the account, and it is sent to the address it stands at. */
export function ResetPage({ newPassword, minLength, notTaken = null, formKey, problem, demo }: ResetPageProps) {
  const words = useWords(resetWords);
  const mine = problemOf(problem, "reset");
  return (
    <PortalShell demo={demo}>
      <PortalTitle>{newPassword ? words.title : words.plainTitle}</PortalTitle>
      <PortalText>{newPassword ? words.text : words.plainText}</PortalText>
      {notTaken && !mine ? <NotTaken rule={notTaken} /> : null}
      <PortalForm form="reset" formKey={formKey} problem={mine}>
        {newPassword ? <Passwords minLength={minLength} problem={mine} /> : null}
        <Button tone="primary" size="lg">
          {newPassword ? words.send : words.plainSend}
        </Button>
      </PortalForm>
    </PortalShell>
  );
}

function Passwords({ minLength, problem }: { minLength: number; problem: Problem | null }) {
  const words = useWords(resetWords);
  const first = fieldOf(problem, "password");
  const second = fieldOf(problem, "repeat");
  const type = { type: "password", autoComplete: "new-password", large: true, required: true } as const;
  return (
    <>
      <div id="rules" className="rounded-lg bg-wash px-4 py-3">
        <p className="font-medium">{words.rulesTitle}</p>
        <ul className="mt-1 list-disc ps-5 text-ink-2">
          {words.rules(minLength).map((rule) => (
            <li key={rule}>{rule}</li>
          ))}
        </ul>
      </div>
      <TextField
        id="password"
        name="password"
        label={words.password}
        error={first.error}
        autoFocus={first.autoFocus}
        aria-describedby={first.error ? "rules password-error" : "rules"}
        {...type}
      />
      <TextField
        id="repeat"
        name="repeat"
        label={words.repeat}
        error={second.error}
        autoFocus={second.autoFocus}
        {...type}
      />
    </>
  );
}

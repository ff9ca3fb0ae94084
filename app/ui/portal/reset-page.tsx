import { Button } from "../button";
import { useWords } from "../language";
import { type Problem, problemOf } from "../problem";
import { resetWords } from "../words/portal-account";
import { PortalForm } from "./form";
import { NotTaken } from "./not-taken";
import { type PasswordAsked, PasswordFields } from "./password-fields";
import { type PortalProps, PortalShell, PortalText, PortalTitle } from "./shell";

interface ResetPageProps extends PortalProps {
  /** Whether this reset sets a new password; without one the form is a single button. */
  newPassword: boolean;
  /** What the policy asks of it. */
  rules: PasswordAsked;
  /** What the holder signs in as. */
  username?: string | null;
  /** By which of its own rules the directory did not take the password before this one. */
  notTaken?: string | null;
  problem: Problem | null;
}

/** The page behind a link: only sending it changes the account, and it is sent to the address it stands at. */
export function ResetPage({
  newPassword,
  rules,
  username = null,
  notTaken = null,
  formKey,
  problem,
  demo,
}: ResetPageProps) {
  const words = useWords(resetWords);
  const mine = problemOf(problem, "reset");
  return (
    <PortalShell demo={demo}>
      <PortalTitle>{newPassword ? words.title : words.plainTitle}</PortalTitle>
      <PortalText>{newPassword ? words.text : words.plainText}</PortalText>
      {notTaken && !mine ? <NotTaken rule={notTaken} /> : null}
      <PortalForm form="reset" formKey={formKey} problem={mine}>
        {newPassword ? <PasswordFields {...rules} username={username} problem={mine} /> : null}
        <Button tone="primary" size="lg">
          {newPassword ? words.send : words.plainSend}
        </Button>
      </PortalForm>
    </PortalShell>
  );
}

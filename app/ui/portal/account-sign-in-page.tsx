import { Button } from "../button";
import { CodeField } from "../code-field";
import { TextField } from "../field";
import { useWords } from "../language";
import { fieldOf, type Problem, problemOf } from "../problem";
import { signInWords } from "../words/portal-account";
import { PortalForm } from "./form";
import { PortalLink, type PortalProps, PortalShell, PortalTitle } from "./shell";

interface AccountSignInPageProps extends PortalProps {
  /** Shows the field for a code: the account has a second factor. */
  askCode: boolean;
  problem: Problem | null;
}

/** The holder's sign-in; what was wrong is never told apart. */
export function AccountSignInPage({ askCode, formKey, problem, demo }: AccountSignInPageProps) {
  const words = useWords(signInWords);
  const mine = problemOf(problem, "sign-in");
  return (
    <PortalShell demo={demo}>
      <PortalTitle>{words.title}</PortalTitle>
      <PortalForm action="/account/sign-in" form="sign-in" formKey={formKey} problem={mine}>
        <TextField
          id="username"
          name="username"
          label={words.name}
          large
          required
          dir="auto"
          autoComplete="username"
          autoCapitalize="off"
          spellCheck={false}
          {...fieldOf(mine, "username")}
        />
        <TextField
          id="password"
          name="password"
          type="password"
          label={words.password}
          large
          required
          autoComplete="current-password"
          error={fieldOf(mine, "password").error}
        />
        {askCode ? <Code problem={mine} /> : null}
        <Button tone="primary" size="lg">
          {words.send}
        </Button>
      </PortalForm>
      <PortalLink href="/forgot">{words.forgot}</PortalLink>
      <PortalLink href="/request">{words.help}</PortalLink>
    </PortalShell>
  );
}

function Code({ problem }: { problem: Problem | null }) {
  const words = useWords(signInWords);
  const { error, autoFocus } = fieldOf(problem, "code");
  return (
    <CodeField
      id="code"
      label={words.code}
      hint={words.codeHint}
      large
      required={false}
      error={error}
      autoFocus={autoFocus}
    />
  );
}

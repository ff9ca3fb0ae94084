import { Button } from "../button";
import { TextField } from "../field";
import { useWords } from "../language";
import { fieldOf, type Problem, problemOf } from "../problem";
import { askWords } from "../words/ask";
import { signInWords } from "../words/portal-account";
import { PortalForm } from "./form";
import { PortalLink, type PortalProps, PortalShell, PortalTitle } from "./shell";

interface AccountSignInPageProps extends PortalProps {
  /** Of who just came back by a link. */
  username?: string | null;
  problem: Problem | null;
}

/** The holder's sign-in; what was wrong is never told apart. */
export function AccountSignInPage({ formKey, username, problem, demo }: AccountSignInPageProps) {
  const ask = useWords(askWords);
  const words = useWords(signInWords);
  const mine = problemOf(problem, "sign-in");
  const name = fieldOf(mine, "username");
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
          {...name}
          defaultValue={name.defaultValue ?? username ?? undefined}
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
        <Button tone="primary" size="lg">
          {words.send}
        </Button>
      </PortalForm>
      <PortalLink href="/forgot">{words.forgot}</PortalLink>
      <PortalLink href="/request/new">{ask.link}</PortalLink>
      <PortalLink href="/request">{words.help}</PortalLink>
    </PortalShell>
  );
}

import { Button } from "../button";
import { TextField } from "../field";
import { useWords } from "../language";
import { Notice } from "../notice";
import { fieldOf, type Problem, problemOf } from "../problem";
import { askWords } from "../words/ask";
import { type Left, leftWords } from "../words/left";
import { signInWords } from "../words/portal-account";
import { PortalForm } from "./form";
import { ShowTyped } from "./password-fields";
import { PortalLink, type PortalProps, PortalShell, PortalTitle } from "./shell";

interface AccountSignInPageProps extends PortalProps {
  /** Of who just came back by a link. */
  username?: string | null;
  problem: Problem | null;
  /** Why somebody stands here who was signed in until now. */
  left?: Left | null;
}

/** The holder's sign-in; what was wrong is never told apart. */
export function AccountSignInPage({ formKey, username, problem, left = null, demo }: AccountSignInPageProps) {
  const ask = useWords(askWords);
  const words = useWords(signInWords);
  const mine = problemOf(problem, "sign-in");
  const name = fieldOf(mine, "username");
  return (
    <PortalShell demo={demo}>
      {left ? <LeftNotice why={left} /> : null}
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
        <div data-passwords="" className="flex flex-col gap-2">
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
          <ShowTyped />
        </div>
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

/** What became of the session one had. */
function LeftNotice({ why }: { why: Left }) {
  const { title, text } = useWords(leftWords)[why];
  return (
    <Notice tone="info" role="status" className="mb-6" title={title}>
      {text}
    </Notice>
  );
}

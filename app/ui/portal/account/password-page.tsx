import { Button } from "../../button";
import { TextField } from "../../field";
import { useWords } from "../../language";
import { fieldOf, type Problem, problemOf } from "../../problem";
import { passwordWords } from "../../words/passwords";
import { PortalForm } from "../form";
import { type PasswordAsked, PasswordFields } from "../password-fields";
import { PortalLink } from "../shell";
import { OwnPage, type OwnPageGiven } from "./own-page";

interface PasswordPageProps extends Pick<OwnPageGiven, "demo"> {
  rules: PasswordAsked;
  username: string | null;
  formKey: string;
  problem: Problem | null;
}

/** The page on which a signed-in holder changes the password, with the present one given anew. */
export function PasswordPage({ rules, username, formKey, problem, demo }: PasswordPageProps) {
  const words = useWords(passwordWords).page;
  const mine = problemOf(problem, "own-password");
  const present = fieldOf(mine, "present");
  return (
    <OwnPage title={words.title} text={words.text} demo={demo}>
      <PortalForm action="/account/password" form="own-password" formKey={formKey} problem={mine}>
        <TextField
          id="present"
          name="present"
          type="password"
          label={words.present}
          large
          required
          autoComplete="current-password"
          error={present.error}
          autoFocus={present.autoFocus}
        />
        <PasswordFields {...rules} username={username} problem={mine} />
        <Button tone="primary" size="lg">
          {words.send}
        </Button>
      </PortalForm>
      <PortalLink href="/forgot">{words.forgot}</PortalLink>
    </OwnPage>
  );
}

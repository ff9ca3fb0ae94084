import type { FactorWay } from "domain/take-factor";
import { Button } from "../button";
import { CodeField } from "../code-field";
import { TextField } from "../field";
import { FormKey } from "../hidden";
import { useWords } from "../language";
import { Notice, ProblemNotice } from "../notice";
import { fieldOf, type Problem, problemOf } from "../problem";
import { factorWords, phoneIn } from "../words/second-factor";
import { PortalForm } from "./form";
import { PortalLink, PortalPart, type PortalProps, PortalShell, PortalText, PortalTitle } from "./shell";

interface SecondStepPageProps extends PortalProps {
  way: Exclude<FactorWay, "none">;
  /** The mask of the phone that was texted. */
  phone: string | null;
  /** A text is out whose code still works. */
  isTexted: boolean;
  /** Another text was just sent. */
  texted: boolean;
  problem: Problem | null;
}

/** The second step of a sign-in: the code of the app or of a text, or a saved code in its place. */
export function SecondStepPage(props: SecondStepPageProps) {
  const words = useWords(factorWords);
  const { way, phone, isTexted, texted, demo } = props;
  return (
    <PortalShell demo={demo}>
      {texted ? (
        <Notice tone="good" role="status" className="mb-6">
          {words.sentAgain}
        </Notice>
      ) : null}
      <PortalTitle>{words.stepTitle}</PortalTitle>
      {way === "app" ? <PortalText>{words.stepApp}</PortalText> : null}
      {way === "text" ? <PortalText>{isTexted ? words.stepText(phoneIn(phone)) : words.stepNoText}</PortalText> : null}
      {way === "elsewhere" ? <PortalText>{words.stepElsewhere}</PortalText> : <Code {...props} />}
      <PortalLink href="/account/sign-in">{words.otherAccount}</PortalLink>
    </PortalShell>
  );
}

function Code({ way, formKey, problem }: SecondStepPageProps) {
  const words = useWords(factorWords);
  const mine = problemOf(problem, "code");
  const saved = problemOf(problem, "saved-code");
  return (
    <>
      <PortalForm action="/account/sign-in/code" form="code" formKey={formKey} problem={mine}>
        <CodeField id="code" label={words.stepCode} hint={words.stepCodeHint} large first {...fieldOf(mine, "code")} />
        <Button tone="primary" size="lg">
          {words.signIn}
        </Button>
      </PortalForm>
      {way === "text" ? <Again formKey={formKey} problem={problem} /> : null}
      <PortalPart title={words.savedTitle}>
        <PortalText>{words.savedText}</PortalText>
        <PortalForm
          action="/account/sign-in/code"
          form="saved-code"
          formKey={formKey}
          problem={saved}
          idOf={() => "saved-code"}
        >
          <input type="hidden" name="saved" value="yes" />
          <SavedCodeField id="saved-code" label={words.saved} hint={words.savedHint} {...fieldOf(saved, "code")} />
          <Button size="lg">{words.savedSend}</Button>
        </PortalForm>
        <PortalText>{words.lost}</PortalText>
        <PortalLink href="/request/new">{words.lostLink}</PortalLink>
      </PortalPart>
    </>
  );
}

function Again({ formKey, problem }: { formKey: string; problem: Problem | null }) {
  const words = useWords(factorWords);
  return (
    <form method="post" action="/account/sign-in/text" className="mt-4 flex flex-col gap-2">
      <FormKey formKey={formKey} form="text" />
      <ProblemNotice problem={problemOf(problem, "text")} />
      <Button size="lg">{words.again}</Button>
    </form>
  );
}

/** Letters and digits as they stand on paper. */
function SavedCodeField(props: { id: string; label: string; hint: string; error?: string; autoFocus?: true }) {
  return (
    <TextField
      {...props}
      name="code"
      large
      required
      maxLength={60}
      autoComplete="off"
      autoCapitalize="characters"
      spellCheck={false}
      dir="ltr"
      className="font-mono tracking-wide"
    />
  );
}

import { Button } from "../button";
import { CodeField } from "../code-field";
import { TextField } from "../field";
import { FormKey } from "../hidden";
import { useWords } from "../language";
import { fieldOf, type Problem, problemOf } from "../problem";
import { enterWords } from "../words/portal";
import { PortalForm } from "./form";
import { PortalLink, type PortalProps, PortalShell, PortalText, PortalTitle } from "./shell";

interface EnterPageProps extends PortalProps {
  /** `reference` asks for a code to be sent; `code` takes the code (GET /request?stage=code, and after one was sent). */
  stage: "reference" | "code";
  /** A code was asked for just now. */
  sent?: boolean;
  /** The reference typed before, or an empty string. */
  reference: string;
  problem: Problem | null;
}

/** The door to a request's page: a reference, then the code that was sent. */
export function EnterPage({ stage, demo, ...rest }: EnterPageProps) {
  return <PortalShell demo={demo}>{stage === "code" ? <TypeCode {...rest} /> : <AskCode {...rest} />}</PortalShell>;
}

type Inside = Omit<EnterPageProps, "stage" | "demo">;

function AskCode({ formKey, reference, problem }: Inside) {
  const words = useWords(enterWords);
  const mine = problemOf(problem, "code");
  return (
    <>
      <PortalTitle>{words.title}</PortalTitle>
      <PortalText>{words.text}</PortalText>
      <PortalForm action="/request/code" form="code" formKey={formKey} problem={mine}>
        <Reference reference={reference} problem={mine} />
        <Button tone="primary" size="lg">
          {words.send}
        </Button>
      </PortalForm>
      <PortalLink href="/request?stage=code">{words.haveCode}</PortalLink>
    </>
  );
}

function TypeCode({ sent = false, formKey, reference, problem }: Inside) {
  const words = useWords(enterWords);
  const mine = problemOf(problem, "request");
  return (
    <>
      <PortalTitle>{words.codeTitle}</PortalTitle>
      {sent ? <PortalText>{words.codeText}</PortalText> : null}
      <PortalForm action="/request" form="request" formKey={formKey} problem={mine ?? problemOf(problem, "code")}>
        <Reference reference={reference} problem={mine} />
        <CodeField
          id="code"
          label={words.code}
          hint={words.codeHint}
          large
          error={fieldOf(mine, "code").error}
          autoFocus={fieldOf(mine, "code").autoFocus ?? (reference !== "" && !mine)}
        />
        <Button tone="primary" size="lg">
          {words.open}
        </Button>
      </PortalForm>
      <CodeAgain formKey={formKey} reference={reference} />
    </>
  );
}

function Reference({ reference, problem }: { reference: string; problem: Problem | null }) {
  const words = useWords(enterWords);
  const given = fieldOf(problem, "reference");
  return (
    <TextField
      id="reference"
      name="reference"
      label={words.reference}
      hint={words.referenceHint}
      large
      required
      autoComplete="off"
      dir="ltr"
      autoCapitalize="characters"
      spellCheck={false}
      className="font-mono"
      {...given}
      defaultValue={given.defaultValue ?? reference}
    />
  );
}

function CodeAgain({ formKey, reference }: { formKey: string; reference: string }) {
  const words = useWords(enterWords);
  if (reference === "") return <PortalLink href="/request">{words.send}</PortalLink>;
  return (
    <form method="post" action="/request/code" className="mt-4 flex flex-col gap-2">
      <FormKey formKey={formKey} form="code" />
      <input type="hidden" name="reference" value={reference} />
      <Button size="lg">{words.again}</Button>
      <PortalLink href="/request">{words.otherReference}</PortalLink>
    </form>
  );
}

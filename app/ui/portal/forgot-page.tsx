import { Button } from "../button";
import { CodeField } from "../code-field";
import { TextField } from "../field";
import { FormKey } from "../hidden";
import { useWords } from "../language";
import { fieldOf, type Problem, problemOf } from "../problem";
import { askWords } from "../words/ask";
import { forgotWords } from "../words/forgot";
import { PortalForm } from "./form";
import { PortalLink, PortalPart, type PortalProps, PortalShell, PortalText, PortalTitle } from "./shell";

interface ForgotPageProps extends PortalProps {
  /** What was typed, once something was sent to it, if it is anybody's. */
  asked: string | null;
  problem: Problem | null;
}

/** A forgotten password: an address or number, then what to do with what comes; alike for everybody's and nobody's. */
export function ForgotPage({ asked, demo, ...rest }: ForgotPageProps) {
  return <PortalShell demo={demo}>{asked === null ? <Ask {...rest} /> : <Sent asked={asked} {...rest} />}</PortalShell>;
}

type Inside = Pick<ForgotPageProps, "formKey" | "problem">;

function Ask({ formKey, problem }: Inside) {
  const words = useWords(forgotWords);
  const mine = problemOf(problem, "forgot");
  return (
    <>
      <PortalTitle>{words.title}</PortalTitle>
      <PortalText>{words.text}</PortalText>
      <PortalForm action="/forgot" form="forgot" formKey={formKey} problem={mine}>
        <TextField
          id="contact"
          name="contact"
          label={words.contact}
          hint={words.contactHint}
          large
          required
          dir="ltr"
          autoComplete="email"
          autoCapitalize="off"
          spellCheck={false}
          {...fieldOf(mine, "contact")}
        />
        <Button tone="primary" size="lg">
          {words.send}
        </Button>
      </PortalForm>
    </>
  );
}

function Sent({ asked, formKey, problem }: Inside & { asked: string }) {
  const words = useWords(forgotWords);
  const ask = useWords(askWords);
  const mine = problemOf(problem, "code");
  return (
    <>
      <PortalTitle>{words.sentTitle}</PortalTitle>
      <PortalText>{words.sentText}</PortalText>
      <PortalPart title={words.codeTitle}>
        <PortalForm action="/forgot/code" form="code" formKey={formKey} problem={mine}>
          <input type="hidden" name="contact" value={asked} />
          <CodeField id="code" label={words.code} hint={words.codeHint} large {...fieldOf(mine, "code")} />
          <Button tone="primary" size="lg">
            {words.open}
          </Button>
        </PortalForm>
      </PortalPart>
      <PortalPart title={words.nothing}>
        <ul className="mt-3 flex list-disc flex-col gap-2 ps-5 text-ink-2">
          <li>{words.typos}</li>
          <li>{words.spam}</li>
          <li>{words.desk}</li>
        </ul>
        <form method="post" action="/forgot" className="mt-4 flex flex-col gap-2">
          <FormKey formKey={formKey} form="forgot" />
          <input type="hidden" name="contact" value={asked} />
          <Button size="lg">{words.again}</Button>
        </form>
        <PortalLink href="/forgot">{words.other}</PortalLink>
        <PortalLink href="/request/new">{ask.link}</PortalLink>
      </PortalPart>
    </>
  );
}

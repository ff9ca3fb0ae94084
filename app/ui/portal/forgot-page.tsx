import type { Instant } from "domain/time";
import { Button } from "../button";
import { CodeField } from "../code-field";
import { TextField } from "../field";
import { FormKey } from "../hidden";
import { useLanguage, useWords } from "../language";
import { Notice } from "../notice";
import { fieldOf, type Problem, problemOf } from "../problem";
import { askWords } from "../words/ask";
import { forgotWords } from "../words/forgot";
import { momentWords } from "../words/portal-times";
import { PortalForm } from "./form";
import { PortalLink, PortalPart, type PortalProps, PortalShell, PortalText, PortalTitle } from "./shell";

/** What this browser asked for, if it is anybody's. */
export interface Asked {
  /** As it was typed. */
  contact: string;
  at: Instant;
  /** From when on it may be asked for again. */
  againAt: Instant;
  /** For the first time, once more, or sooner than is answered. */
  how: "first" | "again" | "wait";
}

interface ForgotPageProps extends PortalProps {
  asked: Asked | null;
  /** Whether a code is to be typed that came already. */
  code: boolean;
  /** Where this browser asked before. */
  typed: string;
  now: Instant;
  zone: string;
  problem: Problem | null;
}

/** A forgotten password: an address or number, then what to do with what comes; alike for everybody's and nobody's. */
export function ForgotPage({ asked, code, demo, ...rest }: ForgotPageProps) {
  const page = asked ? <Sent asked={asked} {...rest} /> : code ? <Came {...rest} /> : <Ask {...rest} />;
  return <PortalShell demo={demo}>{page}</PortalShell>;
}

type Inside = Omit<ForgotPageProps, "demo" | "asked" | "code">;

function Ask({ typed, formKey, problem }: Inside) {
  const words = useWords(forgotWords);
  const mine = problemOf(problem, "forgot");
  return (
    <>
      <PortalTitle>{words.title}</PortalTitle>
      <PortalText>{words.text}</PortalText>
      <PortalForm action="/forgot" form="forgot" formKey={formKey} problem={mine}>
        <ContactField typed={typed} problem={mine} />
        <Button tone="primary" size="lg">
          {words.send}
        </Button>
      </PortalForm>
      <PortalLink href="/forgot?stage=code">{words.haveCode}</PortalLink>
    </>
  );
}

function ContactField({ typed, label, problem }: { typed: string; label?: string; problem: Problem | null }) {
  const words = useWords(forgotWords);
  const given = fieldOf(problem, "contact");
  return (
    <TextField
      id="contact"
      name="contact"
      label={label ?? words.contact}
      hint={words.contactHint}
      large
      required
      dir="ltr"
      autoComplete="email"
      autoCapitalize="off"
      spellCheck={false}
      {...given}
      defaultValue={given.defaultValue ?? typed}
    />
  );
}

/** A code that came, on whichever device it was asked for. */
function Came({ typed, formKey, problem }: Inside) {
  const words = useWords(forgotWords);
  const mine = problemOf(problem, "code");
  return (
    <>
      <PortalTitle>{words.codeTitle}</PortalTitle>
      <PortalText>{words.codeText}</PortalText>
      <PortalForm action="/forgot/code" form="code" formKey={formKey} problem={mine}>
        <ContactField typed={typed} problem={mine} />
        <CodeField id="code" label={words.code} hint={words.codeHint} large {...fieldOf(mine, "code")} />
        <Button tone="primary" size="lg">
          {words.open}
        </Button>
      </PortalForm>
      <PortalLink href="/forgot">{words.noCode}</PortalLink>
    </>
  );
}

function Sent({ asked, now, zone, formKey }: Inside & { asked: Asked }) {
  const language = useLanguage();
  const words = forgotWords[language];
  const [sent, again] = [asked.at, asked.againAt].map((at) => momentWords(language, at, now, zone));
  const ask = useWords(askWords);
  return (
    <>
      {asked.how === "first" ? null : (
        <Notice tone={asked.how === "again" ? "good" : "wait"} role="status" className="mb-6">
          {asked.how === "again" ? words.sentAgain : words.tooSoon}
        </Notice>
      )}
      <PortalTitle>{words.sentTitle}</PortalTitle>
      <PortalText>
        {words.youTyped}{" "}
        <strong>
          <bdi dir="ltr">{asked.contact}</bdi>
        </strong>{" "}
        ·{" "}
        <a href="/forgot" className="font-medium text-accent underline underline-offset-4">
          {words.change}
        </a>
      </PortalText>
      <PortalText>{words.sentText}</PortalText>
      <PortalPart title={words.codeTitle}>
        <PortalForm action="/forgot/code" form="code" formKey={formKey} problem={null}>
          <input type="hidden" name="contact" value={asked.contact} />
          <CodeField id="code" label={words.code} hint={words.codeHint} large />
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
        <PortalText>{words.times(sent ?? "", again ?? "")}</PortalText>
        <form method="post" action="/forgot" className="mt-4 flex flex-col gap-2">
          <FormKey formKey={formKey} form="forgot" />
          <input type="hidden" name="contact" value={asked.contact} />
          <Button size="lg">{words.again}</Button>
        </form>
        <PortalLink href="/forgot">{words.other}</PortalLink>
        <PortalLink href="/request/new">{ask.link}</PortalLink>
      </PortalPart>
    </>
  );
}

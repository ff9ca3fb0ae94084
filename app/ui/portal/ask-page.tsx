import { type ReactNode, useContext } from "react";
import { Button, ButtonLink } from "../button";
import { CheckField, ChoiceGroup } from "../choice";
import { CodeField } from "../code-field";
import { TextField } from "../field";
import { FormKey } from "../hidden";
import { useWords } from "../language";
import { fieldOf, type Problem, problemOf } from "../problem";
import { askWords } from "../words/ask";
import { PortalForm } from "./form";
import { ReachContext } from "./reach";
import { PortalLink, PortalPart, type PortalProps, PortalShell, PortalText, PortalTitle } from "./shell";

/** The questions in their order, and where some answers lead instead. */
export const askSteps = ["lost", "hand", "name", "contact", "code", "works", "owner"] as const;
export type AskStep = (typeof askSteps)[number];
const questions: readonly AskStep[] = ["lost", "hand", "name", "contact"];

/** What was said so far: shown again where the reader goes back. */
interface SaidSoFar {
  lost: readonly string[];
  hand: readonly string[] | null;
  name: string;
  contact: string;
  reference: string;
}
interface AskPageProps extends PortalProps {
  step: AskStep;
  said: SaidSoFar;
  problem: Problem | null;
}
type Inside = Omit<AskPageProps, "demo" | "step">;

/** Asking for help without e-mail and phone: one question a page; alike whether there is such an account or not. */
export function AskPage({ step, demo, ...inside }: AskPageProps) {
  const words = useWords(askWords);
  const at = questions.indexOf(step);
  const Step = pages[step];
  return (
    <PortalShell demo={demo}>
      {at < 0 ? null : <p className="mb-2 text-base text-ink-2">{words.stepOf(at + 1, questions.length)}</p>}
      <Step {...inside} />
    </PortalShell>
  );
}

function Lost({ said, formKey, problem }: Inside) {
  const words = useWords(askWords);
  return (
    <>
      <PortalTitle>{words.lostTitle}</PortalTitle>
      <PortalForm action="/request/new" form="lost" formKey={formKey} problem={problemOf(problem, "lost")}>
        <Ticks legend={words.lostLegend} choices={words.lost} chosen={said.lost} />
        <Next />
      </PortalForm>
      <PortalLink href="/request/new/owner">{words.ownerLink}</PortalLink>
      <PortalLink href="/request">{words.haveReference}</PortalLink>
    </>
  );
}

function Held({ said, formKey, problem }: Inside) {
  const words = useWords(askWords);
  return (
    <>
      <PortalTitle>{words.handTitle}</PortalTitle>
      <PortalText>{words.handText}</PortalText>
      <PortalForm action="/request/new/hand" form="hand" formKey={formKey} problem={problemOf(problem, "hand")}>
        <Ticks legend={words.handLegend} choices={words.hand} chosen={said.hand ?? []} />
        <Next />
      </PortalForm>
      <PortalLink href="/request/new">{words.back}</PortalLink>
    </>
  );
}

function Name({ said, formKey, problem }: Inside) {
  const words = useWords(askWords);
  const mine = problemOf(problem, "name");
  return (
    <>
      <PortalTitle>{words.nameTitle}</PortalTitle>
      <PortalText>{words.nameText}</PortalText>
      <PortalForm action="/request/new/name" form="name" formKey={formKey} problem={mine}>
        <TextField
          id="name"
          name="name"
          label={words.name}
          hint={words.nameHint}
          {...plainText}
          {...kept(mine, "name", said.name)}
        />
        <Next />
      </PortalForm>
      <PortalLink href="/request/new/hand">{words.back}</PortalLink>
    </>
  );
}

function Contact({ said, formKey, problem }: Inside) {
  const words = useWords(askWords);
  const mine = problemOf(problem, "contact");
  return (
    <>
      <PortalTitle>{words.contactTitle}</PortalTitle>
      <PortalText>{words.contactText}</PortalText>
      <PortalForm action="/request/new/contact" form="contact" formKey={formKey} problem={mine}>
        <TextField
          id="contact"
          name="contact"
          label={words.contact}
          hint={words.contactHint}
          {...plainText}
          {...kept(mine, "contact", said.contact)}
        />
        <Button tone="primary" size="lg">
          {words.send}
        </Button>
      </PortalForm>
      <PortalLink href="/request/new/name">{words.back}</PortalLink>
    </>
  );
}

function Code({ said, formKey }: Inside) {
  const words = useWords(askWords);
  return (
    <>
      <PortalTitle>{words.codeTitle}</PortalTitle>
      <PortalText>{words.codeText}</PortalText>
      <p className="mt-5 text-ink-2">{words.reference}</p>
      <p className="font-mono text-2xl font-semibold tracking-wide">
        <bdi>{said.reference}</bdi>
      </p>
      <PortalForm action="/request" form="request" formKey={formKey} problem={null}>
        <input type="hidden" name="reference" value={said.reference} />
        <CodeField id="code" label={words.code} hint={words.codeHint} large />
        <Button tone="primary" size="lg">
          {words.open}
        </Button>
      </PortalForm>
      <PortalPart title={words.nothing}>
        <ul className="mt-3 flex list-disc flex-col gap-2 ps-5 text-ink-2">
          <li>{words.spam}</li>
          <li>{words.typos}</li>
          <li>{words.call}</li>
        </ul>
        <form method="post" action="/request/code" className="mt-4 flex flex-col gap-2">
          <FormKey formKey={formKey} form="code" />
          <input type="hidden" name="reference" value={said.reference} />
          <Button size="lg">{words.again}</Button>
        </form>
        <PortalLink href="/request/new/contact">{words.back}</PortalLink>
      </PortalPart>
    </>
  );
}

function Works({ said }: Inside) {
  const words = useWords(askWords);
  const isOneLost = said.lost.includes("email") || said.lost.includes("phone");
  const texts = [words.worksText, ...(isOneLost ? [words.worksChange] : []), words.worksSecond];
  return (
    <Elsewhere title={words.worksTitle} texts={texts}>
      <ButtonLink href="/forgot" tone="primary" size="lg" className="mt-6 w-full">
        {words.worksGo}
      </ButtonLink>
      <PortalLink href="/request/new/name">{words.worksNot}</PortalLink>
    </Elsewhere>
  );
}

function Owner() {
  const words = useWords(askWords);
  const owners = useContext(ReachContext)?.owners ?? "";
  return (
    <Elsewhere title={words.ownerTitle} texts={[words.ownerText, words.ownerWrite(owners)]}>
      <PortalLink href="/request/new">{words.back}</PortalLink>
    </Elsewhere>
  );
}

function Elsewhere({ title, texts, children }: { title: string; texts: readonly string[]; children: ReactNode }) {
  return (
    <>
      <PortalTitle>{title}</PortalTitle>
      {texts.map((text) => (
        <PortalText key={text}>{text}</PortalText>
      ))}
      {children}
    </>
  );
}

const pages: Record<AskStep, (inside: Inside) => ReactNode> = {
  lost: Lost,
  hand: Held,
  name: Name,
  contact: Contact,
  code: Code,
  works: Works,
  owner: Owner,
};

const plainText = {
  large: true,
  required: true,
  dir: "auto",
  autoCapitalize: "off",
  autoCorrect: "off",
  spellCheck: false,
  maxLength: 320,
} as const;

/** What was typed: just now and refused, or before and taken. */
function kept(problem: Problem | null, field: string, said: string) {
  const given = fieldOf(problem, field);
  return { ...given, defaultValue: given.defaultValue ?? said };
}

function Ticks(props: { legend: string; choices: Readonly<Record<string, string>>; chosen: readonly string[] }) {
  return (
    <ChoiceGroup legend={props.legend}>
      {Object.entries(props.choices).map(([name, label]) => (
        <CheckField key={name} name={name} label={label} large defaultChecked={props.chosen.includes(name)} />
      ))}
    </ChoiceGroup>
  );
}

function Next() {
  const words = useWords(askWords);
  return (
    <Button tone="primary" size="lg">
      {words.next}
    </Button>
  );
}

import { Button } from "../button";
import { CodeField } from "../code-field";
import { ProblemNotice } from "../notice";
import { fieldOf, type Problem, problemOf } from "../problem";
import { When } from "../time";
import { codeWords, possessionWords } from "../words/acts";
import { ActForm } from "./act-form";
import { CodeState, isUsable } from "./code-state";
import type { Part } from "./part";

type Contact = Part["t"]["account"]["contacts"][number];
type Asked = Part & { main?: boolean };

/** A code to a registered contact that still answers, typed back. */
export function AskCode(part: Asked) {
  const contacts = part.t.account.contacts.filter((c) => c.mayGetCode);
  return (
    <>
      <p className="text-ink-2">{possessionWords.ask}</p>
      <ProblemNotice problem={problemOf(part.problem, "contact-code")} className="mb-0" />
      <ul className="flex flex-col gap-4">
        {contacts.map((contact) => (
          <li key={contact.id} className="flex flex-col gap-2">
            <OneContact contact={contact} {...part} />
          </li>
        ))}
      </ul>
    </>
  );
}

function OneContact({ contact, ...part }: Asked & { contact: Contact }) {
  const { t, desk } = part;
  const code = t.codes[contact.id];
  const live = isUsable(code, t.now);
  return (
    <>
      <p>
        <bdi className="font-medium tabular-nums">{contact.mask}</bdi>{" "}
        <span className="text-ink-3">
          {possessionWords.since} <When at={contact.since} zone={desk.zone} form="month" />
        </span>
      </p>
      {live ? (
        <TypeBack contact={contact} {...part} />
      ) : (
        <ProblemNotice problem={ofContact(part.problem, contact.id)} />
      )}
      {code ? (
        <p className="text-ink-3">
          <CodeState code={code} now={t.now} zone={desk.zone} />
        </p>
      ) : null}
      <ActForm number={t.number} noun="contact-code" which={contact.id} formKey={desk.formKey}>
        <input type="hidden" name="contact" value={contact.id} />
        <Button tone={part.main && !live ? "primary" : "plain"}>
          {code ? codeWords.resend : codeWords.send}
          <span className="sr-only"> {contact.mask}</span>
        </Button>
      </ActForm>
    </>
  );
}

function TypeBack({ contact, t, desk, problem, main }: Asked & { contact: Contact }) {
  const refused = ofContact(problem, contact.id);
  return (
    <ActForm number={t.number} noun="possession" which={contact.id} formKey={desk.formKey}>
      <ProblemNotice problem={refused} />
      <p className="mb-2 text-ink-2">{possessionWords.say(contact.mask)}</p>
      <input type="hidden" name="contact" value={contact.id} />
      <CodeField
        id={`code-${contact.id}`}
        label={codeWords.label}
        autoComplete="off"
        first={main}
        {...fieldOf(refused, "code")}
        beside={
          <Button tone={main ? "primary" : "plain"} hint="Enter">
            {codeWords.confirm}
          </Button>
        }
      />
    </ActForm>
  );
}

/** What went wrong with the code of this contact: the form of each contact has the same name. */
function ofContact(problem: Problem | null, contact: string): Problem | null {
  const refused = problemOf(problem, "possession");
  return (refused?.typed?.contact ?? contact) === contact ? refused : null;
}

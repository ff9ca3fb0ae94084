import { Button } from "../button";
import { CodeField } from "../code-field";
import { ProblemNotice } from "../notice";
import { fieldOf, problemOf } from "../problem";
import { codeWords, confirmWords, contactWords } from "../words/acts";
import { ActForm } from "./act-form";
import { CodeState, isUsable } from "./code-state";
import { Fold } from "./fold";
import { NewContact } from "./new-contact";
import type { Part } from "./part";

/** The new contact's code: typed back here, sent again, or another contact named. */
export function ConfirmContact(part: Part) {
  const { t, desk, problem } = part;
  const contact = t.newContact;
  if (!contact) return null;
  const live = isUsable(contact.code, t.now);
  return (
    <>
      <p className="text-ink-2">{live ? confirmWords.say(contact.mask) : confirmWords.unsent(contact.mask)}</p>
      <ProblemNotice problem={problemOf(problem, "contact-code")} className="mb-0" />
      {live ? <Confirm {...part} /> : <ProblemNotice problem={problemOf(problem, "contact-confirmation")} />}
      <p className="text-ink-3">
        {contact.code ? <CodeState code={contact.code} now={t.now} zone={desk.zone} /> : null} {confirmWords.nothing}
      </p>
      <ActForm number={t.number} noun="contact-code" which="new" formKey={desk.formKey}>
        <input type="hidden" name="contact" value="new" />
        <Button tone={live ? "plain" : "primary"}>{contact.code ? codeWords.resend : codeWords.send}</Button>
      </ActForm>
      <Fold title={contactWords.again} open={problem?.form === "contact"}>
        <NewContact {...part} />
      </Fold>
    </>
  );
}

function Confirm({ t, desk, problem }: Part) {
  const refused = problemOf(problem, "contact-confirmation");
  return (
    <ActForm number={t.number} noun="contact-confirmation" formKey={desk.formKey}>
      <ProblemNotice problem={refused} />
      <CodeField
        id="contact-code"
        label={codeWords.label}
        autoComplete="off"
        first
        {...fieldOf(refused, "code")}
        beside={
          <Button tone="primary" hint="Enter">
            {codeWords.confirm}
          </Button>
        }
      />
    </ActForm>
  );
}

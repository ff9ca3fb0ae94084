import type { FactorWay } from "domain/take-factor";
import type { ContactsView } from "domain/view-things";
import { Button } from "../../button";
import { CodeField } from "../../code-field";
import { TextField } from "../../field";
import { FormKey } from "../../hidden";
import { useWords } from "../../language";
import { ProblemNotice } from "../../notice";
import { fieldOf, type Problem, problemOf } from "../../problem";
import { When } from "../../time";
import { thingsWords } from "../../words/things";
import { PortalFold, PortalForm } from "../form";
import { PortalPart, PortalText } from "../shell";
import { GivenAgain, idOfGiven, isOpen, Removal, ThingsPage, type ThingsProps } from "./parts";

/** How a holder is reached: what waits for its code, what is there, and the form that adds one more. */
export function ContactsPage({ view, formKey, problem, ...page }: ThingsProps & { view: ContactsView }) {
  const words = useWords(thingsWords);
  const { contacts, asked } = view;
  return (
    <ThingsPage title={words.contacts.title} text={words.contacts.text} standing={view} {...page}>
      {asked && isOpen(view) ? <Waiting mask={asked.mask} formKey={formKey} problem={problem} /> : null}
      {contacts.length === 0 ? <PortalText>{words.contacts.none}</PortalText> : null}
      <ul className="mt-6 flex flex-col gap-4">
        {contacts.map((one) => (
          <li key={one.id} className="border-t border-line pt-4">
            {words.contacts.kinds[one.kind]}{" "}
            <bdi className="font-medium tabular-nums [overflow-wrap:anywhere]">{one.mask}</bdi>
            <span className="block text-base text-ink-2">
              {words.since} <When at={one.since} zone={page.zone} form="date" />
            </span>
            {one.isUndelivered ? <span className="block text-base text-warn">{words.contacts.undelivered}</span> : null}
            {isOpen(view) && contacts.length > 1 ? (
              <Removal
                action="/account/contacts/removal"
                name="contact"
                value={one.id}
                what={one.mask}
                text={words.contacts.removeText}
                factor={view.factor}
                formKey={formKey}
                problem={problem}
              />
            ) : null}
          </li>
        ))}
      </ul>
      {isOpen(view) ? <Add factor={view.factor} formKey={formKey} problem={problemOf(problem, "contact")} /> : null}
    </ThingsPage>
  );
}

function Waiting({ mask, formKey, problem }: { mask: string; formKey: string; problem: Problem | null }) {
  const words = useWords(thingsWords).contacts;
  const mine = problemOf(problem, "code");
  return (
    <PortalPart title={words.codeTitle}>
      <PortalText>{words.codeText(mask)}</PortalText>
      <PortalForm action="/account/contacts/code" form="code" formKey={formKey} problem={mine}>
        <CodeField id="code" label={words.code} hint={words.codeHint} large {...fieldOf(mine, "code")} />
        <Button tone="primary" size="lg">
          {words.confirm}
        </Button>
      </PortalForm>
      <ProblemNotice problem={problemOf(problem, "again")} className="mt-4" />
      <form method="post" action="/account/contacts/new-code" className="mt-4 flex flex-col">
        <FormKey formKey={formKey} form="again" />
        <Button size="lg">{words.again}</Button>
      </form>
    </PortalPart>
  );
}

function Add({ factor, formKey, problem }: { factor: FactorWay; formKey: string; problem: Problem | null }) {
  const words = useWords(thingsWords);
  return (
    <PortalFold title={words.contacts.addTitle} open={problem !== null}>
      <PortalText>
        {words.contacts.addText} {words.told}
      </PortalText>
      <PortalForm action="/account/contacts" form="contact" formKey={formKey} problem={problem} idOf={idOfGiven}>
        <TextField
          id="value"
          name="value"
          label={words.contacts.field}
          hint={words.contacts.fieldHint}
          large
          required
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          dir="auto"
          {...fieldOf(problem, "value")}
        />
        <GivenAgain id="password" factor={factor} problem={problem} />
        <Button tone="primary" size="lg">
          {words.contacts.send}
        </Button>
      </PortalForm>
    </PortalFold>
  );
}

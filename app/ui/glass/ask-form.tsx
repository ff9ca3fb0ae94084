import { Button } from "../button";
import { choicesOf, OneOf } from "../choice";
import { CodeField } from "../code-field";
import { TextArea, TextField } from "../field";
import { FormKey } from "../hidden";
import { ProblemNotice } from "../notice";
import { fieldOf, type Problem, problemOf } from "../problem";
import type { Desk } from "../shell/desk";
import { glassReasons, glassWords } from "../words/glass";
import { ticketName } from "../words/labels";

const words = glassWords.ask;

/** A first supervisor asks to read a ticket, with a reason and a fresh code. */
export function AskForm({ desk, about, problem }: { desk: Desk; about: number | null; problem: Problem | null }) {
  const mine = problemOf(problem, "ask");
  return (
    <form method="post" action="/glass" aria-label={words.title} className="flex max-w-2xl flex-col gap-4">
      <FormKey formKey={desk.formKey} form="ask" />
      <ProblemNotice problem={mine} idOf={(field) => `ask-${field}`} className="mb-0" />
      <TextField
        id="ask-ticket"
        name="ticket"
        label={words.ticket}
        hint={words.ticketHint}
        required
        autoComplete="off"
        maxLength={20}
        className="max-w-36"
        defaultValue={about === null ? undefined : ticketName(about)}
        {...fieldOf(mine, "ticket")}
      />
      <OneOf legend={words.reason} name="reason" choices={choicesOf(glassReasons)} problem={mine} />
      <TextArea
        id="ask-text"
        name="text"
        label={words.text}
        hint={words.textHint}
        required
        rows={2}
        maxLength={500}
        {...fieldOf(mine, "text")}
      />
      <CodeField id="ask-code" label={words.code} hint={words.codeHint} {...fieldOf(mine, "code")} />
      <Button tone="danger" className="self-start">
        {words.button}
      </Button>
    </form>
  );
}

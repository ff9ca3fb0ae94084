import { offeredQuestions } from "domain/holder-questions";
import type { FactorWay } from "domain/take-factor";
import type { QuestionsView } from "domain/view-things";
import { Button } from "../../button";
import { CheckField } from "../../choice";
import { SelectField, TextField } from "../../field";
import { useWords } from "../../language";
import { fieldOf, type Problem, problemOf } from "../../problem";
import { When } from "../../time";
import { thingsWords } from "../../words/things";
import { PortalForm } from "../form";
import { GivenAgain, idOfGiven, isOpen, ThingsPage, type ThingsProps } from "./parts";

/** How many questions are on file, never which answers, and the form that replaces them all. */
export function QuestionsPage({ view, formKey, problem, ...page }: ThingsProps & { view: QuestionsView }) {
  const words = useWords(thingsWords);
  return (
    <ThingsPage title={words.questions.title} text={words.questions.text} standing={view} {...page}>
      <p className="mt-4 font-medium">
        {view.onFile === 0 ? words.questions.none : words.questions.onFile(view.onFile)}
        {view.chosenAt === null ? null : (
          <span className="block text-base font-normal text-ink-2">
            {words.questions.chosen} <When at={view.chosenAt} zone={page.zone} form="date" />
          </span>
        )}
        {view.countsFrom === null ? null : (
          <span className="block text-base font-normal text-ink-2">
            {words.questions.countsFrom} <When at={view.countsFrom} zone={page.zone} form="date" />
          </span>
        )}
      </p>
      {isOpen(view) ? (
        <Choose factor={view.factor} formKey={formKey} problem={problemOf(problem, "questions")} />
      ) : null}
    </ThingsPage>
  );
}

/** What is typed is covered until the box is ticked, without a script. */
function Choose({ factor, formKey, problem }: { factor: FactorWay; formKey: string; problem: Problem | null }) {
  const words = useWords(thingsWords);
  return (
    <PortalForm
      action="/account/questions"
      form="questions"
      formKey={formKey}
      problem={problem}
      idOf={idOfGiven}
      className="group/answers border-t border-line pt-6"
    >
      <p className="text-ink-2">
        {words.questions.instead} {words.told} {words.questions.answerHint}
      </p>
      <CheckField large label={words.questions.show} data-show="" />
      {[1, 2, 3].map((n) => (
        <One key={n} n={n} problem={problem} />
      ))}
      <GivenAgain id="password" factor={factor} problem={problem} />
      <Button tone="primary" size="lg">
        {words.questions.save}
      </Button>
    </PortalForm>
  );
}

function One({ n, problem }: { n: number; problem: Problem | null }) {
  const words = useWords(thingsWords).questions;
  const answer = fieldOf(problem, `answer-${n}`);
  return (
    <div className="flex flex-col gap-4 border-t border-line pt-5">
      <SelectField
        id={`question-${n}`}
        name={`question-${n}`}
        label={words.question(n)}
        large
        required
        {...{ defaultValue: "", ...fieldOf(problem, `question-${n}`) }}
      >
        <option value="">{words.choose}</option>
        {offeredQuestions.map((id) => (
          <option key={id} value={id}>
            {words.offered[id]}
          </option>
        ))}
        {n === 3 ? <option value="own">{words.own}</option> : null}
      </SelectField>
      {n === 3 ? (
        <TextField
          id="own"
          name="own"
          label={words.ownField}
          hint={words.ownHint}
          large
          maxLength={200}
          dir="auto"
          autoComplete="off"
          {...fieldOf(problem, "own")}
        />
      ) : null}
      <TextField
        id={`answer-${n}`}
        name={`answer-${n}`}
        label={words.answer(n)}
        large
        required
        maxLength={200}
        dir="auto"
        autoComplete="off"
        spellCheck={false}
        className="[-webkit-text-security:disc] group-has-[[data-show]:checked]/answers:[-webkit-text-security:none]"
        error={answer.error}
        autoFocus={answer.autoFocus}
      />
    </div>
  );
}

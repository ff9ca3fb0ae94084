import { Button } from "../button";
import { TextField } from "../field";
import { Notice, ProblemNotice } from "../notice";
import { fieldOf, problemOf } from "../problem";
import { When } from "../time";
import { answersWords } from "../words/acts";
import { ActForm } from "./act-form";
import type { Part } from "./part";

type Asked = Part & { main?: boolean };

/** The security questions: drawn first, then asked together; what is typed here is never shown again. */
export function AskAnswers(part: Asked) {
  const { t, desk, problem } = part;
  return (
    <>
      <p className="text-ink-2">{answersWords.lead}</p>
      <Notice
        title={
          <>
            {answersWords.better} <span className="whitespace-nowrap font-mono">{t.reference}</span>
          </>
        }
      >
        <p>{answersWords.betterWhy}</p>
      </Notice>
      <ProblemNotice problem={problemOf(problem, "questions")} className="mb-0" />
      {t.questions ? (
        <Answers {...part} questions={t.questions} />
      ) : (
        <ActForm number={t.number} noun="questions" formKey={desk.formKey}>
          <Button tone={part.main ? "primary" : "plain"}>{answersWords.draw}</Button>
        </ActForm>
      )}
    </>
  );
}

function Answers({ t, desk, problem, main, questions }: Asked & { questions: NonNullable<Asked["t"]["questions"]> }) {
  const refused = problemOf(problem, "answers");
  return (
    <ActForm number={t.number} noun="answers" formKey={desk.formKey} className="flex flex-col gap-3">
      <ProblemNotice problem={refused} className="mb-0" />
      {questions.texts.map((question, i) => (
        <TextField
          key={question.id}
          id={`answer-${question.id}`}
          name={`answer-${question.id}`}
          label={<bdi>{question.text}</bdi>}
          required
          autoComplete="off"
          spellCheck={false}
          dir="auto"
          data-focus={main && i === 0 ? "" : undefined}
          error={fieldOf(refused, `answer-${question.id}`).error}
        />
      ))}
      <p className="text-ink-3">
        {answersWords.hint} {answersWords.tries(t.triesLeft.answers)} {answersWords.until}{" "}
        <When at={questions.until} now={t.now} zone={desk.zone} />.
      </p>
      <Button tone={main ? "primary" : "plain"} className="self-start">
        {answersWords.button}
      </Button>
    </ActForm>
  );
}

import { Button } from "../button";
import { TextField } from "../field";
import { useWords } from "../language";
import type { Problem } from "../problem";
import { answerWords } from "../words/portal";
import { PortalForm } from "./form";

interface AnswersFormProps {
  /** Where it is posted; without it, to the requester's own request. */
  action?: string;
  questions: { id: string; text: string }[];
  formKey: string;
  problem: Problem | null;
}

/** All drawn questions, sent together; nothing typed comes back, and no field is marked, so that no answer is told apart. */
export function AnswersForm({ action = "/request/answers", questions, formKey, problem }: AnswersFormProps) {
  const words = useWords(answerWords);
  const unmarked = problem && { form: problem.form, sentence: problem.sentence };
  return (
    <PortalForm action={action} form="answers" formKey={formKey} problem={unmarked}>
      {questions.map(({ id, text }, at) => (
        <TextField
          key={id}
          id={`answer-${id}`}
          name={`answer-${id}`}
          label={<bdi>{text === "" ? words.own : text}</bdi>}
          large
          required
          dir="auto"
          autoComplete="off"
          autoCapitalize="off"
          autoCorrect="off"
          spellCheck={false}
          autoFocus={problem !== null && at === 0}
        />
      ))}
      <p className="text-base text-ink-2">{words.care}</p>
      <Button tone="primary" size="lg">
        {words.send}
      </Button>
    </PortalForm>
  );
}

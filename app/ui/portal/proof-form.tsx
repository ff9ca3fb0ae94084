import type { ProofView } from "domain/view-objection";
import { Button } from "../button";
import { CodeField } from "../code-field";
import { TextField } from "../field";
import { useWords } from "../language";
import { fieldOf, type Problem, problemOf } from "../problem";
import { proofWords } from "../words/proof";
import { AnswersForm } from "./answers-form";
import { PortalForm } from "./form";
import { PortalText } from "./shell";

interface ProofFormProps {
  proof: ProofView;
  /** The path of the objection's page; each step posts to a noun under it. */
  path: string;
  formKey: string;
  problem: Problem | null;
}

/** How who objects proves ownership: a code to their contact, then a serial or the questions; one step after the other. */
export function ProofForm(props: ProofFormProps) {
  const words = useWords(proofWords);
  const { given } = props.proof;
  return (
    <>
      <h3 className="mt-6 font-semibold">{words.codeTitle}</h3>
      {given.code ? <PortalText>{words.codeDone}</PortalText> : <CodeStep {...props} />}
      <h3 className="mt-8 font-semibold">{words.moreTitle}</h3>
      <PortalText>{words.moreText}</PortalText>
      {given.code ? <MoreSteps {...props} /> : null}
    </>
  );
}

function CodeStep({ proof, path, formKey, problem }: ProofFormProps) {
  const words = useWords(proofWords);
  const { mask } = proof.contact;
  const confirming = problemOf(problem, "confirmation");
  return (
    <>
      <PortalText>{words.codeText(mask)}</PortalText>
      {proof.codeSent ? (
        <PortalForm action={`${path}/confirmation`} form="confirmation" formKey={formKey} problem={confirming}>
          <CodeField
            id="code"
            label={words.codeLabel(mask)}
            hint={words.codeHint}
            large
            {...fieldOf(confirming, "code")}
          />
          <Button tone="primary" size="lg">
            {words.confirm}
          </Button>
        </PortalForm>
      ) : null}
      <PortalForm action={`${path}/code`} form="code" formKey={formKey} problem={problemOf(problem, "code")}>
        <Button tone={proof.codeSent ? "plain" : "primary"} size="lg">
          {proof.codeSent ? words.codeAgain : words.codeSend}
        </Button>
      </PortalForm>
    </>
  );
}

function MoreSteps({ proof, path, formKey, problem }: ProofFormProps) {
  const words = useWords(proofWords);
  const { serials, answers } = proof.given;
  const typing = problemOf(problem, "serial");
  return (
    <>
      {serials > 0 ? <PortalText>{words.serialDone(serials)}</PortalText> : null}
      {answers ? <PortalText>{words.answersDone}</PortalText> : null}
      {(serials > 0 || answers) && !proof.enough ? <PortalText>{words.notYet}</PortalText> : null}
      <PortalForm action={`${path}/serial`} form="serial" formKey={formKey} problem={typing}>
        <TextField
          id="serial"
          name="serial"
          label={words.serialLabel}
          hint={words.serialHint}
          large
          required
          autoComplete="off"
          dir="ltr"
          autoCapitalize="characters"
          spellCheck={false}
          className="font-mono tracking-wide"
          {...fieldOf(typing, "serial")}
        />
        <Button tone="primary" size="lg">
          {words.serialSend}
        </Button>
      </PortalForm>
      {answers ? null : <Questions proof={proof} path={path} formKey={formKey} problem={problem} />}
    </>
  );
}

function Questions({ proof, path, formKey, problem }: ProofFormProps) {
  const words = useWords(proofWords);
  if (proof.questions === null && !proof.mayDraw) return null;
  return (
    <>
      <p className="mt-8 text-ink-2">{words.questionsText}</p>
      {proof.questions ? (
        <AnswersForm
          action={`${path}/answers`}
          questions={proof.questions}
          formKey={formKey}
          problem={problemOf(problem, "answers")}
        />
      ) : (
        <PortalForm
          action={`${path}/questions`}
          form="questions"
          formKey={formKey}
          problem={problemOf(problem, "questions")}
        >
          <Button size="lg">{words.questionsSend}</Button>
        </PortalForm>
      )}
    </>
  );
}

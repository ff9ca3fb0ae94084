import type { RequestView } from "domain/view";
import { Button } from "../button";
import { TextField } from "../field";
import { useWords } from "../language";
import { Notice, ProblemNotice } from "../notice";
import { fieldOf, type Problem, problemOf } from "../problem";
import { When } from "../time";
import { requestProofWords } from "../words/proofs-requester";
import { PortalFold, PortalForm } from "./form";
import { PortalText } from "./shell";

interface ProofFormsProps {
  request: RequestView;
  zone: string;
  formKey: string;
  problem: Problem | null;
}

/** The requester's own ways to prove beside the questions: a saved code, and a number for somebody who vouches. */
export function ProofForms(part: ProofFormsProps) {
  const words = useWords(requestProofWords);
  const { request } = part;
  return (
    <>
      {request.savedCodeDone ? (
        <Notice tone="good" className="mt-4">
          {words.codeDone}
        </Notice>
      ) : null}
      {request.vouchDone ? (
        <Notice tone="good" className="mt-4">
          {words.vouchDone}
        </Notice>
      ) : null}
      <SavedCode {...part} />
      <Vouch {...part} />
    </>
  );
}

function SavedCode({ request, formKey, problem }: ProofFormsProps) {
  const words = useWords(requestProofWords);
  const mine = problemOf(problem, "saved-code");
  if (!request.mayGiveSavedCode || request.savedCodeDone) return <ProblemNotice problem={mine} className="mt-4" />;
  return (
    <PortalFold title={words.codeTitle} open={mine !== null}>
      <PortalText>{words.codeText}</PortalText>
      <PortalForm action="/request/saved-code" form="saved-code" formKey={formKey} problem={mine}>
        <TextField
          id="code"
          name="code"
          label={words.code}
          hint={words.codeHint}
          large
          required
          maxLength={60}
          autoComplete="off"
          dir="ltr"
          autoCapitalize="characters"
          spellCheck={false}
          className="font-mono tracking-wide"
          {...fieldOf(mine, "code")}
        />
        <Button size="lg">{words.codeSend}</Button>
      </PortalForm>
    </PortalFold>
  );
}

function Vouch({ request, zone, formKey, problem }: ProofFormsProps) {
  const words = useWords(requestProofWords);
  const mine = problemOf(problem, "vouch");
  const { vouch } = request;
  if ((!request.mayAskVouch && !vouch) || request.vouchDone) return <ProblemNotice problem={mine} className="mt-4" />;
  return (
    <PortalFold title={words.vouchTitle} open={mine !== null || vouch !== null}>
      <PortalText>{words.vouchText}</PortalText>
      {vouch ? (
        <div className="mt-4 rounded-lg border border-line px-4 py-3">
          <p className="text-base text-ink-2">{words.number}</p>
          <p className="font-mono text-2xl font-semibold tracking-widest">
            <bdi dir="ltr">{vouch.number}</bdi>
          </p>
          <p className="text-base text-ink-2">
            {words.until} <When at={vouch.expiresAt} now={request.now} zone={zone} />. {words.where}
          </p>
        </div>
      ) : null}
      {request.mayAskVouch ? (
        <PortalForm action="/request/vouch" form="vouch" formKey={formKey} problem={mine}>
          <Button size="lg">{vouch ? words.vouchAgain : words.vouchSend}</Button>
        </PortalForm>
      ) : (
        <ProblemNotice problem={mine} className="mt-4" />
      )}
    </PortalFold>
  );
}

import type { RequestView } from "domain/view";
import { Button } from "../button";
import { useLanguage, useWords } from "../language";
import { Notice, ProblemNotice } from "../notice";
import { type Problem, problemOf } from "../problem";
import { answerWords, ownRequestWords, shellWords, waitingWords } from "../words/portal";
import { zoneWords } from "../words/portal-times";
import { asksAnswers, requestTold } from "../words/request";
import { requestWords } from "../words/request-words";
import { AnswersForm } from "./answers-form";
import { type Appealed, AppealPart } from "./appeal-part";
import { CallPart, type RequestCall } from "./call-part";
import { PortalFold, PortalForm } from "./form";
import { NeededPart } from "./needed-part";
import { PhotoForm } from "./photo-form";
import { ProofForms } from "./proof-forms";
import { PurchaseForm } from "./purchase-form";
import { PortalLink, type PortalProps, PortalShell, PortalText, PortalTitle } from "./shell";
import { Steps } from "./steps";
import { StuckPart } from "./stuck-part";

interface RequestPageProps extends PortalProps {
  request: RequestView & Appealed;
  /** What is read out and heard on the phone. */
  call?: RequestCall | null;
  /** IANA name of the reader's zone. */
  zone: string;
  problem: Problem | null;
  /** Good news of the last act, in a sentence. */
  news?: string | null;
}

/** A request's page: when the reader gets back in, what to do now, and where it is. */
export function RequestPage({ request, call = null, zone, formKey, problem, news, demo }: RequestPageProps) {
  const language = useLanguage();
  const told = requestTold(language, request, zone);
  const inside = { request, formKey, problem };
  // One that ended without getting in has no steps any more, and nothing to stop.
  const over = request.steps.length === 0;
  return (
    <PortalShell demo={demo}>
      {news ? (
        <Notice tone="good" role="status" className="mb-6">
          {news}
        </Notice>
      ) : null}
      <PortalTitle>{told.title}</PortalTitle>
      <PortalText>{told.text}</PortalText>
      <Now {...inside} />
      {over ? null : <Steps request={request} zone={zone} />}
      <NeededPart request={request} />
      {call ? <CallPart call={call} now={request.now} zone={zone} /> : null}
      {request.answersDone ? (
        <Notice tone="good" className="mt-4">
          {answerWords[language].done}
        </Notice>
      ) : null}
      <ProofForms {...inside} zone={zone} />
      <AppealPart {...inside} />
      {isAskedAnew(request) ? <PortalLink href="/request/new">{ownRequestWords[language].askAgain}</PortalLink> : null}
      {request.mayAskAgain ? <StuckPart again={{ formKey, problem }} /> : null}
      <Later {...inside} />
      <Foot request={request} zone={zone} />
    </PortalShell>
  );
}

/** It ended without getting in, and another may be made; after an appeal the answer says so. */
const isAskedAnew = ({ state, stopped, appeal }: RequestView): boolean =>
  (state === "cancelled" || state === "expired" || (state === "rejected" && !stopped)) && appeal === null;

/** What to note, and what to do if somebody else asks. */
function Foot({ request, zone }: Pick<RequestPageProps, "request" | "zone">) {
  const language = useLanguage();
  const said = [requestWords[language].reference(request.reference)];
  if (request.steps.length > 0)
    said.push(shellWords[language].zone(zoneWords(language, zone, request.now)), ownRequestWords[language].notMe);
  return <p className="mt-8 text-base text-ink-2">{said.join(" ")}</p>;
}

type Inside = Pick<RequestPageProps, "request" | "formKey" | "problem">;

/** The one thing to do now: answer the questions, or ask for a new link. */
function Now({ request, formKey, problem }: Inside) {
  const words = useWords(ownRequestWords);
  const { where } = useWords(requestWords);
  if (asksAnswers(request))
    return (
      <>
        <AnswersForm questions={request.questions ?? []} formKey={formKey} problem={problemOf(problem, "answers")} />
        <h2 className="mt-10 border-t border-line pt-6 text-lg font-semibold">{where}</h2>
      </>
    );
  if (request.answersLocked) return <NoTries problem={problemOf(problem, "answers")} />;
  const mine = problemOf(problem, "grant");
  if (!request.grantRenewable) return <ProblemNotice problem={mine ?? problemOf(problem, "answers")} />;
  return (
    <PortalForm action="/request/grant" form="grant" formKey={formKey} problem={mine}>
      <p className="text-ink-2">{words.renewText}</p>
      <Button tone="primary" size="lg">
        {words.renew}
      </Button>
    </PortalForm>
  );
}

/** The questions have no tries left here today: said of the set just sent, and to whoever comes back before tomorrow. */
function NoTries({ problem }: { problem: Problem | null }) {
  const words = useWords(answerWords);
  if (!problem)
    return (
      <Notice tone="wait" className="mt-4">
        {words.locked}
      </Notice>
    );
  return (
    <Notice tone="bad" role="alert" className="mt-4" title={words.notUsed}>
      {words.locked}
    </Notice>
  );
}

/** What may be done, but need not be: a photo, a proof of purchase, the end of the request. */
function Later({ request, formKey, problem }: Inside) {
  const words = useWords(ownRequestWords);
  const waiting = useWords(waitingWords)(request.waiting);
  const photo = problemOf(problem, "photo");
  const purchase = problemOf(problem, "purchase");
  const cancellation = problemOf(problem, "cancellation");
  return (
    <>
      {waiting ? <PortalText>{waiting}</PortalText> : null}
      {request.mayAddPhoto ? (
        <PhotoForm number={request.number} formKey={formKey} problem={photo} />
      ) : (
        <ProblemNotice problem={photo} />
      )}
      {request.mayAddPurchase ? (
        <PurchaseForm formKey={formKey} problem={purchase} />
      ) : (
        <ProblemNotice problem={purchase} />
      )}
      {request.mayCancel ? (
        <PortalFold title={words.cancelTitle} tone="bad" open={cancellation !== null}>
          <PortalText>{words.cancelText}</PortalText>
          <PortalForm action="/request/cancellation" form="cancellation" formKey={formKey} problem={cancellation}>
            <Button tone="danger" size="lg">
              {words.cancel}
            </Button>
          </PortalForm>
        </PortalFold>
      ) : (
        <ProblemNotice problem={cancellation} />
      )}
    </>
  );
}

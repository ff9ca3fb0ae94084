import type { FactorView } from "domain/view-factor";
import type { ProofsView } from "domain/view-proofs";
import { Button } from "../button";
import { FormKey } from "../hidden";
import { useWords } from "../language";
import { Notice, ProblemNotice } from "../notice";
import { type Problem, problemOf } from "../problem";
import { When } from "../time";
import { factorWords, phoneIn } from "../words/second-factor";
import { BothFields, PasswordField } from "./factor-fields";
import { PortalFold, PortalForm } from "./form";
import { CodesPart } from "./proofs/codes-part";
import { PortalLink, PortalPart, type PortalProps, PortalShell, PortalText, PortalTitle } from "./shell";

interface SecondFactorPageProps extends PortalProps {
  factor: FactorView;
  proofs: ProofsView;
  zone: string;
  problem: Problem | null;
  news: string | null;
}

/** A holder's second factor: what is on, and how it is turned on, replaced and turned off. */
export function SecondFactorPage(props: SecondFactorPageProps) {
  const words = useWords(factorWords);
  const { factor, proofs, news, demo } = props;
  return (
    <PortalShell demo={demo}>
      {news ? (
        <Notice tone="good" role="status" className="mb-6">
          {news}
        </Notice>
      ) : null}
      <PortalTitle>{words.title}</PortalTitle>
      <PortalText>{words.why}</PortalText>
      <State {...props} />
      {factor.way === "none" ? <TurnOn {...props} /> : null}
      {factor.way === "none" ? null : (
        <CodesPart {...props} proofs={{ ...proofs, asksFactor: !factor.freshForCodes }} open={factor.freshForCodes} />
      )}
      {factor.way === "app" || factor.way === "text" ? <Change {...props} /> : null}
      <PortalLink href="/account">{words.back}</PortalLink>
    </PortalShell>
  );
}

/** What is on, in a sentence. */
export function State({ factor, zone }: { factor: FactorView; zone: string }) {
  const words = useWords(factorWords);
  return (
    <p className="mt-4 font-medium">
      {factor.way === "none" ? words.off : null}
      {factor.way === "text" ? words.text(phoneIn(factor.phone)) : null}
      {factor.way === "elsewhere" ? words.elsewhere : null}
      {factor.way === "app" && factor.since !== null ? (
        <>
          {words.app} <When at={factor.since} zone={zone} form="date" />.
        </>
      ) : null}
    </p>
  );
}

function TurnOn({ formKey, problem }: SecondFactorPageProps) {
  const words = useWords(factorWords);
  const mine = problemOf(problem, "second-factor");
  return (
    <PortalPart title={words.turnOn}>
      <PortalText>{words.needApp}</PortalText>
      <PortalForm action="/account/second-factor" form="second-factor" formKey={formKey} problem={mine}>
        <PasswordField id="password" problem={mine} />
        <Button tone="primary" size="lg">
          {words.next}
        </Button>
      </PortalForm>
    </PortalPart>
  );
}

function Change({ factor, formKey, problem }: SecondFactorPageProps) {
  const words = useWords(factorWords);
  const [replacing, removing] = [problemOf(problem, "second-factor"), problemOf(problem, "removal")];
  const byText = factor.way === "text";
  return (
    <PortalPart title={words.changeTitle}>
      {byText ? <SendText formKey={formKey} problem={problem} /> : null}
      <PortalFold title={byText ? words.appInstead : words.replace} open={replacing !== null}>
        <PortalText>{words.replaceText}</PortalText>
        <PortalForm
          action="/account/second-factor"
          form="second-factor"
          formKey={formKey}
          problem={replacing}
          idOf={(field) => `replace-${field}`}
        >
          <BothFields id="replace" byText={byText} problem={replacing} />
          <Button size="lg">{words.next}</Button>
        </PortalForm>
      </PortalFold>
      <PortalFold title={words.turnOff} tone="bad" open={removing !== null}>
        <PortalText>{words.turnOffText}</PortalText>
        <PortalForm
          action="/account/second-factor/removal"
          form="removal"
          formKey={formKey}
          problem={removing}
          idOf={(field) => `remove-${field}`}
        >
          <BothFields id="remove" byText={byText} problem={removing} />
          <Button tone="danger" size="lg">
            {words.turnOffSend}
          </Button>
        </PortalForm>
      </PortalFold>
    </PortalPart>
  );
}

function SendText({ formKey, problem }: Pick<SecondFactorPageProps, "formKey" | "problem">) {
  const words = useWords(factorWords);
  return (
    <form method="post" action="/account/second-factor/text" className="mt-4 flex flex-col gap-2">
      <FormKey formKey={formKey} form="text" />
      <ProblemNotice problem={problemOf(problem, "text")} />
      <p className="text-base text-ink-2">{words.sendTextHint}</p>
      <Button size="lg">{words.sendText}</Button>
    </form>
  );
}

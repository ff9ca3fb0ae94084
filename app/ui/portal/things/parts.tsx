import type { FactorWay } from "domain/take-factor";
import type { StandingView } from "domain/view-things";
import type { ReactNode } from "react";
import { Button } from "../../button";
import { TextField } from "../../field";
import { useWords } from "../../language";
import { Notice } from "../../notice";
import { fieldOf, type Problem, problemOf } from "../../problem";
import { When } from "../../time";
import { factorWords } from "../../words/second-factor";
import { thingsWords } from "../../words/things";
import { FactorCodeField } from "../factor-fields";
import { PortalFold, PortalForm } from "../form";
import { PortalLink, type PortalProps, PortalShell, PortalText, PortalTitle } from "../shell";

/** What every page of a holder's own things is given. */
export interface ThingsProps extends PortalProps {
  zone: string;
  problem: Problem | null;
  /** Good news of the last act, in a sentence. */
  news: string | null;
}

/** A page of a holder's own things: what it is for, what was done last, and why nothing can be changed, if so. */
export function ThingsPage({
  title,
  text,
  standing,
  zone,
  news,
  demo,
  children,
}: Pick<ThingsProps, "zone" | "news" | "demo"> & {
  title: string;
  text: string;
  standing: StandingView;
  children: ReactNode;
}) {
  const words = useWords(thingsWords);
  return (
    <PortalShell demo={demo}>
      {news ? (
        <Notice tone="good" role="status" className="mb-6">
          {news}
        </Notice>
      ) : null}
      <PortalTitle>{title}</PortalTitle>
      <PortalText>{text}</PortalText>
      {standing.closed ? (
        <Notice tone="wait" className="mt-4">
          {words.closed}
        </Notice>
      ) : standing.quarantinedUntil === null ? null : (
        <Notice tone="wait" className="mt-4">
          {words.quarantine} <When at={standing.quarantinedUntil} zone={zone} form="date" />.
        </Notice>
      )}
      {children}
      <PortalLink href="/account">{words.back}</PortalLink>
    </PortalShell>
  );
}

/** Whether forms are shown at all. */
export const isOpen = (standing: StandingView): boolean => !standing.closed && standing.quarantinedUntil === null;

/** The password, given anew, and a code where a second factor is on: a session alone changes nothing here. */
export function GivenAgain({ id, factor, problem }: { id: string; factor: FactorWay; problem: Problem | null }) {
  return (
    <>
      <PasswordAgain id={id} problem={problem} />
      {factor === "app" || factor === "text" ? (
        <CodeAgain id={`${id}-factor`} byText={factor === "text"} problem={problem} />
      ) : null}
    </>
  );
}

/** The control of a field of a form that ends with what is given again under the id `password`. */
export const idOfGiven = (field: string): string => (field === "code" ? "password-factor" : field);

function CodeAgain({ id, byText, problem }: { id: string; byText: boolean; problem: Problem | null }) {
  const words = useWords(factorWords);
  return (
    <>
      {byText ? (
        <a href="/account/second-factor" className="text-base underline underline-offset-4">
          {words.textFirst}
        </a>
      ) : null}
      <FactorCodeField id={id} byText={byText} problem={problem} />
    </>
  );
}

function PasswordAgain({ id, problem }: { id: string; problem: Problem | null }) {
  const words = useWords(thingsWords);
  const { error, autoFocus } = fieldOf(problem, "password");
  return (
    <TextField
      id={id}
      name="password"
      type="password"
      label={words.password}
      hint={words.passwordHint}
      large
      required
      autoComplete="current-password"
      error={error}
      autoFocus={autoFocus}
    />
  );
}

/** The form that takes one thing off, closed until it is wanted; it is open again where it was refused. */
export function Removal({
  action,
  name,
  value,
  what,
  text,
  factor,
  formKey,
  problem,
}: {
  action: string;
  name: "contact" | "device";
  value: string;
  what: string;
  text: string;
  factor: FactorWay;
  formKey: string;
  problem: Problem | null;
}) {
  const words = useWords(thingsWords);
  const removal = problemOf(problem, "removal");
  const mine = removal?.typed?.[name] === value ? removal : null;
  return (
    <PortalFold
      title={
        <>
          {words.remove}
          <span className="sr-only">{words.removeAbout(what)}</span>
        </>
      }
      open={mine !== null}
      within
    >
      <PortalText>{text}</PortalText>
      <PortalForm
        action={action}
        form={`removal.${value}`}
        formKey={formKey}
        problem={mine}
        idOf={(field) => (field === "code" ? `off-${value}-factor` : `off-${value}`)}
      >
        <input type="hidden" name={name} value={value} />
        <GivenAgain id={`off-${value}`} factor={factor} problem={mine} />
        <Button tone="danger" size="lg">
          {words.remove}
        </Button>
      </PortalForm>
    </PortalFold>
  );
}

import type { DisputeVerdict } from "domain/event";
import { Button } from "../button";
import { choicesOf, OneOf } from "../choice";
import { CodeField } from "../code-field";
import { TextArea } from "../field";
import { Notice, ProblemNotice } from "../notice";
import { fieldOf, type Problem, problemOf } from "../problem";
import type { Desk } from "../shell/desk";
import { ActForm } from "../ticket/act-form";
import { refusal as refusalWords } from "../words";
import { verdictReasons, verdictWords, disputeWords as words } from "../words/disputes";

interface VerdictCardProps {
  verdict: DisputeVerdict;
  /** Why this reader cannot now, or null. */
  refusal: string | null;
  /** The verdict is for people new to the case, and this reader is. */
  newToCase: boolean;
  /** The objection was proved. */
  proved: boolean;
  desk: Desk;
  number: number;
  problem: Problem | null;
}

/** One of the two things that can be made of a dispute: what it leads to, and its form, or why it is not to be had now. */
export function VerdictCard({ verdict, refusal, newToCase, proved, desk, number, problem }: VerdictCardProps) {
  const said = problemOf(problem, "verdict");
  const mine = said?.typed?.verdict === verdict ? said : null;
  return (
    <section className="flex h-full flex-col gap-3 rounded-lg border border-line-strong p-4" aria-labelledby={verdict}>
      <h3 id={verdict} className="text-lg font-semibold">
        {verdictWords[verdict].label}
      </h3>
      <p className="text-ink-2">{verdictWords[verdict].means}</p>
      <p className="text-ink-2">
        {verdictWords[verdict].who}
        {newToCase ? ` ${words.youAreNew}` : ""}
      </p>
      {refusal && !mine ? (
        <Notice tone="wait" title={notReaders.includes(refusal) ? words.notYou : words.notNow}>
          <p>{refusalWords(refusal, "dispute.settle")}</p>
        </Notice>
      ) : (
        <VerdictForm verdict={verdict} proved={proved} desk={desk} number={number} problem={mine} />
      )}
    </section>
  );
}

/** Nobody can give for a reason that the owner proved themselves where they did not. */
const reasonsFor = (verdict: DisputeVerdict, proved: boolean) =>
  choicesOf(verdictReasons[verdict]).filter(({ value }) => proved || value !== "owner-proved");

/** Refusals of this reader, whoever may be next. */
const notReaders = ["own-case", "not-new-to-case"];

function VerdictForm({ verdict, proved, desk, number, problem }: Omit<VerdictCardProps, "refusal" | "newToCase">) {
  return (
    <ActForm
      number={number}
      noun="dispute/verdict"
      which={verdict}
      formKey={desk.formKey}
      className="flex flex-col gap-3"
    >
      <ProblemNotice problem={problem} className="mb-0" />
      <input type="hidden" name="verdict" value={verdict} />
      <OneOf legend={words.reason} name="reason" choices={reasonsFor(verdict, proved)} problem={problem} />
      <TextArea
        id={`${verdict}-note`}
        name="note"
        label={words.note}
        hint={words.noteHint}
        required
        rows={2}
        {...fieldOf(problem, "note")}
      />
      <CodeField id={`${verdict}-code`} label={words.code} hint={words.codeHint} {...fieldOf(problem, "code")} />
      <Button tone={verdict === "reject" || verdict === "reverse" ? "danger" : "primary"} className="self-start">
        {verdictWords[verdict].send}
      </Button>
    </ActForm>
  );
}

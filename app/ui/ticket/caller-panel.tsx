import { Button } from "../button";
import { TextField } from "../field";
import { ProblemNotice, Say } from "../notice";
import { Section } from "../page";
import { fieldOf, problemOf } from "../problem";
import { When } from "../time";
import { callerWords as words } from "../words/care";
import { ActForm } from "./act-form";
import type { Part } from "./part";

/** Who is on the line: the number on the requester's page first, and then the word that shows them who we are. */
export function CallerPanel({ word, ...part }: Part & { word: string | null }) {
  const { t } = part;
  const { caller } = t.care;
  if (t.state !== "verifying") return null;
  return (
    <Section title={words.title}>
      {caller.state === "not-entered" ? <p className="text-ink-2">{words.notEntered}</p> : null}
      {caller.state === "no-numbers" ? <p className="text-ink-2">{words.noNumbers}</p> : null}
      {caller.state === "matched" ? <Matched {...part} word={word} /> : null}
      {t.care.mayMatch && caller.state === "waiting" ? <Compare {...part} /> : <Refused {...part} />}
      {caller.wrong > 0 ? <p className="mt-2 font-medium text-warn">{words.wrong(caller.wrong)}</p> : null}
    </Section>
  );
}

function Matched({ t, desk, word }: Part & { word: string | null }) {
  return (
    <>
      <p className="text-ink-2">
        {words.matched} {t.care.caller.at === null ? null : <When at={t.care.caller.at} now={t.now} zone={desk.zone} />}
      </p>
      {word ? (
        <div className="mt-2">
          <Say when={words.word}>{words.wordSay(word)}</Say>
        </div>
      ) : null}
    </>
  );
}

function Compare({ t, desk, problem }: Part) {
  const refused = problemOf(problem, "caller");
  return (
    <ActForm number={t.number} noun="caller" formKey={desk.formKey} className="flex flex-col gap-2">
      <p className="text-ink-2">{words.ask}</p>
      <Say>{words.say}</Say>
      <ProblemNotice problem={refused} className="mb-0" />
      <TextField
        id="caller-number"
        name="number"
        label={words.label}
        hint={t.care.caller.triesLeft < 3 ? words.tries(t.care.caller.triesLeft) : undefined}
        required
        inputMode="numeric"
        autoComplete="off"
        maxLength={12}
        className="w-28 font-mono tracking-widest"
        beside={<Button>{words.button}</Button>}
        {...fieldOf(refused, "number")}
      />
    </ActForm>
  );
}

/** What was refused of a form that is gone by now. */
const Refused = ({ problem }: Part) => <ProblemNotice problem={problemOf(problem, "caller")} className="mb-0 mt-2" />;

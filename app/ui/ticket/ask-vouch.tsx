import { Button } from "../button";
import { ProblemNotice } from "../notice";
import { problemOf } from "../problem";
import { When } from "../time";
import { vouchWords as words } from "../words/proofs";
import { ActForm } from "./act-form";
import type { Part } from "./part";

/** A number to read to the requester, for somebody whom the holder linked. */
export function AskVouch({ t, desk, problem, main = false }: Part & { main?: boolean }) {
  const { vouch } = t;
  return (
    <>
      <p className="text-ink-2">
        {vouch ? words.read : words.say} {words.never}
      </p>
      {vouch ? (
        <div>
          <p className="text-ink-2">{words.label}</p>
          <p className="font-mono text-2xl font-semibold tracking-widest">{vouch.number}</p>
          <p className="text-ink-3">
            {words.until} <When at={vouch.expiresAt} now={t.now} zone={desk.zone} />. {words.tries(vouch.triesLeft)}{" "}
            {vouch.opened ? words.opened : null}
          </p>
        </div>
      ) : null}
      <ActForm number={t.number} noun="vouch" formKey={desk.formKey}>
        <ProblemNotice problem={problemOf(problem, "vouch")} />
        <Button tone={main && !vouch ? "primary" : "plain"}>{vouch ? words.again : words.button}</Button>
      </ActForm>
    </>
  );
}

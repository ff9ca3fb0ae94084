import type { FlaggedRow } from "domain/view-care";
import { Button } from "../button";
import { FormKey } from "../hidden";
import { ProblemNotice } from "../notice";
import { type Problem, problemOf } from "../problem";
import { ReasonAndCode } from "../reason-and-code";
import type { Desk } from "../shell/desk";
import { Fold } from "../ticket/fold";
import { When } from "../time";
import { safetyKindWords, safetyWords, safetyPage as words } from "../words/care";

/** An account under a flag: why, since when, and the form by which two supervisors lift it. */
export function Flagged({ row, desk, problem }: { row: FlaggedRow; desk: Desk; problem: Problem | null }) {
  const { lift } = row;
  return (
    <li className="flex flex-col gap-1 py-3">
      <p className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
        <bdi className="font-medium">{row.holder}</bdi>
        <span>{safetyKindWords[row.kind]}</span>
        <span className="text-ink-3">
          {safetyWords.setBy(row.byName)}, <When at={row.at} now={desk.now} zone={desk.zone} />
        </span>
      </p>
      {lift ? (
        <p className="text-ink-2 [overflow-wrap:anywhere]">
          {words.proposed(lift.byName)}, <When at={lift.at} now={desk.now} zone={desk.zone} />
          {lift.reason ? (
            <>
              : <bdi>{lift.reason}</bdi>
            </>
          ) : null}
        </p>
      ) : null}
      {lift?.mine ? <p className="text-ink-2">{words.own}</p> : <Lift row={row} desk={desk} problem={problem} />}
    </li>
  );
}

function Lift({ row, desk, problem }: { row: FlaggedRow; desk: Desk; problem: Problem | null }) {
  const name = `lift.${row.account}`;
  const mine = problemOf(problem, name);
  const idOf = (field: string): string => `${field}-${row.account}`;
  return (
    <Fold title={words.lift} open={mine !== null}>
      <form method="post" action={`/safety/${row.account}/lift`} className="flex flex-col gap-3">
        <FormKey formKey={desk.formKey} form={name} />
        <ProblemNotice problem={mine} idOf={idOf} className="mb-0" />
        <p className="text-ink-2">{words.liftLead}</p>
        <ReasonAndCode {...{ idOf, words }} problem={mine} />
        <Button className="self-start">{row.lift ? words.agree : words.button}</Button>
      </form>
    </Fold>
  );
}

import { Button } from "../button";
import { OneOf } from "../choice";
import { CodeField } from "../code-field";
import { TextArea } from "../field";
import { FormKey } from "../hidden";
import { ProblemNotice } from "../notice";
import { fieldOf, type Problem, problemOf } from "../problem";
import type { Desk } from "../shell/desk";
import { secondReviewWords as words } from "../words/second-reviews";

interface LookFormProps {
  desk: Desk;
  approval: number;
  problem: Problem | null;
}

/** What a supervisor found, looking again: right or wrong, in words, with a fresh code. */
export function LookForm({ desk, approval, problem }: LookFormProps) {
  const mine = problemOf(problem, "look");
  const looks = [
    { value: "right", label: words.right, hint: words.rightHint },
    { value: "wrong", label: words.wrong, hint: words.wrongHint },
  ];
  return (
    <form method="post" action={`/second-reviews/${approval}/look`} className="flex max-w-2xl flex-col gap-4">
      <FormKey formKey={desk.formKey} form="look" />
      <ProblemNotice problem={mine} idOf={(field) => `look-${field}`} className="mb-0" />
      <OneOf legend={words.looks} name="looks" choices={looks} problem={mine} />
      <TextArea
        id="look-reason"
        name="reason"
        label={words.reason}
        hint={words.reasonHint}
        required
        maxLength={500}
        {...fieldOf(mine, "reason")}
      />
      <CodeField id="look-code" label={words.code} hint={words.codeHint} {...fieldOf(mine, "code")} />
      <Button tone="primary" className="self-start">
        {words.button}
      </Button>
    </form>
  );
}

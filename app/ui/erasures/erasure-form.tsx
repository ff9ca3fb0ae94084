import type { ErasureView } from "domain/view-erasure";
import type { ReactNode } from "react";
import { Button } from "../button";
import { CodeField } from "../code-field";
import { TextField } from "../field";
import { FormKey } from "../hidden";
import { ProblemNotice } from "../notice";
import { fieldOf, type Problem, problemOf } from "../problem";
import type { Desk } from "../shell/desk";
import { erasureWords as words } from "../words/erasures";

/** What every act on an account is drawn with. */
export interface Acts {
  desk: Desk;
  view: ErasureView;
  problem: Problem | null;
}
interface ErasureFormProps extends Acts {
  /** Where it posts to under the account, and the form's noun. */
  noun: string;
  said: { title: string; text: string; button: string };
  tone?: "primary" | "danger" | "plain";
  /** The fields it asks for. */
  asks: readonly ("reason" | "code")[];
  children?: ReactNode;
}

/** One act on an account, asked once and naming its object, with a reason and a fresh code where it takes them. */
export function ErasureForm({ desk, view, problem, noun, said, tone = "plain", asks, children }: ErasureFormProps) {
  const mine = problemOf(problem, noun);
  const idOf = (field: string) => `${noun}-${field}`;
  return (
    <form
      method="post"
      action={`/erasures/${view.account}/${noun}`}
      className="flex max-w-2xl flex-col gap-4"
      aria-label={said.title}
    >
      <FormKey formKey={desk.formKey} form={noun} />
      <ProblemNotice problem={mine} idOf={idOf} className="mb-0" />
      <p className="text-ink-2">{said.text}</p>
      {children}
      {asks.includes("reason") ? (
        <TextField
          id={idOf("reason")}
          name="reason"
          label={words.reason}
          hint={words.reasonHint}
          required
          autoComplete="off"
          maxLength={500}
          {...fieldOf(mine, "reason")}
        />
      ) : null}
      {asks.includes("code") ? (
        <CodeField id={idOf("code")} label={words.code} hint={words.codeHint} {...fieldOf(mine, "code")} />
      ) : null}
      <Button tone={tone} className="self-start">
        {said.button}
      </Button>
    </form>
  );
}

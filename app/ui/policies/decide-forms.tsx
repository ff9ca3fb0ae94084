import type { DraftView } from "domain/view-policy";
import type { ReactNode } from "react";
import { Button } from "../button";
import { CodeField } from "../code-field";
import { FormKey } from "../hidden";
import { Notice, ProblemNotice } from "../notice";
import { Section } from "../page";
import { fieldOf, type Problem, problemOf } from "../problem";
import type { Desk } from "../shell/desk";
import { policyWords as words } from "../words/policies";

interface Deciding {
  draft: DraftView;
  desk: Desk;
  problem: Problem | null;
}

/** What an admin may do with a draft: put it in force, where it is another's, or take it back. */
export function DecideForms(deciding: Deciding) {
  const { draft } = deciding;
  const problem = problemOf(deciding.problem, "confirmation");
  const idOf = (field: string) => `confirmation-${field}`;
  return (
    <>
      {draft.own ? (
        <Notice tone="wait">
          <p>{words.own}</p>
        </Notice>
      ) : null}
      {draft.own || draft.stale ? null : (
        <Section title={words.confirm.title}>
          <Form {...deciding} noun="confirmation" said={words.confirm} idOf={idOf}>
            <input type="hidden" name="digest" value={draft.policy.digest} />
            <CodeField id={idOf("code")} label={words.code} hint={words.codeHint} {...fieldOf(problem, "code")} />
          </Form>
        </Section>
      )}
      <Section title={words.withdraw.title}>
        <Form {...deciding} noun="withdrawal" said={words.withdraw} />
      </Section>
    </>
  );
}

interface FormProps extends Deciding {
  noun: "confirmation" | "withdrawal";
  said: { title: string; text: string; button: string };
  idOf?: (field: string) => string;
  children?: ReactNode;
}

function Form({ draft, desk, problem, noun, said, idOf, children }: FormProps) {
  return (
    <form
      method="post"
      action={`/policies/draft/${noun}`}
      className="flex max-w-2xl flex-col gap-4"
      aria-label={said.title}
    >
      <FormKey formKey={desk.formKey} form={noun} />
      <ProblemNotice problem={problemOf(problem, noun)} idOf={idOf} className="mb-0" />
      <p className="text-ink-2">{said.text}</p>
      <input type="hidden" name="draft" value={draft.id} />
      {children}
      <Button tone={noun === "confirmation" ? "primary" : "plain"} className="self-start">
        {said.button}
      </Button>
    </form>
  );
}

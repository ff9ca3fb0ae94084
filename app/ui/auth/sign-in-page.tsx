import type { ReactNode } from "react";
import { Button } from "../button";
import { CodeField } from "../code-field";
import { TextField } from "../field";
import { FormKey } from "../hidden";
import { ProblemNotice } from "../notice";
import { fieldOf, type Problem, problemOf } from "../problem";
import { demoSignInWords, staffSignInWords as words } from "../words/auth";
import { type CastMember, DemoCast } from "./demo-cast";
import { AuthShell, Panel } from "./shell";

interface SignInPageProps {
  /** The page's idempotency key; each form adds its noun. */
  formKey: string;
  problem: Problem | null;
  /** The demo's cast, each signed in by one click; null outside the demo. */
  cast: readonly CastMember[] | null;
  demo?: ReactNode;
}

/** The staff's sign-in: name, password and code at once; in the demo a button for each of the cast as well. */
export function SignInPage({ formKey, problem, cast, demo }: SignInPageProps) {
  if (!cast)
    return (
      <AuthShell demo={demo}>
        <Panel>
          <h1 className="mb-5 text-xl font-semibold tracking-tight">{words.title}</h1>
          <SignInForm formKey={formKey} problem={problem} />
        </Panel>
      </AuthShell>
    );
  return (
    <AuthShell demo={demo} wide>
      <div className="grid items-start gap-4 md:grid-cols-[minmax(0,1fr)_20rem]">
        <Panel>
          <h1 className="text-xl font-semibold tracking-tight">{demoSignInWords.title}</h1>
          <p className="mb-5 mt-1 text-ink-2">{demoSignInWords.text}</p>
          <ProblemNotice problem={problemOf(problem, "demo")} />
          <DemoCast cast={cast} formKey={formKey} />
        </Panel>
        <Panel>
          <h2 className="mb-5 font-semibold">{demoSignInWords.orTyped}</h2>
          <SignInForm formKey={formKey} problem={problem} />
        </Panel>
      </div>
    </AuthShell>
  );
}

function SignInForm({ formKey, problem }: Pick<SignInPageProps, "formKey" | "problem">) {
  const mine = problemOf(problem, "sign-in");
  return (
    <form method="post" action="/sign-in" className="flex flex-col gap-4">
      <ProblemNotice problem={mine} idOf={(field) => field} />
      <FormKey formKey={formKey} form="sign-in" />
      <TextField id="name" name="name" label={words.name} required autoComplete="username" {...fieldOf(mine, "name")} />
      <TextField
        id="password"
        name="password"
        type="password"
        label={words.password}
        required
        autoComplete="current-password"
        error={fieldOf(mine, "password").error}
      />
      <CodeField
        id="code"
        label={words.code}
        hint={words.codeHint}
        required={false}
        error={fieldOf(mine, "code").error}
      />
      <Button tone="primary" className="mt-1">
        {words.send}
      </Button>
    </form>
  );
}

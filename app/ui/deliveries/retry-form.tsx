import type { DeliveryLine } from "domain/view-deliveries";
import { Button } from "../button";
import { FormKey } from "../hidden";
import { ProblemNotice } from "../notice";
import { type Problem, problemOf } from "../problem";
import type { Desk } from "../shell/desk";
import { templateWords, deliveriesWords as words } from "../words/deliveries";

/** The noun of the form that has this message tried again. */
export const formOfMessage = (handle: string): string => `message-${handle}`;

/** The button that has one message tried again, and why it was not. */
export function RetryForm({ line, desk, problem }: { line: DeliveryLine; desk: Desk; problem: Problem | null }) {
  const form = formOfMessage(line.handle);
  return (
    <form method="post" action={`/deliveries/${encodeURIComponent(line.id)}/attempt`}>
      <FormKey formKey={desk.formKey} form={form} />
      <ProblemNotice problem={problemOf(problem, form)} />
      <Button aria-label={words.retryName(templateWords[line.template], line.mask)}>{words.retry}</Button>
    </form>
  );
}

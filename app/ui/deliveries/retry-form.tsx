import type { DeliveryLine } from "domain/view-deliveries";
import { Button } from "../button";
import { FormKey } from "../hidden";
import type { Desk } from "../shell/desk";
import { templateWords, deliveriesWords as words } from "../words/deliveries";

/** The noun of the form that has this message tried again. */
export const formOfMessage = (handle: string): string => `message-${handle}`;

/** The button that has one message tried again. */
export function RetryForm({ line, desk }: { line: DeliveryLine; desk: Desk }) {
  const form = formOfMessage(line.handle);
  return (
    <form method="post" className="sm:shrink-0" action={`/deliveries/${encodeURIComponent(line.id)}/attempt`}>
      <FormKey formKey={desk.formKey} form={form} />
      <Button className="whitespace-nowrap" aria-label={words.retryName(templateWords[line.template], line.mask)}>
        {words.retry}
      </Button>
    </form>
  );
}

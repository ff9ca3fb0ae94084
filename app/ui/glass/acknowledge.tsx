import { Button } from "../button";
import { FormKey } from "../hidden";
import type { Desk } from "../shell/desk";
import { glassWords as words } from "../words/glass";

/** An admin says that they saw it. */
export function Acknowledge({ glass, number, desk }: { glass: string; number: number; desk: Desk }) {
  return (
    <form
      method="post"
      action={`/glass/${number}/acknowledgement`}
      aria-label={words.acknowledgeOf(number)}
      className="mt-2"
    >
      <FormKey formKey={desk.formKey} form={`acknowledgement.${glass}`} />
      <input type="hidden" name="glass" value={glass} />
      <Button>{words.acknowledge}</Button>
    </form>
  );
}

import { found } from "~/desk/case.server";
import { seeOther } from "~/reply.server";

type Outcome = Parameters<typeof found>[0];

/** A ticket whose agent was pressed leaves them like any other, to the queue, whatever they did to be rid of it. */
export function leave(outcome: Outcome): Outcome {
  if (found(outcome, "ticket.released")?.data.why === "check") throw seeOther("/queue?done=routine-check");
  return outcome;
}

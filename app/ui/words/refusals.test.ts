import { expect, it } from "vitest";
import { refusal } from "../words";

/** The commands that enter a refusal of their own when the authenticator's code is not taken. */
const signed = [
  "ticket.approve",
  "ticket.return",
  "ticket.reject",
  "dispute.settle",
  "review.judge",
  "glass.ask",
  "glass.confirm",
  "value.reveal",
];

it.each(signed)("A code of the authenticator that is not taken is told as one, and as no contact's: %s", (command) => {
  for (const reason of ["wrong-code", "code-used", "too-many-tries"])
    expect(refusal(reason, command)).toBe(refusal(reason, "staff.step-up"));
});

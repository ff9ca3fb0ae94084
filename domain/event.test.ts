import { expect, it } from "vitest";
import { event, refuse } from "./event";

it("A refusal is a verdict of one event: the command and the reason", () => {
  expect(refuse("ticket.claim", "already-claimed")).toEqual([
    { type: "refused", data: { command: "ticket.claim", reason: "already-claimed" } },
  ]);
});

it("An event holds its commitments only where there are any", () => {
  expect(event("ticket.claimed", { by: "ada" })).toEqual({ type: "ticket.claimed", data: { by: "ada" } });
  expect(event("ticket.noted", { note: "n1", removed: 0 }, { text: "ab" }).pii).toEqual({ text: "ab" });
});

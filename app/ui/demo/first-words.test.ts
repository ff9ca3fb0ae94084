import { expect, it } from "vitest";
import { firstWords } from "./first-words";

it("gives the first words of a message and the ticket that it names", () => {
  const text =
    "Your code is 123456. It works once, for 10 minutes.\n\nRead it only to the person you called.\n\nCS-1042";
  expect(firstWords({ subject: "", text })).toEqual({
    first: "Your code is 123456. It works once, for 10 minutes. Read it…",
    ticket: "CS-1042",
  });
  expect(firstWords({ subject: "Your code for CS-7", text: "Short" })).toEqual({ first: "Short", ticket: "CS-7" });
  expect(firstWords({ subject: "", text: "Nothing" }).ticket).toBeNull();
  expect(firstWords({ subject: "", text: `https://${"a".repeat(90)} is the link` }).first).toHaveLength(61);
});

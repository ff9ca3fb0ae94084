import type { EventData } from "domain/event";
import { describe, expect, it } from "vitest";
import { checkedData, dataProblem, isEventType, streamOf } from "./entry-data";

const approved: EventData["ticket.approved"] = {
  round: 1,
  packet: "ab".repeat(32),
  by: "sam",
  count: 1,
  of: 2,
  reason: "other",
  note: null,
  stepUp: "s1",
};
/** Data as it might come from a mistake: not what the type says. */
const mistaken = (data: unknown) => data as EventData["ticket.approved"];

describe("The data of an event", () => {
  it("is given back as it is when the catalogue allows it", () => {
    expect(checkedData("ticket.approved", approved)).toEqual(approved);
    expect(checkedData("staff.disabled", {})).toEqual({});
    expect(checkedData("clock.diverged", { byMs: -6000 })).toEqual({ byMs: -6000 });
    expect(checkedData("ticket.reminded", { message: null })).toEqual({ message: null });
  });

  it.each([
    ["a field is missing", { ...approved, of: undefined }],
    ["there is a field too many", { ...approved, comment: "x" }],
    ["an id is free text", { ...approved, by: "Sam Smith" }],
    ["an id is an address", { ...approved, by: "sam@example.org" }],
    ["an id is too long", { ...approved, by: "x".repeat(201) }],
    ["a reason is a sentence", { ...approved, reason: "They sounded right to me" }],
    ["a digest is none", { ...approved, packet: "AB".repeat(32) }],
    ["a count is a fraction", { ...approved, count: 1.5 }],
    ["a count is below nothing", { ...approved, count: -1 }],
    ["a count is beyond 2^53", { ...approved, count: 2 ** 53 }],
    ["a date stands for a number", { ...approved, count: new Date() }],
    ["it is no object", null],
  ])("is refused when %s", (_what, data) => {
    expect(() => checkedData("ticket.approved", mistaken(data))).toThrow(TypeError);
  });

  it("is refused with the names of fields and never with their values", () => {
    expect(() => checkedData("ticket.approved", mistaken({ ...approved, note: "hal@example.org" }))).toThrow(
      "ticket.approved cannot be entered: data.note: is no id.",
    );
  });

  it("holds nothing of a contact's value, not even its mask", () => {
    const proposed = { contact: "c", kind: "email", voided: [] };
    expect(dataProblem("contact.proposed", proposed)).toBeNull();
    expect(dataProblem("contact.proposed", { ...proposed, mask: "h•••@e•••.example" })).not.toBeNull();
  });

  it("has reasons of failed deliveries as words, never as a server's own sentence", () => {
    expect(dataProblem("message.failed", { message: "m", why: "no-such-contact" })).toBeNull();
    expect(dataProblem("message.failed", { message: "m", why: "550 <hal@example.org> unknown" })).not.toBeNull();
  });
});

describe("The catalogue", () => {
  it("knows its own types and no property of every object", () => {
    expect(isEventType("grant.issued")).toBe(true);
    for (const type of ["toString", "__proto__", "constructor", "ticket.burnt", "", 7, null])
      expect(isEventType(type)).toBe(false);
  });

  it("says into which stream's state an event is folded", () => {
    const streams = (
      [
        "ticket.approved",
        "holder.signed-in",
        "staff.added",
        "policy.adopted",
        "ticket.viewed",
        "account.searched",
        "refused",
      ] as const
    ).map(streamOf);
    expect(streams).toEqual(["case", "case", "staff", "desk", "reads", "reads", "any"]);
  });
});

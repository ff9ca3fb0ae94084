import { describe, expect, it } from "vitest";
import { bytesOf, type Entry } from "./entry";
import { plainEntry } from "./plain-entry";

const entry: Entry = {
  v: 1,
  origin: "countersign/test",
  seq: 7,
  id: "e7",
  at: "2026-03-02T09:00:00.000Z",
  type: "ticket.noted",
  actor: { id: "staff:ada", role: "agent", auth: "password+totp", session: null },
  subject: "hal",
  object: null,
  request: "r",
  policy: null,
  outcome: "ok",
  reason: null,
  data: { note: "n1", removed: 0 },
  pii: {},
};
const textOf = (change: Partial<Entry> = {}): string => bytesOf({ ...entry, ...change }).toString("utf8");

describe("An entry taken apart", () => {
  it("gives its members as they stand in the text", () => {
    expect(plainEntry(textOf())).toEqual({
      actor: '{"auth":"password+totp","id":"staff:ada","role":"agent","session":null}',
      at: entry.at,
      data: '{"note":"n1","removed":0}',
      id: "e7",
      object: null,
      origin: "countersign/test",
      outcome: "ok",
      pii: "{}",
      policy: "null",
      reason: null,
      request: "r",
      seq: "7",
      subject: "hal",
      type: "ticket.noted",
      v: "1",
    });
  });

  it("tells its own id from the ids in its data", () => {
    const data = { added: { at: {}, id: "c1" }, id: "x" };
    expect(plainEntry(textOf({ data }))).toMatchObject({ id: "e7", data: '{"added":{"at":{},"id":"c1"},"id":"x"}' });
  });

  it.each([
    ["an escape", textOf({ request: 'say "r"' })],
    ["a control character", textOf().replace('"r"', '"\u0001"')],
    ["a blank between members", textOf().replace(',"seq"', ', "seq"')],
    ["a member too few", textOf().replace('"reason":null,', "")],
    ["a member too many", textOf().replace('"type"', '"size":1,"type"')],
    ["members in another order", textOf().replace('"request":"r","seq":7', '"seq":7,"request":"r"')],
    ["something after its end", `${textOf()} `],
    ["no end", textOf().slice(0, -1)],
    ["nothing", ""],
  ])("is left to the long way round with %s", (_what, text) => {
    expect(plainEntry(text)).toBeNull();
  });
});

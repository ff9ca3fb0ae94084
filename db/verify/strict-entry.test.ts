import { bytesOf, type Entry } from "domain/trail/entry";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { strictEntry } from "./strict-entry";

const entry: Entry = {
  v: 1,
  origin: "countersign/test",
  seq: 7,
  id: "e7",
  at: "2026-03-02T09:00:00.000Z",
  type: "ticket.noted",
  actor: { id: "staff:ada", role: "agent", auth: "password+totp", session: null },
  subject: "hal",
  object: "t1",
  request: "r",
  policy: { id: "standard", version: 1, digest: "ab".repeat(32) },
  outcome: "ok",
  reason: null,
  data: { note: "n1", removed: 0 },
  pii: { text: "cd".repeat(32) },
};
const text = bytesOf(entry).toString("utf8");
const read = (changed: string) => strictEntry(Buffer.from(changed, "utf8"));
const why = (changed: string): string => {
  const r = read(changed);
  return "malformed" in r ? r.malformed : "sound";
};

describe("An entry read strictly", () => {
  it("is what was written", () => {
    expect(read(text)).toEqual({ entry });
  });

  it("holds letters of any script as they are", () => {
    const told = { ...entry, request: "ж•••@b•••.例え 🙂\u2028" };
    expect(strictEntry(bytesOf(told))).toEqual({ entry: told });
  });

  it.each([
    ["a BOM", `\uFEFF${text}`],
    ["a line end", `${text}\n`],
    ["a blank", text.replace(",", ", ")],
    ["a key twice", text.replace('"seq":7', '"seq":7,"seq":7')],
    ["a key twice in its data", text.replace('"removed":0', '"removed":0,"removed":0')],
    ["keys in another order", text.replace('"note":"n1","removed":0', '"removed":0,"note":"n1"')],
    ["an escape that is none of RFC 8785's", text.replace('"r"', '"\\u0072"')],
    ["half a surrogate pair", text.replace('"r"', '"\\ud83d"')],
    ["a float", text.replace('"removed":0', '"removed":0.5')],
    ["a whole number written as a float", text.replace('"removed":0', '"removed":0.0')],
    ["a negative nothing", text.replace('"removed":0', '"removed":-0')],
    ["an integer beyond 2^53", text.replace('"removed":0', '"removed":9007199254740993')],
    ["a number beyond all", text.replace('"removed":0', '"removed":1e999')],
    ["a field too many", text.replace('"v":1', '"v":1,"w":1')],
    ["a field too few", text.replace('"reason":null,', "")],
    ["a __proto__", text.replace('"actor"', '"__proto__":{},"actor"')],
    ["a __proto__ in its data", text.replace('{"note"', '{"__proto__":{},"note"')],
    ["data of another type", text.replace("ticket.noted", "ticket.claimed")],
    ["free text in its data", text.replace('"n1"', '"call Hal on Monday"')],
    ["an address in its data", text.replace('"n1"', '"hal@example.org"')],
    ["a type that is none", text.replace("ticket.noted", "ticket.burnt")],
    ["a type of every object", text.replace("ticket.noted", "constructor")],
    ["a day that is none", text.replace("2026-03-02", "2026-02-30")],
    ["a time with another zone", text.replace("09:00:00.000Z", "09:00:00.000+00:00")],
    ["a role that is none", text.replace('"agent"', '"owner"')],
    ["a seq below nothing", text.replace('"seq":7', '"seq":-7')],
    ["personal data in pii", text.replace("cd".repeat(32), "hal@example.org")],
    ["another version", text.replace('"v":1', '"v":2')],
    ["no JSON", text.slice(0, -1)],
    ["nothing", ""],
    ["a list", "[]"],
    ["null", "null"],
  ])("with %s is malformed", (_what, changed) => {
    expect(changed).not.toBe(text);
    expect(why(changed)).not.toBe("sound");
  });

  it("is malformed when it is no UTF-8, longer than 16 KiB, nested beyond sense, or no bytes at all", () => {
    const invalid = Buffer.from(text);
    invalid[invalid.indexOf("n1")] = 0xff;
    for (const bytes of [invalid, Buffer.alloc(17_000, 0x20), Buffer.alloc(16_000, 0x5b), text, null, 7, undefined])
      expect(strictEntry(bytes)).toHaveProperty("malformed");
  });

  it("never throws, whatever it is given", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => "malformed" in strictEntry(Buffer.from(bytes))),
      { numRuns: 500 },
    );
    fc.assert(
      fc.property(fc.jsonValue(), (value) => "malformed" in strictEntry(Buffer.from(JSON.stringify(value)))),
      { numRuns: 500 },
    );
  });

  it("is malformed, or another entry in canonical bytes, when any byte of it is another", () => {
    fc.assert(
      fc.property(fc.nat({ max: text.length - 1 }), fc.nat({ max: 255 }), (at, byte) => {
        const bytes = Buffer.from(text);
        bytes[at] = byte;
        const r = strictEntry(bytes);
        return "malformed" in r || bytesOf(r.entry).equals(bytes);
      }),
      { numRuns: 1000 },
    );
  });

  it("is malformed with any one field of any kind put in its place", () => {
    const keys = Object.keys(entry) as (keyof Entry)[];
    fc.assert(
      fc.property(fc.constantFrom(...keys), fc.jsonValue(), (key, value) => {
        const bytes = Buffer.from(
          JSON.stringify(
            Object.fromEntries(Object.entries({ ...entry, [key]: value }).sort(([a], [b]) => (a < b ? -1 : 1))),
          ),
        );
        const r = strictEntry(bytes);
        return "malformed" in r || bytesOf(r.entry).equals(bytes);
      }),
      { numRuns: 500 },
    );
  });
});

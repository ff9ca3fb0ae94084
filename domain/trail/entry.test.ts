import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Event, event, refuse } from "../event";
import { ada, monday } from "../testing";
import { completed, lossOf } from "../testing-stories";
import { isoOf } from "../time";
import {
  bytesOf,
  commitmentOf,
  digestOf,
  type Entry,
  entryVersion,
  maxEntryBytes,
  outcomeOf,
  recordedOf,
} from "./entry";

const entryOf = (e: Event, change: Partial<Entry> = {}): Entry => ({
  v: entryVersion,
  origin: "countersign.example/test",
  seq: 7,
  id: "018f-0000",
  at: isoOf(monday),
  type: e.type,
  actor: ada,
  subject: "acc-hal",
  object: "t1",
  request: "req-1",
  policy: null,
  ...outcomeOf(e),
  data: e.data as Record<string, unknown>,
  pii: e.pii ?? {},
  ...change,
});
const claimed = event("ticket.claimed", { by: "ada" });

describe("The bytes of an entry", () => {
  it("are its canonical JSON: sorted names, no white space, UTF-8", () => {
    expect(bytesOf(entryOf(claimed)).toString("utf8")).toBe(
      '{"actor":{"auth":"password+totp","id":"staff:ada","role":"agent","session":"ada"},"at":"2026-03-02T09:00:00.000Z",' +
        '"data":{"by":"ada"},"id":"018f-0000","object":"t1","origin":"countersign.example/test","outcome":"ok","pii":{},' +
        '"policy":null,"reason":null,"request":"req-1","seq":7,"subject":"acc-hal","type":"ticket.claimed","v":1}',
    );
  });

  it("are the same whatever order the names were written in", () => {
    const entry = entryOf(claimed);
    const turned = Object.fromEntries(Object.entries(entry).reverse()) as unknown as Entry;
    expect(bytesOf(turned)).toEqual(bytesOf(entry));
  });

  it("are at most 16 KiB", () => {
    const padded = (n: number) => entryOf(claimed, { request: "x".repeat(n) });
    const room = maxEntryBytes - bytesOf(padded(0)).length;
    expect(bytesOf(padded(room))).toHaveLength(maxEntryBytes);
    expect(() => bytesOf(padded(room + 1))).toThrow(RangeError);
  });

  it.each<[string, unknown]>([
    ["a fraction", 1.5],
    ["a number above 2^53", 2 ** 53],
    ["infinity", Number.POSITIVE_INFINITY],
    ["undefined", undefined],
    ["a date", new Date(0)],
    ["a bigint", 1n],
    ["a function", () => 1],
    ["a map", new Map()],
  ])("hold no %s: it would not survive as it is", (_what, value) => {
    expect(() => bytesOf(entryOf(claimed, { data: { deep: [{ value }] } }))).toThrow(TypeError);
  });

  it("of every event of a whole recovery can be written and read back as the same event", () => {
    for (const recorded of completed(lossOf.T4).entries) {
      const { seq, at, actor, subject, object, ...e } = recorded;
      const entry = entryOf(e as Event, { seq, at: isoOf(at), actor, subject, object });
      const back = recordedOf(JSON.parse(bytesOf(entry).toString("utf8")) as Entry);
      expect(back).toEqual({ pii: {}, ...recorded });
    }
  });
});

describe("The outcome of an event", () => {
  it.each<[string, Event, Entry["outcome"], string | null]>([
    ["a refusal", refuse("ticket.claim", "not-open")[0], "denied", "not-open"],
    ["a claim", claimed, "ok", null],
    ["a serial that matched", serial("match"), "ok", null],
    ["a near serial", serial("near"), "denied", "near"],
    ["a missed serial", serial("miss"), "denied", "miss"],
    ["a photo that matched", photo("match"), "ok", null],
    ["a photo that missed", photo("miss"), "denied", "miss"],
    ["a proof of purchase that counts", purchase("match"), "ok", null],
    ["a proof of purchase that missed", purchase("miss"), "denied", "miss"],
    ["a proof of purchase dated too late", purchase("match", true), "denied", "dated-late"],
    ["answers that passed", answers(true), "ok", null],
    ["answers that failed", answers(false), "denied", "wrong"],
    ["a wrong code", event("contact.code-refused", { contact: "c", generation: 1, tries: 1 }), "denied", "wrong-code"],
    ["a failed sign-in of staff", event("staff.sign-in-failed", { why: "wrong-code" }), "denied", "wrong-code"],
    ["a failed sign-in of a holder", event("holder.sign-in-failed", { why: "frozen" }), "denied", "frozen"],
    ["a message that failed", event("message.failed", { message: "m", why: "bounced" }), "error", "bounced"],
    ["an import that failed", event("directory.import-failed", { set: "s", why: "bad-row" }), "error", "bad-row"],
  ])("that is %s", (_what, e, outcome, reason) => {
    expect(outcomeOf(e)).toEqual({ outcome, reason });
  });
});

describe("A commitment", () => {
  const salt = new Uint8Array(32).fill(7);

  it("is SHA-256 over 0x50, the salt and the value", () => {
    const expected = createHash("sha256").update(Buffer.concat([Buffer.of(0x50), salt, Buffer.from("Hál", "utf8")]));
    expect(commitmentOf(salt, "Hál")).toBe(expected.digest("hex"));
  });

  it("is another one with another salt", () => {
    expect(commitmentOf(new Uint8Array(32), "Hal")).not.toBe(commitmentOf(salt, "Hal"));
  });

  it("takes a salt of 32 bytes and no other", () => {
    expect(() => commitmentOf(new Uint8Array(31), "Hal")).toThrow(RangeError);
    expect(() => commitmentOf(new Uint8Array(33), "Hal")).toThrow(RangeError);
  });
});

describe("A digest", () => {
  const leaf = fc.oneof(fc.string({ unit: "grapheme" }), fc.maxSafeInteger(), fc.boolean(), fc.constant(null));
  const { value: json } = fc.letrec((tie) => ({
    value: fc.oneof(
      { depthSize: "small" },
      leaf,
      fc.array(tie("value")),
      fc.dictionary(fc.string(), tie("value"), { noNullPrototype: true }),
    ),
  }));

  it("does not depend on the order of names", () => {
    expect(digestOf({ a: 1, b: [true, null] })).toBe(digestOf({ b: [true, null], a: 1 }));
  });

  it("is the SHA-256 of the canonical JSON", () => {
    expect(digestOf({ b: "é", a: [] })).toBe(createHash("sha256").update('{"a":[],"b":"é"}', "utf8").digest("hex"));
  });

  it("of a value read back from its JSON is the same", () => {
    fc.assert(fc.property(json, (value) => digestOf(JSON.parse(JSON.stringify(value))) === digestOf(value)));
  });

  it("refuses what would not survive as it is", () => {
    expect(() => digestOf({ at: Number.NaN })).toThrow(TypeError);
    expect(() => digestOf(undefined)).toThrow(TypeError);
  });
});

function serial(result: "match" | "near" | "miss"): Event {
  return event("serial.checked", { attempt: "a", result, device: null, whole: false, evidence: null });
}
function photo(result: "match" | "near" | "miss"): Event {
  return event("photo.judged", { photo: "p", attempt: "a", result, device: null, evidence: null, by: "bob" });
}
function purchase(result: "match" | "miss", late = false): Event {
  const read = { attempt: "a", result, device: null, late, evidence: null } as const;
  return event("purchase.judged", { purchase: "b", ...read, by: "bob", channel: "desk" });
}
function answers(passed: boolean): Event {
  return event("answers.checked", { attempt: "a", passed, right: null, of: 3, evidence: null, spoken: false });
}

import type { Entry } from "domain/trail/entry";
import { describe, expect, it } from "vitest";
import { cefOf } from "./cef";
import { ecsOf } from "./ecs";
import { ocsfOf } from "./ocsf";

const entry: Entry = {
  v: 1,
  origin: "countersign/desk.example",
  seq: 41,
  id: "0f",
  at: "2026-01-31T12:00:00.123Z",
  type: "ticket.opened",
  actor: { id: "staff:ada", role: "agent", auth: "password+totp", session: "00112233aabbccdd" },
  subject: "hal",
  object: "t1",
  request: "r1",
  policy: null,
  outcome: "ok",
  reason: null,
  data: { number: 7 },
  pii: {},
};
/** Nothing of the kind gets into an entry; a rendering does not rely on it. */
const nasty = 'a|b\\c=d\n"e"\r\nCEF:0|f\u2028g\u0000<script>';
const bad: Entry = { ...entry, object: nasty, data: { note: nasty }, actor: { ...entry.actor, id: nasty } };
const refused: Entry = { ...entry, type: "refused", outcome: "denied", reason: "own-case", data: { command: "x" } };

describe("An entry as an OCSF event", () => {
  it.each([
    ["ticket.opened", 6, 6003, 1],
    ["ticket.viewed", 6, 6003, 2],
    ["packet.opened", 6, 6003, 2],
    ["ticket.approved", 6, 6003, 3],
    ["refused", 6, 6003, 99],
    ["staff.signed-in", 3, 3002, 1],
    ["holder.signed-out", 3, 3002, 2],
    ["staff.disabled", 3, 3001, 5],
    ["account.frozen", 3, 3001, 9],
  ] as const)("that is %s is of category %i, class %i and activity %i", (type, category, uid, activity) => {
    expect(JSON.parse(ocsfOf({ ...entry, type }))).toMatchObject({
      category_uid: category,
      class_uid: uid,
      activity_id: activity,
      type_uid: uid * 100 + activity,
      time: Date.parse(entry.at),
      metadata: { version: "1.3.0", product: { name: "Countersign" }, uid: "0f", sequence: 41 },
      actor: { user: { uid: "staff:ada" } },
      unmapped: { data: { number: 7 }, subject: "hal" },
    });
  });

  it("says how it ended", () => {
    expect(JSON.parse(ocsfOf(entry))).toMatchObject({ severity_id: 1, status_id: 1 });
    expect(JSON.parse(ocsfOf(refused))).toMatchObject({ severity_id: 2, status_id: 2, status_code: "own-case" });
  });

  it("is one line whatever it holds, and gives it back", () => {
    expect(ocsfOf(bad)).not.toMatch(/[\r\n]/);
    expect(JSON.parse(ocsfOf(bad)).unmapped.data.note).toBe(nasty);
  });
});

describe("An entry as an ECS document", () => {
  it("names when, who, what and how it ended", () => {
    expect(JSON.parse(ecsOf(entry))).toMatchObject({
      "@timestamp": entry.at,
      ecs: { version: "8.17.0" },
      event: {
        kind: "event",
        category: ["api"],
        type: ["change"],
        action: "ticket.opened",
        outcome: "success",
        id: "0f",
        sequence: 41,
      },
      user: { id: "staff:ada", roles: ["agent"] },
      countersign: { subject: "hal", object: "t1", data: '{"number":7}' },
    });
    const { event } = JSON.parse(ecsOf(refused));
    expect(event).toMatchObject({ type: ["denied"], outcome: "failure", reason: "own-case" });
  });

  it.each([
    ["staff.sign-in-failed", "authentication", "start"],
    ["staff.added", "iam", "creation"],
    ["desk.stopped", "process", "end"],
    ["policy.adopted", "configuration", "change"],
    ["entry.viewed", "api", "access"],
  ] as const)("has %s in category %s as %s", (type, category, kind) => {
    expect(JSON.parse(ecsOf({ ...entry, type })).event).toMatchObject({ category: [category], type: [kind] });
  });

  it("is one line whatever it holds, and gives it back", () => {
    expect(ecsOf(bad)).not.toMatch(/[\r\n]/);
    expect(JSON.parse(JSON.parse(ecsOf(bad)).countersign.data).note).toBe(nasty);
  });
});

describe("An entry as a line of CEF", () => {
  it("has seven fields in its header and the rest by name", () => {
    expect(cefOf(entry)).toBe(
      `CEF:0|Countersign|Countersign|1|ticket.opened|ticket opened|1|rt=${Date.parse(entry.at)} externalId=41 deviceExternalId=countersign/desk.example cat=ticket.opened outcome=success suid=staff:ada spriv=agent duid=hal cs1Label=object cs1=t1 cs2Label=request cs2=r1 cs3Label=entryId cs3=0f cs4Label=session cs4=00112233aabbccdd cs6Label=data cs6={"number":7}`,
    );
  });

  it("escapes in a field what would end it, begin another or break the line, and gives it back", () => {
    const line = cefOf(bad);
    expect(line).not.toMatch(/[\r\n]/);
    expect(line).toContain('cs1=a|b\\\\c\\=d\\n"e"\\r\\nCEF:0|f');
    const [, written = ""] = / suid=([\s\S]*?) spriv=/.exec(line) ?? [];
    expect(written.replaceAll(/\\(.)/g, (_, c) => ({ n: "\n", r: "\r" })[c as string] ?? c)).toBe(nasty);
  });

  it("keeps its header in seven parts whatever stands in it", () => {
    const line = cefOf({ ...entry, type: "a|b\\c\nd" as Entry["type"] });
    expect(line).not.toMatch(/[\r\n]/);
    expect(line.slice(0, line.indexOf("rt=")).split(/(?<!\\)\|/)).toHaveLength(8);
    expect(line).toContain("|a\\|b\\\\c d|");
  });
});

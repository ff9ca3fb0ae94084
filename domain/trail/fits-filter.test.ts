import { describe, expect, it } from "vitest";
import type { BundleKind, Manifest } from "./bundle";
import { bytesOf } from "./entry";
import { bundleOf, checked, entriesOf, entryAt, filterOf, rootAt, vouchedFor } from "./testing-bundle";

const entries = entriesOf(30);

/** What is found in a bundle that shows every tenth entry and says it was asked for with this filter. */
function foundWith(kind: BundleKind, filter: Partial<Manifest["filter"]>) {
  const shows = (seq: number) => kind === "full" || seq % 10 === 3;
  const about = { kind, entries: kind === "full" ? 30 : 3, size: 30, root: rootAt(entries).toString("hex") };
  const files = vouchedFor(bundleOf(entries, { kind, shows }), {
    ...about,
    filter: { ...filterOf("full"), ...filter },
  });
  const { problem } = checked(files);
  return problem && `${problem.verdict} ${problem.what} ${problem.seq}`;
}

describe("What a bundle shows", () => {
  it.each<[BundleKind, Partial<Manifest["filter"]>]>([
    ["full", {}],
    ["ticket", { ticket: "1001" }],
    ["filtered", { ticket: "1001", type: "queue.viewed", outcome: "ok" }],
    ["filtered", { type: "all-reads" }],
    ["filtered", { from: "2026-01-01", to: "2026-01-01" }],
    ["filtered", { from: "2026-01-01T00:00:03.000Z", to: "2026-01-01T00:00:24Z" }],
  ])("passes where it is what was asked for: %s %o", (kind, filter) => {
    expect(foundWith(kind, filter)).toBeNull();
  });

  it.each<[BundleKind, Partial<Manifest["filter"]>, string]>([
    ["filtered", { type: "ticket.approved" }, "tampered entry-unasked 3"],
    ["filtered", { actor: "staff:3" }, "tampered entry-unasked 13"],
    ["filtered", { account: "ida" }, "tampered entry-unasked 3"],
    ["filtered", { outcome: "denied" }, "tampered entry-unasked 3"],
    ["filtered", { from: "2026-01-02" }, "tampered entry-unasked 3"],
    ["filtered", { from: "2026-01-01T00:00:04Z" }, "tampered entry-unasked 3"],
    ["filtered", { to: "2026-01-01T00:00:13.000Z" }, "tampered entry-unasked 13"],
    ["filtered", {}, "malformed filter-malformed null"],
    ["full", { outcome: "ok" }, "malformed filter-malformed null"],
    ["ticket", {}, "malformed filter-malformed null"],
    ["ticket", { ticket: "1001", type: "queue.viewed" }, "malformed filter-malformed null"],
  ])("is refused where it is not, or hides more than was asked: %s %o", (kind, filter, found) => {
    expect(foundWith(kind, filter)).toBe(found);
  });

  it("is of one ticket where a ticket was asked for", () => {
    const two = entries.with(13, bytesOf(entryAt(13, { object: "t2" })));
    const files = bundleOf(two, { kind: "ticket", shows: (seq) => seq % 10 === 3 });
    expect(checked(files).problem).toMatchObject({ verdict: "tampered", what: "entry-unasked", seq: 13 });
  });

  it("bears the number of its place by itself, whatever its data calls so", () => {
    const entry = entryAt(8, { object: "t1", data: { seq: 3, subject: null } });
    const lying = entries.with(3, bytesOf(entry));
    const files = bundleOf(lying, { kind: "ticket", shows: (seq) => seq === 3 });
    expect(checked(files).problem?.verdict).toBe("tampered");
  });
});

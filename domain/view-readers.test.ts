import { describe, expect, it } from "vitest";
import { above, readerRows } from "./view-readers";

const member = (id: string, role: "agent" | "auditor") => ({ id, role, disabledAt: null });
const looked = (id: string, kind: "search" | "miss" | "ticket" | "packet" | "entry", n: number, outside = 0) => ({
  actor: `staff:${id}`,
  kind,
  n,
  outside,
});
const agents = ["ada", "bob", "cy", "dot"].map((id) => member(id, "agent"));
const nameOf = (id: string) => id.toUpperCase();

describe("What the staff looked at, side by side", () => {
  it("has whoever is furthest above the median of the others of their role on top, and nobody who looked at nothing", () => {
    const counts = [
      looked("ada", "ticket", 40, 2),
      looked("bob", "ticket", 12, 11),
      looked("bob", "search", 3, 3),
      looked("bob", "miss", 2),
      looked("cy", "ticket", 4, 0),
      looked("cy", "packet", 1, 1),
    ];
    const rows = readerRows(counts, agents, nameOf);
    expect(rows.map((r) => [r.name, r.personal, r.outside, r.compared.median])).toEqual([
      ["BOB", 15, 14, 1.5],
      ["ADA", 40, 2, 7.5],
      ["CY", 5, 1, 8],
    ]);
    expect(rows[0]).toMatchObject({ all: 15, counts: { search: 3, miss: 2, ticket: 12, photo: 0 } });
    expect(rows.map(above)).toEqual([14 / 1.5, 2 / 7.5, 1 / 8]);
  });

  it("takes a median of none for one", () => {
    const rows = readerRows([looked("ada", "ticket", 9, 4), looked("bob", "ticket", 9, 0)], agents, nameOf);
    expect(rows[0]?.compared).toEqual({ n: 4, median: 0, others: 1, by: "outside" });
    const some = readerRows(
      [looked("ada", "ticket", 9, 4), looked("bob", "ticket", 9, 0), looked("cy", "ticket", 9, 0)],
      agents,
      nameOf,
    );
    expect(some.map(above)).toEqual([4, 0, 0]);
  });

  it("compares those who have no tickets by all they looked at", () => {
    const ivy = member("ivy", "auditor");
    const [row] = readerRows([looked("ivy", "entry", 70)], [ivy], nameOf);
    expect(row && above(row)).toBe(1);
    expect(row).toMatchObject({ outside: 0, all: 70, compared: { n: 70, median: 0, others: 0, by: "all" } });
  });

  it("leaves out counts of someone who is no member", () => {
    expect(readerRows([looked("eve", "ticket", 1, 1)], agents, nameOf)).toEqual([]);
  });
});

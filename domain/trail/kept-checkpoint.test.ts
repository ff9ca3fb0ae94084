import { describe, expect, it } from "vitest";
import { keptNote, lastNote, mostKeptBytes } from "./kept-checkpoint";
import { bundleOf, checked, checkpointAt, entriesOf } from "./testing-bundle";

const entries = entriesOf(30);
const line = (size: number): string => `${JSON.stringify({ size, note: checkpointAt(entries, size) })}\n`;

describe("What was kept of a trail", () => {
  it("is a signed note, or the last line of the file that a desk carries its checkpoints to", () => {
    const note = checkpointAt(entries, 20);
    expect(keptNote(note)).toBe(note);
    for (const lines of [line(20), line(10) + line(20), `${line(10)}${line(20)}\n`]) expect(keptNote(lines)).toBe(note);
    const grown = line(10).repeat(2000) + line(20);
    expect(grown.length).toBeGreaterThan(mostKeptBytes);
    expect(lastNote(grown.slice(-mostKeptBytes))).toBe(note);
  });

  it("is nothing where the last line is no checkpoint", () => {
    for (const kept of ["", "\n", "null\n", "{}\n", '{"note":1}\n', "20:abcd\n", line(10) + line(20).slice(0, 40)])
      expect(keptNote(kept)).toBeNull();
  });

  it("is what a bundle is held against, in either form", () => {
    const bundle = bundleOf(entries);
    expect(checked(bundle, { older: line(10) + line(20) })).toMatchObject({ problem: null, older: 20 });
    expect(checked(bundleOf(entries.slice(0, 15)), { older: line(20) }).problem?.what).toBe("cut-off");
    expect(checked(bundle, { older: "{}\n" }).problem?.what).toBe("older-checkpoint-unread");
  });
});

import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import type { Problem } from "../problem";
import { refusal } from "../words";
import { refusalSaying } from "../words/sayings";
import { adasDesk, sampleTicket } from "./sample";
import { SayNo } from "./say-no";

const shown = (problem: Problem | null = null, t = sampleTicket()): string =>
  renderToStaticMarkup(createElement(SayNo, { t, desk: adasDesk, problem }));
const refused = (reason: string): Problem => ({
  form: "serial",
  sentence: refusal(reason),
  saying: refusalSaying(reason) ?? undefined,
});

describe("A caller with personal data and one serial, urgent and charming", () => {
  it("is told no in a sentence for each thing that is missing, one key away, each to be copied", () => {
    const html = shown();
    expect(html).toContain('data-key="n"');
    for (const words of ["For this I need something that only the owner", "I need one more thing", "It is urgent."])
      expect(html).toContain(words);
    expect((html.match(/What they can do instead/g) ?? []).length).toBe(sampleTicket().needs.length);
    expect((html.match(/data-copy="“/g) ?? []).length).toBeGreaterThan(8);
  });

  it("learns nothing of which check failed, nor how close it was", () => {
    expect(shown(refused("near"))).toBe(shown(refused("miss")));
    expect(shown(refused("miss"))).toBe(shown(refused("wrong")));
    expect(shown(refused("near"))).toContain("For what was just refused");
    expect(shown(refused("policy-not-met"))).not.toMatch(/\b(points?|tier|score|serial did not)\b/i);
  });

  it("is told nothing for what is the staff's business alone", () => {
    expect(shown({ form: "notes", sentence: "Only ours." })).not.toContain("For what was just refused");
  });

  it("is told where a change of owner is written to, as this desk has it", () => {
    const html = renderToStaticMarkup(
      createElement(SayNo, { t: sampleTicket(), desk: { ...adasDesk, owners: "0800 555 01" }, problem: null }),
    );
    expect(html).toContain("Please write to 0800 555 01");
  });
});

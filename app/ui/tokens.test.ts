import { describe, expect, it } from "vitest";
import { dark, light, type Token } from "./tokens";

/** WCAG 2.2, 1.4.3: every text colour on every ground it stands on. */
const texts: [text: Token, grounds: Token[]][] = [
  ["ink", ["paper", "raised", "wash", "accent-wash", "good-wash", "wait-wash", "warn-wash", "bad-wash"]],
  ["ink-2", ["paper", "raised", "wash", "accent-wash", "good-wash", "wait-wash", "warn-wash", "bad-wash"]],
  ["ink-3", ["paper", "raised", "wash", "accent-wash"]],
  ["accent", ["paper", "raised", "wash", "accent-wash", "wait-wash"]],
  ["on-accent", ["accent", "accent-deep"]],
  ["good", ["paper", "raised", "good-wash"]],
  ["wait", ["paper", "raised", "wait-wash"]],
  ["warn", ["paper", "raised", "warn-wash"]],
  ["bad", ["paper", "raised", "wash", "accent-wash", "bad-wash"]],
];

describe.each([
  ["light", light],
  ["dark", dark],
])("%s tokens", (_name, tokens) => {
  it.each(texts)("%s reads at 4.5:1 wherever it stands", (text, grounds) => {
    for (const ground of grounds) expect(contrast(tokens[text], tokens[ground]), ground).toBeGreaterThanOrEqual(4.5);
  });
  it("edges of controls show at 3:1", () => {
    for (const ground of ["paper", "raised"] as const)
      expect(contrast(tokens.edge, tokens[ground]), ground).toBeGreaterThanOrEqual(3);
  });
});

function contrast(one: string, other: string): number {
  const [a = 0, b = 0] = [luminance(one), luminance(other)].sort((x, y) => y - x);
  return (a + 0.05) / (b + 0.05);
}

/** Relative luminance as WCAG 2.2 defines it. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((i) => {
    const c = Number.parseInt(hex.slice(i, i + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

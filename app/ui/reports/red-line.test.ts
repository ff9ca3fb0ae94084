import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { RedLine } from "./red-line";

const at = Date.parse("2026-03-02T09:00:00.000Z");
const desk = {
  viewer: { id: "ivy", role: "auditor", name: "Ivy" },
  zone: "Europe/Lisbon",
  now: at,
  formKey: "k",
} as const;

test("A report has no red line while no glass was broken, and one that names each time it was", () => {
  expect(renderToStaticMarkup(createElement(RedLine, { glass: [], desk }))).toBe("");
  const glass = [
    { at, sentence: "Sam opened an account with Max.", href: "/trail/7" },
    { at: at - 1000, sentence: "Max opened an account with Sam.", href: null },
  ];
  const drawn = renderToStaticMarkup(createElement(RedLine, { glass, desk }));
  expect(drawn).toContain("2 glasses were broken in this span");
  expect(drawn).toContain("Sam opened an account with Max.");
  expect(drawn).toContain("Max opened an account with Sam.");
  expect(drawn.match(/href="\/trail\/7"/g)).toHaveLength(1);
});

import { expect, it } from "vitest";
import { haltedPage } from "./halted-page.server";

it("is drawn by the house's stylesheet where there is one, and says why without letting it in as markup", () => {
  expect(haltedPage("6 entries < 7", "/build/root-AB.css")).toContain(
    '<link rel="stylesheet" href="/build/root-AB.css">',
  );
  expect(haltedPage("6 entries < 7", null)).not.toContain("stylesheet");
  expect(haltedPage("6 entries < 7", null)).toContain("6 entries &#60; 7");
});

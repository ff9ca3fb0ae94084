import { describe, expect, it } from "vitest";
import { languageOf } from "./languages";

describe("The language of a page", () => {
  it.each([
    ["ar", "ar"],
    ["ar-EG,ar;q=0.9,en;q=0.8", "ar"],
    ["en-GB,en;q=0.9,ar;q=0.8", "en"],
    ["de-DE,ar;q=0.5,en;q=0.4", "ar"],
    ["fr, de", "en"],
    ["en;q=0, ar;q=0.1", "ar"],
    ["AR", "ar"],
    ["*", "en"],
    ["", "en"],
    ["ar;q=nonsense", "en"],
  ])("for %s is %s", (header, language) => {
    expect(languageOf(header)).toBe(language);
  });

  it("is English for a browser that says nothing", () => {
    expect(languageOf(undefined)).toBe("en");
  });
});

import { expect, it } from "vitest";
import { regionWords } from "./regions";

it.each([
  ["eu", "Europe"],
  ["EU", "Europe"],
  ["eu-west", "Europe, west"],
  ["us-east-2", "United States, east 2"],
  ["latam", "Latin America"],
  ["constructor", "Constructor"],
  ["Ostfriesland", "Ostfriesland"],
])("The region %s reads %s", (code, words) => {
  expect(regionWords(code)).toBe(words);
});

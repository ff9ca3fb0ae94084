import { directoryRules, directoryStops, directoryTroubles } from "domain/directory-job";
import type { DirectoryView } from "domain/view-directory";
import { expect, it } from "vitest";
import { atWorkWords } from "./at-work";
import { directoryWords } from "./directory";

const job: DirectoryView = { state: "waiting", why: null, done: ["contacts"], left: ["password"], since: 0, until: 0 };
const told = (change: Partial<DirectoryView>): string => directoryWords.ticket({ ...job, ...change }).rest;

it("A ticket says of every reason why its directory is not done, and what is changed in it already", () => {
  const said = [
    ...directoryTroubles.map((why) => told({ why })),
    ...directoryTroubles.map((why) => told({ state: "failed", why })),
    ...directoryRules.map((why) => told({ state: "refused", why })),
    ...directoryStops.map((why) => told({ state: "stopped", why })),
  ];
  for (const sentence of said)
    expect(sentence).toMatch(/^[A-Z].*\. The directory changed the contacts already\.|link\. /);
  expect(new Set(said).size).toBe(said.length - directoryTroubles.length);
  expect(told({ done: [] })).toBe("It is about to be asked. Nothing is changed in it yet.");
  expect(told({ state: "stopped", why: "grant-revoked" })).toContain("Have that put right there.");
});

it("A holder is told each rule of a directory in words of their own, in both languages", () => {
  for (const words of Object.values(atWorkWords)) {
    expect(Object.keys(words.notTaken)).toEqual([...directoryRules]);
    expect(new Set(Object.values(words.notTaken)).size).toBe(directoryRules.length);
  }
});

import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const folder = fileURLToPath(new URL(".", import.meta.url));
/** The files of words that hold both languages. */
const files = readdirSync(folder).filter(
  (name) =>
    name.endsWith(".ts") &&
    !name.includes(".test.") &&
    /\bexport const \w+ = \{ en\b/.test(readFileSync(folder + name, "utf8")),
);

/** Names of things that are the same in every language. */
const alike = new Set(["/account/sign-in", "/request", "/forgot", "account-codes.txt"]);
/** What every function of words can be asked with: a number, a text, a loss, what waits. */
const anything: unknown = Object.assign(Object(3), {
  password: true,
  secondFactor: true,
  email: true,
  phone: true,
  photos: 2,
  purchases: 1,
});

/** Every sentence that hangs on a tree of words. */
function sentencesOf(words: unknown, path: string): [path: string, sentence: string][] {
  if (typeof words === "string") return [[path, words]];
  if (isFunction(words)) return sentencesOf(words(anything, anything, anything), `${path}()`);
  if (typeof words !== "object" || words === null) return [];
  return Object.entries(words).flatMap(([name, inner]) => sentencesOf(inner, `${path}.${name}`));
}

const isFunction = (words: unknown): words is (...given: unknown[]) => unknown => typeof words === "function";

const shapeOf = (words: unknown): unknown =>
  typeof words !== "object" || words === null
    ? typeof words
    : Object.fromEntries(Object.entries(words).map(([name, inner]) => [name, shapeOf(inner)]));

describe.each(files)("The public words of %s", (name) => {
  const inBoth = async (): Promise<[string, { en: unknown; ar: unknown }][]> => {
    const held: Record<string, unknown> = await import(/* @vite-ignore */ folder + name);
    return Object.entries(held).filter((pair): pair is [string, { en: unknown; ar: unknown }] => {
      const words = pair[1];
      return typeof words === "object" && words !== null && "en" in words && "ar" in words;
    });
  };

  it("say in Arabic what they say in English", async () => {
    const words = await inBoth();
    expect(words.length).toBeGreaterThan(0);
    for (const [which, { en, ar }] of words) expect(shapeOf(ar), which).toEqual(shapeOf(en));
  });

  it("leave nothing in English", async () => {
    for (const [which, { ar }] of await inBoth()) {
      const said = sentencesOf(ar, which);
      expect(said.length, which).toBeGreaterThan(0);
      for (const [path, sentence] of said)
        if (/\p{L}/u.test(sentence) && !alike.has(sentence)) expect(sentence, path).toMatch(/\p{Script=Arabic}/u);
    }
  });
});

it("Words in both languages are found in the files of the public side", () => {
  expect(files).toEqual(expect.arrayContaining(["portal.ts", "portal-refusals.ts", "forgot.ts", "proof.ts"]));
});

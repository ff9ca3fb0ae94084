import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import type { AxeResults, RunOptions } from "axe-core";
import type { Page } from "playwright/test";
import { type Language, languageFacts } from "~/ui/languages";
import { expect, type Reader, test } from "./desk";

const themes = ["light", "dark"] as const;
const widths = { wide: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } } as const;
type Look = { theme: (typeof themes)[number]; width: keyof typeof widths };

const every: Look[] = themes.flatMap((theme) => [
  { theme, width: "wide" } as const,
  { theme, width: "phone" } as const,
]);
const two: Look[] = [
  { theme: "light", width: "wide" },
  { theme: "dark", width: "phone" },
];
const pictures = fileURLToPath(new URL("../docs/screenshots/", import.meta.url));
const axe = readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Looks at a page in every theme and width: axe finds nothing, nothing runs out of the side; a picture of each is kept when asked for. */
export const picture = (page: Page, name: string): Promise<void> => look(page, name, every, true);

/** Looks at a page twice, and in every theme and width while pictures are written. */
export const sketch = (page: Page, name: string): Promise<void> =>
  process.env.WRITE_SCREENSHOTS === "1" ? picture(page, name) : glance(page, name);

/** Looks at a page once light and wide, once dark and narrow. */
export const glance = (page: Page, name: string): Promise<void> => look(page, name, two, false);

/** The same of this page in the other language, which its own foot offers; it is as before afterwards. */
export const glanceInOther = (reader: Reader, name: string): Promise<void> =>
  inOtherLanguage(reader, (other) => glance(reader.page, `${name}, in ${languageFacts[other].name}`));

/** What is done with this page in the other language; it is in the reader's own again afterwards. */
export async function inOtherLanguage(
  { page, language }: Reader,
  body: (other: Language) => Promise<void>,
): Promise<void> {
  const other = language === "en" ? "ar" : "en";
  await turnTo(page, other);
  await body(other);
  await turnTo(page, language);
}

async function turnTo(page: Page, language: Language): Promise<void> {
  await page.getByRole("button", { name: languageFacts[language].name }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", language);
}

function look(page: Page, name: string, looks: Look[], keep: boolean): Promise<void> {
  return test.step(`The page "${name}" in ${looks.length} looks`, async () => {
    const before = page.viewportSize();
    // A click ends where the next page begins: without its styles and its last part it would be judged unfairly.
    await page.waitForLoadState();
    const judged = await judgedFor(page);
    for (const { theme, width } of looks) {
      for (const one of new Set([page, judged])) {
        await one.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
        await one.setViewportSize(widths[width]);
      }
      const where = `${name}, ${theme}, ${width}`;
      expect.soft(await overflowOf(page), `runs out of the side: ${where}`).toBe(0);
      expect.soft(await findingsIn(judged), `axe: ${where}`).toEqual([]);
      if (keep && process.env.WRITE_SCREENSHOTS === "1")
        await page.screenshot({ path: `${pictures}${name}-${theme}-${width}.png` });
    }
    if (judged !== page) await judged.context().close();
    await page.emulateMedia({ colorScheme: null });
    if (before) await page.setViewportSize(before);
  });
}

/** By how many pixels the page is wider than its window. */
const overflowOf = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** The page that axe judges: it is a script itself, so where the browser runs none it is given a copy in one that does. */
async function judgedFor(page: Page): Promise<Page> {
  const runsNone = await page.evaluate(() => matchMedia("(scripting: none)").matches);
  return runsNone ? copyOf(page) : page;
}

/** The page as it stands, with no script of its own. */
async function copyOf(page: Page): Promise<Page> {
  const context = await page.context().browser()?.newContext({ javaScriptEnabled: true });
  if (!context) throw new Error("The page is in no browser that could open a copy of it.");
  const [copy, body, at] = [await context.newPage(), await page.content(), page.url().replace(/#.*/, "")];
  await copy.route(/\.js$/, (route) => route.abort());
  await copy.route(
    (url) => url.href === at,
    (route) => route.fulfill({ body, contentType: "text/html; charset=utf-8" }),
  );
  await copy.goto(at);
  return copy;
}

/** What axe faults. */
async function findingsIn(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(await axe);
  const found = await page.evaluate(() =>
    (window as unknown as { axe: { run(options: RunOptions): Promise<AxeResults> } }).axe.run({
      resultTypes: ["violations"],
    }),
  );
  expect(found.passes.length, "rules that axe tried and found kept").toBeGreaterThan(10);
  return found.violations.flatMap(({ id, help, nodes }) =>
    nodes.map((n) => `${id} (${help}): ${n.html.slice(0, 200)} ${n.failureSummary ?? ""}`),
  );
}

import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import type { AxeResults, RunOptions } from "axe-core";
import type { Page } from "playwright/test";
import { expect, test } from "./desk";

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

/** The same of this page in Arabic, which its own foot offers; it is in English again afterwards. */
export async function glanceInArabic(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name: "العربية" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "ar");
  await glance(page, `${name}, in Arabic`);
  await page.getByRole("button", { name: "English" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
}

function look(page: Page, name: string, looks: Look[], keep: boolean): Promise<void> {
  return test.step(`The page "${name}" in ${looks.length} looks`, async () => {
    const before = page.viewportSize();
    // A click ends where the next page begins: without its styles and its last part it would be judged unfairly.
    await page.waitForLoadState();
    for (const { theme, width } of looks) {
      await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
      await page.setViewportSize(widths[width]);
      const where = `${name}, ${theme}, ${width}`;
      expect.soft(await overflowOf(page), `runs out of the side: ${where}`).toBe(0);
      expect.soft(await findingsOf(page), `axe: ${where}`).toEqual([]);
      if (keep && process.env.WRITE_SCREENSHOTS === "1")
        await page.screenshot({ path: `${pictures}${name}-${theme}-${width}.png` });
    }
    await page.emulateMedia({ colorScheme: null });
    if (before) await page.setViewportSize(before);
  });
}

/** By how many pixels the page is wider than its window. */
const overflowOf = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** What axe faults; it runs in the page, so with scripts off it is not asked. */
async function findingsOf(page: Page): Promise<string[]> {
  if (test.info().project.use.javaScriptEnabled === false) return [];
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

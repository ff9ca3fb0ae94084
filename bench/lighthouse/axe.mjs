import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const THEMES = ["light", "dark"];
const LANGUAGES = ["en", "ar"];
const PHONE = { width: 390, height: 844, isMobile: true, hasTouch: true };

/** What axe faults at the page a tab shows, in either theme; a page with an address of its own is asked for in both languages. */
export async function findingsOf(tab, page, origin) {
  await tab.setViewport(PHONE);
  if (page.form) return inBothThemes(tab, "en");
  const found = [];
  for (const language of LANGUAGES) {
    await tab.setExtraHTTPHeaders({ ...page.headers, "Accept-Language": language });
    await tab.goto(`${origin}${page.path}`);
    found.push(...(await inBothThemes(tab, language)));
  }
  return found;
}

async function inBothThemes(tab, language) {
  const found = [];
  for (const theme of THEMES) {
    // Without motion the colours of the other theme are there at once, and not on their way.
    await tab.emulateMediaFeatures([
      { name: "prefers-reduced-motion", value: "reduce" },
      { name: "prefers-color-scheme", value: theme },
    ]);
    await tab.evaluate(axe);
    const { violations, passes } = await tab.evaluate(() => window.axe.run({ resultTypes: ["violations"] }));
    if (passes.length <= 10) throw new Error("axe tried hardly any rule: it did not see the page.");
    for (const { id, help, nodes } of violations)
      found.push(`axe, ${language}, ${theme}: ${id} (${help}): ${nodes[0]?.html.slice(0, 120)}`);
  }
  return found;
}

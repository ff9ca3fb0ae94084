import { readFileSync, writeFileSync } from "node:fs";
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";
import puppeteer from "puppeteer-core";
import { findingsOf } from "./axe.mjs";

const CATEGORIES = ["performance", "accessibility", "best-practices"];
/** How often a page is looked at that was not fast enough the first time: the one in the middle counts. */
const LOOKS = 3;

const [origin, pagesFile, resultsFile, chromePath] = process.argv.slice(2);
const pages = JSON.parse(readFileSync(pagesFile, "utf8"));
const flags = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"];
const chrome = await launch({ chromePath, chromeFlags: flags, logLevel: "error" });
try {
  const results = [];
  for (const page of pages) results.push(await measured(page));
  writeFileSync(resultsFile, JSON.stringify(results, null, 2));
} finally {
  chrome.kill();
}

/** What Lighthouse says of one page with its own default profile, a slow phone on a slow network. */
async function measured(page) {
  const looks = [await looked(page)];
  const isFast = looks[0].scores.performance === 100;
  while (!isFast && !page.once && looks.length < LOOKS) looks.push(await looked(page));
  looks.sort((one, other) => one.scores.performance - other.scores.performance);
  const result = looks[Math.floor(looks.length / 2)];
  const scores = CATEGORIES.map((category) => `${category} ${result.scores[category]}`).join(", ");
  console.log(`${page.name}: ${scores}, script ${result.scriptBytes} bytes`);
  for (const short of result.short) console.log(`    ${short}`);
  return result;
}

async function looked(page) {
  const { name, path, headers = {}, form, status = 200 } = page;
  const browser = await puppeteer.connect({ browserURL: `http://127.0.0.1:${chrome.port}`, defaultViewport: null });
  const context = await browser.createBrowserContext();
  const tab = await context.newPage();
  try {
    const options = { port: chrome.port, extraHeaders: headers, ignoreStatusCode: true, logLevel: "error" };
    const to = form ? await filled(tab, path, headers, form) : `${origin}${path}`;
    const { lhr } = await lighthouse(
      to,
      { ...options, onlyCategories: CATEGORIES, skipAudits: ["bf-cache"] },
      withoutOwn(status),
      tab,
    );
    if (lhr.runtimeError) throw new Error(`${name}: ${lhr.runtimeError.message}`);
    expectAnswers(lhr, name, status);
    const told = toldBy(lhr);
    return { name, status, ...told, short: [...told.short, ...(await findingsOf(tab, page, origin))] };
  } finally {
    await context.close();
    browser.disconnect();
  }
}

/** Lighthouse's own profile, but that the status a page rightly answers with, which the browser writes to its console, is no error of the page. */
function withoutOwn(status) {
  if (status === 200) return undefined;
  const options = { ignoredPatterns: [`responded with a status of ${status} `] };
  return { extends: "lighthouse:default", audits: [{ path: "errors-in-console", options }] };
}

/** The page answers with its status, and all that it asks for is there: no other answer hides behind that status. */
function expectAnswers(lhr, name, status) {
  const answers = lhr.audits["network-requests"].details.items;
  const document = answers.findLast(({ resourceType }) => resourceType === "Document");
  if (document?.statusCode !== status) throw new Error(`${name} answered ${document?.statusCode}, not ${status}.`);
  const failed = answers.find((answer) => answer !== document && answer.statusCode >= 400);
  if (failed) throw new Error(`${name}: ${failed.url} answered ${failed.statusCode}.`);
}

/** Types into the form and gives what sends it. */
async function filled(tab, path, headers, { action, type }) {
  await tab.setExtraHTTPHeaders(headers);
  await tab.goto(`${origin}${path}`);
  for (const [name, value] of Object.entries(type)) await tab.type(`main [name="${name}"]`, value);
  const form = action === "" ? "main form" : `main form[action="${action}"]`;
  return () => tab.$eval(form, (element) => element.requestSubmit());
}

function toldBy(lhr) {
  const requests = lhr.audits["network-requests"].details.items;
  const bytesOf = (wanted) => requests.filter(wanted).reduce((sum, { transferSize }) => sum + transferSize, 0);
  const scores = CATEGORIES.map((id) => [id, Math.round(lhr.categories[id].score * 100)]);
  return {
    scores: Object.fromEntries(scores),
    scriptBytes: bytesOf(({ resourceType }) => resourceType === "Script"),
    bytes: bytesOf(() => true),
    lcpMs: Math.round(lhr.audits["largest-contentful-paint"].numericValue),
    short: CATEGORIES.flatMap((id) => lhr.categories[id].auditRefs)
      .filter(({ id, weight }) => weight > 0 && lhr.audits[id].score !== null && lhr.audits[id].score < 1)
      .map(({ id }) => `${id}: ${lhr.audits[id].title} ${lhr.audits[id].displayValue ?? ""}`.trim()),
  };
}

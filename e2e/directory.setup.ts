import { emptyPlace, type Place } from "db/place";
import { test as base, expect, type Page } from "playwright/test";
import { staff, staffNames } from "./cast";
import type { Options } from "./desk";
import { type Directory, noteDirectory, type Printed } from "./directory";
import { sampleFolder } from "./holders";
import { countersign, freePort, type Running, startWeb, startWorker } from "./processes";
import { clockFileOf, settingsOf } from "./settings";
import { openClock } from "./time";

type Env = Record<string, string>;
const test = base.extend<object, Options>({ engine: ["sqlite", { option: true, scope: "worker" }] });

test("Rob makes keys and database, imports the sample directory and adds the staff, all at the command line", async ({
  engine,
  page,
}) => {
  const place = await emptyPlace(engine);
  try {
    noteDirectory(await furnish(place, page));
  } catch (error) {
    await place.drop();
    throw error;
  }
});

async function furnish(place: Place, page: Page): Promise<Directory> {
  openClock(clockFileOf(place));
  const port = await freePort();
  const env = settingsOf(place, { web: port, mail: port, texts: port });
  expect(await run(env, "keys", "new")).toContain("answers");
  expect(await run(env, "migrate")).toMatch(/Schema 0 is now \d/);
  expect(await run(env, "import", sampleFolder)).toMatch(/Added \d+ accounts/);
  const added = await Promise.all(staffNames.map((name) => run(env, "staff", "add", name, "--role", staff[name])));
  for (const out of added) expect(out).toContain("shown this once");
  const running = await Promise.all([startWeb(env), startWorker(env)]);
  const sessions: Directory["sessions"] = {};
  await whileRunning(running, async () => {
    const printed = (await run(env, "session", ...staffNames)).trim().split("\n");
    for (const [n, name] of staffNames.entries()) sessions[name] = { ...JSON.parse(printed[n] ?? ""), at: Date.now() };
    await seeItHardened(env, page, sessions.Rob?.cookie);
  });
  const { kind, url, keysUrl, folder } = place;
  return { kind, url, keysUrl, folder, sessions };
}

/** Runs a command that has to succeed; gives what it printed. */
async function run(env: Env, ...args: string[]): Promise<string> {
  const ran = await countersign(env, args);
  expect(ran.code, `${args.join(" ")}: ${ran.out}${ran.err}`).toBe(0);
  return ran.out;
}

async function whileRunning(running: Running[], work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } finally {
    await Promise.all(running.map((one) => one.end()));
  }
}

/** The stories begin when every answer is hardened: what is done once here need not be done in every copy. */
function seeItHardened(env: Env, page: Page, cookie?: Printed["cookie"]): Promise<void> {
  return test.step("Rob waits until every answer is hardened", async () => {
    if (cookie) await page.context().addCookies([{ ...cookie, url: env.COUNTERSIGN_BASE_URL }]);
    await expect(async () => {
      await page.goto(`${env.COUNTERSIGN_BASE_URL}/imports`);
      await expect(page.getByText("Done", { exact: true })).toBeVisible({ timeout: 1_000 });
    }).toPass({ timeout: 180_000 });
  });
}

import { emptyPlace } from "db/place";
import { test as base, expect } from "playwright/test";
import { staff, staffNames } from "./cast";
import type { Options } from "./desk";
import { noteDirectory } from "./directory";
import { sampleFolder } from "./holders";
import { countersign, freePort, startWeb, startWorker } from "./processes";
import { clockFileOf, settingsOf } from "./settings";
import { openClock } from "./time";

const test = base.extend<object, Options>({ engine: ["sqlite", { option: true, scope: "worker" }] });

test("Rob makes keys and database, imports the sample directory and adds the staff, all at the command line", async ({
  engine,
  page,
}) => {
  const place = await emptyPlace(engine);
  openClock(clockFileOf(place));
  const port = await freePort();
  const env = settingsOf(place, { web: port, mail: port });
  const run = async (...args: string[]) => {
    const ran = await countersign(env, args);
    expect(ran.code, `${args.join(" ")}: ${ran.out}${ran.err}`).toBe(0);
    return ran.out;
  };
  expect(await run("keys", "new")).toContain("answers");
  expect(await run("migrate")).toMatch(/Schema 0 is now \d/);
  await run("import", sampleFolder);
  const passwords: Record<string, string> = {};
  for (const name of staffNames) passwords[name] = passwordIn(await run("staff", "add", name, "--role", staff[name]));

  const running = await Promise.all([startWeb(env), startWorker(env)]);
  const { cookie } = JSON.parse(await run("session", "Rob"));
  await page.context().addCookies([{ ...cookie, url: env.COUNTERSIGN_BASE_URL }]);
  await test.step("Rob waits until every answer is hardened", async () => {
    await expect(async () => {
      await page.goto(`${env.COUNTERSIGN_BASE_URL}/imports`);
      await expect(page.getByText("Done", { exact: true })).toBeVisible({ timeout: 500 });
    }).toPass({ timeout: 60_000 });
  });
  await Promise.all(running.map((one) => one.end()));
  noteDirectory({ kind: engine, url: place.url, keysUrl: place.keysUrl, folder: place.folder, passwords });
});

const passwordIn = (said: string): string => /shown this once: (\S+)/.exec(said)?.[1] ?? "";

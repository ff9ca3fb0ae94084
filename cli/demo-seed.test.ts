import { readFileSync } from "node:fs";
import { join } from "node:path";
import { openReader } from "db/engine";
import { makePlace } from "db/place";
import { verifyDatabase } from "db/verify";
import { expect, it } from "vitest";
import { configOf } from "~/config.server";
import { settingsOf } from "~/desk/testing-import";
import { seed } from "./demo-seed";

it("The demo's week is told to its end: everyone has a sign-in, the guide names its ticket, one text could not be delivered, and the trail verifies", async () => {
  const place = await makePlace("sqlite");
  const config = configOf({
    ...settingsOf(place),
    COUNTERSIGN_MODE: "demo",
    COUNTERSIGN_MAIL_URL: `folder:${join(place.folder, "mail")}`,
    COUNTERSIGN_SMS_URL: `folder:${join(place.folder, "mail")}`,
    COUNTERSIGN_CLOCK_FILE: join(place.folder, "clock.json"),
  });
  await seed(config, place.folder);
  const guide = JSON.parse(readFileSync(join(place.folder, "guide.json"), "utf8"));
  expect(guide).toMatchObject({ username: "hal" });
  expect(readFileSync(join(place.folder, "sign-ins.txt"), "utf8").match(/sign-in name/g)).toHaveLength(8);
  const reader = openReader(place.url);
  expect(await verifyDatabase(reader)).toMatchObject({ verdict: "valid", problem: null });
  const states = await reader.sql.selectFrom("ticket").select("state").orderBy("number").execute();
  expect(states.map((t) => t.state)).toEqual(
    expect.arrayContaining(["completed", "disputed", "cancelled", "on_hold", "in_review", "verifying", "open"]),
  );
  const failed = reader.sql.selectFrom("outbox").select(["template", "kind"]).where("failed_at", "is not", null);
  expect(await failed.execute()).toEqual([{ template: "code", kind: "phone" }]);
  await reader.close();
  await place.drop();
}, 120_000);

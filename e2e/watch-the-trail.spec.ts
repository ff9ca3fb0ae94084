import { mkdirSync, readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname } from "node:path";
import { find } from "./agent";
import { type Colleague, type Desk, expect, test } from "./desk";
import { holderWho } from "./holders";
import { glance } from "./looks";
import { minutes, seconds } from "./time";

test.use({ hasOutside: true });

test("Ivy watches the trail: what is verified, what is outside, what is proven, and who reads", async ({
  desk,
  signedInAs,
}) => {
  const ada = await signedInAs("Ada");
  await find(ada.page, "User name", holderWho("waits").username);
  await find(ada.page, "User name", "nobody.at.all");
  const ivy = await signedInAs("Ivy");
  await ivy.page.goto("/trail");
  await seesAfterReloading(ivy, "Verified up to entry");

  await test.step("A place outside that stays away is told on every page, until it has the checkpoints again", async () => {
    await readUntilPublished(ivy);
    await ivy.page.goto("/checkpoints");
    await seesAfterReloading(ivy, "Not answering");
    const since = await ivy.page.getByRole("listitem").filter({ hasText: "Not answering" }).getByRole("time").last();
    const failingSince = Date.parse((await since.getAttribute("datetime")) ?? "");
    // The worker tries again every half minute of the desk's time.
    passUntil(desk, failingSince + minutes(5.5));
    const told = "Checkpoints have not reached the file outside since";
    await seesAfterReloading(ivy, told);
    await glance(ivy.page, "checkpoints while a place outside is late");
    const sam = await signedInAs("Sam");
    await sam.page.goto("/queue");
    await expect(sam.page.getByText(told)).toBeVisible();
    await glance(sam.page, "queue under a warning");
    await ada.page.goto("/queue");
    await expect(ada.page.getByText(told)).toBeHidden();

    mkdirSync(dirname(desk.outside));
    passUntil(desk, failingSince + minutes(7));
    await seesAfterReloading(ivy, "Reached");
    // What is warned of was read a moment before the place was.
    await expect(async () => {
      await ivy.page.reload();
      await expect(ivy.page.getByText(told)).toBeHidden({ timeout: 1_000 });
    }).toPass({ timeout: 30_000 });
    const note = await downloaded(ivy, "Signed note of");
    expect(JSON.parse(readFileSync(desk.outside, "utf8").trim().split("\n").at(-1) ?? "").note).toBe(note);
  });

  await test.step("An entry's proof is checked, and can be taken along", async () => {
    await ivy.page.goto("/trail/3");
    await expect(ivy.page.getByText(/^In the tree of [\d,]+ entries$/)).toBeVisible();
    expect(await downloaded(ivy, "Download the proof")).toMatch(
      /^c2sp\.org\/tlog-proof@v1\nindex 3\n([A-Za-z0-9+/]{43}=\n){2,}\n\S+\n\d+\n/,
    );
    await ivy.page.getByText(/^\d+ hashes$/).click();
    await glance(ivy.page, "entry with its proof");
  });

  await test.step("What the staff looked at leads to just those entries", async () => {
    await ivy.page.goto("/readers");
    const row = ivy.page.getByRole("row").filter({ hasText: /^Ada/ });
    await expect(row).toContainText("2 outside");
    await expect(row).toContainText("1 found nothing");
    await glance(ivy.page, "readers");
    await row.getByRole("link", { name: "2 outside" }).click();
    await expect(ivy.page.getByRole("combobox", { name: "Who" })).toHaveValue(/^staff:/);
    await expect(ivy.page.getByRole("row").filter({ hasText: "account.searched" })).toHaveCount(1);
    await expect(ivy.page.getByRole("row").filter({ hasText: "no-hit" })).toHaveCount(1);
    await ivy.page.getByRole("combobox", { name: "Who" }).selectOption({ label: "Ivy" });
    await ivy.page.getByRole("combobox", { name: "What" }).selectOption({ label: "All reads" });
    await ivy.page.getByRole("button", { name: "Show" }).click();
    await expect(ivy.page.getByRole("row").filter({ hasText: "readers.viewed" })).toHaveCount(1);
    await glance(ivy.page, "trail by a group of types");
  });
});

/** Sees words on the page, which is loaded anew until they are there. */
const seesAfterReloading = ({ page }: Colleague, words: string): Promise<void> =>
  expect(async () => {
    await page.reload();
    await expect(page.getByText(words).first()).toBeVisible({ timeout: 200 });
  }).toPass({ timeout: 30_000 });

/** Every look is an entry, and 256 of them are a checkpoint. */
async function readUntilPublished({ page }: Colleague): Promise<void> {
  for (let n = 0; n < 40; n += 1) {
    const answers = await Promise.all(Array.from({ length: 8 }, () => page.request.get("/trail/0")));
    if ((await answers[0]?.text())?.includes("In the tree of")) return;
  }
  throw new Error("No checkpoint was published.");
}

/** Moves the desk's clock to a time. */
const passUntil = (desk: Desk, at: number): void => desk.clock.pass(Math.max(at - desk.clock.now(), seconds(1)));

async function downloaded({ page }: Colleague, name: string): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name }).first().click(),
  ]);
  return readFile(await download.path(), "utf8");
}

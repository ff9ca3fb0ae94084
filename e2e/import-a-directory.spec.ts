import { readFile } from "node:fs/promises";
import type { Page } from "playwright/test";
import { find } from "./agent";
import { type Colleague, expect, test } from "./desk";

const header = {
  accounts: "account_id,username,display_name,region,created_at,status,second_factor,locale",
  contacts: "account_id,kind,value,verified_at",
  devices: "account_id,serial,model,bound_at,parent_serial",
  answers: "account_id,question_id,question,answer",
};
type Files = Record<keyof typeof header, string[]>;
const since = "2023-04-05T06:07:08Z";
const people = Array.from({ length: 20 }, (_, n) => `ext-${n}`);

const files: Files = {
  accounts: [
    ...people.map((id, n) => `${id},reader${n},"Reader, ${n}",EU,${since},active,none,en`),
    `ext-0,again,Again,EU,${since},active,none,en`,
    "ext-90,late,Late,EU,31 February,active,none,en",
  ],
  contacts: [
    ...people.map((id, n) => `${id},email,reader${n}@library.example,${since}`),
    `ext-1,email,no-address,${since}`,
  ],
  devices: [`ext-0,S/N: DS-2CD2432F-IW20150126CCCH702126167,DS-2CD2432F-IW,${since},`, `ext-1,CH12,DS-1,${since},`],
  answers: [
    ...people.flatMap((id, n) => [1, 2, 3].map((q) => `${id},q${q},Question number ${q}?,answer ${n} to ${q}`)),
    "ext-77,q1,Question?,some answer",
    "ext-2,q9,Street,street",
  ],
};
const refusedRows = [
  ["accounts", 22, "duplicate account_id"],
  ["accounts", 23, "created_at is not a time"],
  ["contacts", 22, "not an address"],
  ["devices", 3, "not a serial"],
  ["answers", 62, "unknown account"],
  ["answers", 63, "answer equals question"],
];

test("Rob imports a directory, watches its progress, and takes the refused rows home", async ({ signedInAs }) => {
  const rob = await signedInAs("Rob");
  const { page } = rob;
  await test.step("A wrong code imports nothing, and the files need not be chosen again", async () => {
    await upload(rob, files, {}, "000000");
    await expect(page.getByRole("alert")).toContainText("That code is not right");
    await expect(page.getByText("Your four files are here still")).toBeVisible();
    await expect(page.getByRole("textbox", { name: "Reason" })).toHaveValue("New tenants of March");
    await page.getByRole("textbox", { name: "Code of your authenticator" }).fill(rob.code());
    await page.getByRole("button", { name: "Check and import" }).click();
  });
  await expect(page).toHaveURL(/\/imports\/[0-9a-f-]+/);
  const seen = await watch(page);
  expect(seen.bars, "a progress bar while it ran").toBeGreaterThan(0);
  await expect(page.getByText("Everything that was not refused is in")).toBeVisible();
  await expect(page.getByText("by Rob. Reason: New tenants of March")).toBeVisible();
  await expect(page.getByText("20 added")).toHaveCount(2);
  await expect(page.getByText("1 added")).toBeVisible();
  await expect(page.getByText("60 added")).toBeVisible();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Download the refused rows" }).click(),
  ]);
  const rows = (await readFile(await download.path(), "utf8")).trim().split(/\r?\n/).slice(1);
  expect(rows).toHaveLength(refusedRows.length);
  for (const [file, line, reason] of refusedRows) {
    expect(
      rows.some((row) => row.includes(`${file}`) && row.includes(`${line}`) && row.includes(`${reason}`)),
      `${file} ${line}`,
    ).toBe(true);
  }

  await test.step("Ada finds an account of it at once", async () => {
    const ada = await signedInAs("Ada");
    await find(ada.page, "E-mail", "reader7@library.example");
    await expect(ada.page.getByText("1 account fits exactly")).toBeVisible();
    await find(ada.page, "Serial", "702126167");
    await expect(ada.page.getByText("1 account fits exactly")).toBeVisible();
  });

  await test.step("The same files again change nothing", async () => {
    await upload(rob, files);
    await watch(page);
    await expect(page.getByText("0 added")).toHaveCount(4);
  });
});

test("A directory with a wrong column is not begun, and says where and what to do", async ({ signedInAs }) => {
  const rob = await signedInAs("Rob");
  const { page } = rob;
  await upload(rob, { ...files, devices: [] }, { devices: "account_id,serial,model,bound_on,parent_serial" });
  await expect(async () => {
    await page.reload();
    await expect(page.getByText("Nothing was imported. The accounts are as they were.")).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 60_000 });
  await expect(page.getByText(/devices.*bound_/)).toBeVisible();
});

async function upload(
  { page, code }: Colleague,
  { accounts, contacts, devices, answers }: Files,
  headers: Partial<typeof header> = {},
  typed = code(),
) {
  await page.goto("/imports");
  const all = { accounts, contacts, devices, answers };
  for (const [name, rows] of Object.entries(all) as [keyof Files, string[]][]) {
    const text = [{ ...header, ...headers }[name], ...rows].join("\r\n");
    const label = name.charAt(0).toUpperCase() + name.slice(1);
    await page
      .getByLabel(label, { exact: true })
      .setInputFiles({ name: `${name}.csv`, mimeType: "text/csv", buffer: Buffer.from(`${text}\r\n`) });
  }
  await page.getByRole("textbox", { name: "Reason" }).fill("New tenants of March");
  await page.getByRole("textbox", { name: "Code of your authenticator" }).fill(typed);
  await page.getByRole("button", { name: "Check and import" }).click();
}

/** Loads the page of an import until it is done; counts the times a progress bar was on it, from the one it began with. */
async function watch(page: Page): Promise<{ bars: number }> {
  let bars = await page.getByRole("progressbar").count();
  await expect(async () => {
    await page.reload();
    bars += await page.getByRole("progressbar").count();
    await expect(page.getByText(/is in, and every answer is hardened\.$/)).toBeVisible({ timeout: 100 });
  }).toPass({ timeout: 60_000, intervals: [100] });
  return { bars };
}

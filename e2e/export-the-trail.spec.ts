import { readFile } from "node:fs/promises";
import { exportTrail } from "./auditor";
import { type Colleague, expect, test } from "./desk";
import { glance } from "./looks";

test("Ivy exports the trail's lines with a reason and a fresh code, and not with a wrong one", async ({
  signedInAs,
}) => {
  const ivy = await signedInAs("Ivy");
  await test.step("A search that cannot be taken says why at its fields, and keeps what was typed", async () => {
    await ivy.page.goto("/trail");
    await ivy.page.getByRole("textbox", { name: "Ticket" }).fill("CS-10x");
    await ivy.page.getByRole("textbox", { name: "Account" }).fill("hal@harbour.example");
    await ivy.page.getByRole("textbox", { name: "From (UTC)" }).fill("2026-02-01");
    await ivy.page.getByRole("textbox", { name: "To (UTC)" }).fill("2026-01-31");
    await ivy.page.getByRole("button", { name: "Show" }).click();
    await expect(ivy.page.getByText("This is no account's id")).toBeVisible();
    await expect(ivy.page.getByText("This is later than the end.")).toBeVisible();
    await expect(ivy.page.getByRole("textbox", { name: "Ticket" })).toHaveValue("CS-10x");
    await expect(ivy.page.getByRole("textbox", { name: "Ticket" })).toBeFocused();
    await glance(ivy.page, "trail with a search that cannot be taken");
  });
  await ivy.page.goto("/trail?type=staff.added");
  await test.step("A wrong code exports nothing, and keeps the search, the reason and what was chosen", async () => {
    await openExport(ivy);
    await ivy.page.getByRole("radio", { name: "CSV, for a spreadsheet" }).check();
    await ivy.page.getByRole("textbox", { name: "Reason" }).fill("Quarterly review");
    await ivy.page.getByRole("textbox", { name: "Code of your authenticator" }).fill("000 000");
    await ivy.page.getByRole("button", { name: "Export" }).click();
    await expect(ivy.page.getByRole("alert")).toContainText("That code is not right");
    await expect(ivy.page.getByRole("textbox", { name: "Reason" })).toHaveValue("Quarterly review");
    await expect(ivy.page.getByRole("radio", { name: "CSV, for a spreadsheet" })).toBeChecked();
    await expect(ivy.page.getByText('The file will hold "Staff added"')).toBeVisible();
    await glance(ivy.page, "export, refused");
  });
  await ivy.page.goto("/trail/0");
  const first = await ivy.page
    .getByText(/^\{"actor"/)
    .first()
    .textContent();
  await ivy.page.goto("/trail");
  const jsonl = await exportTrail(ivy, "JSONL, the exact bytes");
  const lines = jsonl.split("\n");
  expect(lines.at(-1), "the last line ends").toBe("");
  expect(lines[0]).toBe(first);
  expect(lines.slice(0, -1).map((line) => (JSON.parse(line) as { seq: number }).seq)).toEqual(
    lines.slice(0, -1).map((_, n) => n),
  );

  await ivy.page.goto("/trail");
  const csv = await exportTrail(ivy, "CSV, for a spreadsheet");
  expect(csv.trim().split("\r\n").length).toBeGreaterThan(lines.length - 1);
  await test.step("The export is an entry itself", async () => {
    await ivy.page.goto("/trail?type=trail.exported");
    await expect(ivy.page.getByRole("row").filter({ hasText: "trail.exported" })).toHaveCount(2);
  });
});

test("Ivy exports a bundle, watches it get done, downloads it and finds it among past exports; Rob may look", async ({
  signedInAs,
}) => {
  const ivy = await signedInAs("Ivy");
  const { page } = ivy;
  await page.goto("/trail/exports");
  await expect(page.getByText("No bundle was made yet")).toBeVisible();
  await glance(page, "exports, none yet");
  await page.goto("/trail?actor=system");
  await openExport(ivy);
  await expect(page.getByRole("radio", { name: "This ticket with proofs" })).toHaveCount(0);
  await page.getByRole("radio", { name: "Filtered bundle" }).check();
  await page.getByRole("textbox", { name: "Size of the checkpoint you hold" }).fill("1");
  await page.getByRole("textbox", { name: "Reason" }).fill("Yearly audit by Quay & Co");
  await page.getByRole("textbox", { name: "Code of your authenticator" }).fill(ivy.code());
  await page.getByRole("button", { name: "Export" }).click();
  await expect(page).toHaveURL(/\/trail\/exports\/[0-9a-f-]{36}/);
  await expect(page.getByText("The bundle is made.")).toBeVisible();
  await glance(page, "export, done");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: /^Download the bundle/ }).click(),
  ]);
  const zip = await readFile(await download.path());
  expect(zip.subarray(0, 4).toString("latin1")).toBe("PK\u0003\u0004");
  for (const name of ["manifest.json", "entries.jsonl", "leaves.txt", "consistency.txt", "entries.csv", "VERIFY.md"])
    expect(zip.includes(name), name).toBe(true);

  await page.goto("/trail");
  await page.getByRole("link", { name: "Past exports" }).click();
  const row = page.getByRole("row").filter({ hasText: "Yearly audit by Quay & Co" });
  await expect(row).toContainText("By system");
  await expect(row).toContainText("Done");
  await glance(page, "exports");
  await page.goto("/trail?type=export.downloaded");
  await expect(page.getByRole("row").filter({ hasText: "export.downloaded" })).toHaveCount(1);

  const rob = await signedInAs("Rob");
  await rob.page.goto("/imports");
  await rob.page.getByRole("link", { name: "Exports" }).click();
  await expect(rob.page.getByRole("row").filter({ hasText: "Quay & Co" })).toBeVisible();
  await expect(rob.page.getByRole("link", { name: /Download/ })).toHaveCount(0);
});

test("The command line makes a bundle, refuses to write over it, and says what it will not do", async ({ desk }) => {
  const out = `${desk.folder}/taken.zip`;
  const done = await desk.countersign(
    "export",
    "--out",
    out,
    "--reason",
    "Handed to the auditors",
    "--with",
    "csv,cef",
  );
  expect(done.code, done.err).toBe(0);
  expect(done.out).toMatch(/Manifest \(SHA-256\): [0-9a-f]{64}/);
  expect((await readFile(out)).includes("entries.cef")).toBe(true);
  const again = await desk.countersign("export", "--out", out, "--reason", "Handed to the auditors");
  expect([again.code, again.err]).toEqual([1, `${out} is there already. Nothing was exported.\n`]);
  const silent = await desk.countersign("export", "--out", `${out}.2`, "--reason", "no");
  expect([silent.code, silent.err]).toEqual([
    1,
    "Nothing was exported. Say why, in five characters or more. It goes with the export.\n",
  ]);
});

const openExport = ({ page }: Colleague): Promise<void> => page.getByText("Export", { exact: true }).first().click();

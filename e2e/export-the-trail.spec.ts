import { exportTrail } from "./auditor";
import { type Colleague, expect, test } from "./desk";

test("Ivy exports the trail with a reason and a fresh code, and not with a wrong one", async ({ signedInAs }) => {
  const ivy = await signedInAs("Ivy");
  await ivy.page.goto("/trail");
  await test.step("A wrong code exports nothing, and keeps the reason that was typed", async () => {
    await openExport(ivy);
    await ivy.page.getByRole("textbox", { name: "Reason" }).fill("Quarterly review");
    await ivy.page.getByRole("textbox", { name: "Code of your authenticator" }).fill("000 000");
    await ivy.page.getByRole("button", { name: "Export" }).click();
    await expect(ivy.page.getByRole("alert")).toContainText("That code is not right");
    await expect(ivy.page.getByRole("textbox", { name: "Reason" })).toHaveValue("Quarterly review");
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

const openExport = ({ page }: Colleague): Promise<void> => page.getByText("Export", { exact: true }).first().click();

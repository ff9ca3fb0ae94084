import { readFile } from "node:fs/promises";
import { type Colleague, expect, test } from "./desk";

/** What the trail says of a ticket, oldest first: each entry's type, or the reason of a refusal. */
export function trailOf(auditor: Colleague, number: string): Promise<string[]> {
  return test.step(`${auditor.name} reads the trail of CS-${number}`, async () => {
    const { page } = auditor;
    await findTicket(auditor, number);
    const newestFirst: string[] = [];
    for (;;) {
      const rows = page.getByRole("row").filter({ has: page.getByRole("cell") });
      newestFirst.push(...(await rows.allInnerTexts()).map(whatOf));
      const older = page.getByRole("link", { name: "Older" });
      if (!(await older.isVisible())) return newestFirst.reverse();
      await older.click();
    }
  });
}

/** Searches the trail for a ticket. */
export async function findTicket({ page }: Colleague, number: string): Promise<void> {
  await page.goto("/trail");
  await page.getByRole("textbox", { name: "Ticket" }).fill(number);
  await page.getByRole("button", { name: "Show" }).click();
  await expect(page).toHaveURL(new RegExp(`ticket=${number}`));
}

/** Exports what the search found, with a reason and a fresh code; gives the file's text. */
export function exportTrail(auditor: Colleague, format: string): Promise<string> {
  return test.step(`${auditor.name} exports it as ${format}`, async () => {
    const { page } = auditor;
    await page.getByText("Export", { exact: true }).first().click();
    await page.getByRole("radio", { name: format }).check();
    await page.getByRole("textbox", { name: "Reason" }).fill("Quarterly review");
    await page.getByRole("textbox", { name: "Code of your authenticator" }).fill(auditor.code());
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Export" }).click(),
    ]);
    return readFile(await download.path(), "utf8");
  });
}

/** The small words of a row's fourth cell: the line below its label. */
function whatOf(row: string): string {
  const lines = (row.split("\t")[3] ?? "").split("\n").map((line) => line.trim());
  return lines.filter(Boolean).at(1) ?? "";
}

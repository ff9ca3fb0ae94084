import { readFile } from "node:fs/promises";
import { type Colleague, expect, test } from "./desk";

/** What the trail says of a ticket, oldest first: each entry's small words, its type or the reason of a refusal, where they are among `known`. */
export function trailOf(auditor: Colleague, number: string, known: readonly string[]): Promise<string[]> {
  return test.step(`${auditor.name} reads the trail of CS-${number}`, async () => {
    const { page } = auditor;
    await findTicket(auditor, number);
    const newestFirst: string[] = [];
    for (;;) {
      const rows = page.getByRole("row").filter({ has: page.getByRole("cell") });
      newestFirst.push(...(await rows.allInnerTexts()).map(whatOf));
      const older = page.getByRole("link", { name: "Older" });
      if (!(await older.isVisible())) break;
      await older.click();
    }
    return newestFirst.reverse().map((what) => known.find((name) => what.endsWith(name)) ?? what);
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

/** Exports a bundle of what the search found, waits until it is made, and downloads it to a path. */
export function exportBundle(auditor: Colleague, kind: string, path: string): Promise<void> {
  return test.step(`${auditor.name} exports a ${kind.toLowerCase()}`, async () => {
    const { page } = auditor;
    await page.getByText("Export", { exact: true }).first().click();
    await page.getByRole("radio", { name: kind }).check();
    await page.getByRole("textbox", { name: "Reason" }).fill("Yearly audit");
    await page.getByRole("textbox", { name: "Code of your authenticator" }).fill(auditor.code());
    await page.getByRole("button", { name: "Export" }).click();
    await expect(page.getByText("The bundle is made.")).toBeVisible();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: /^Download the bundle/ }).click(),
    ]);
    await download.saveAs(path);
  });
}

/** The words of a row's fourth cell: a label and, after it, the small words. */
const whatOf = (row: string): string => (row.split("\t")[3] ?? "").trim();

import type { Page } from "playwright/test";
import { find } from "./agent";
import { type Colleague, expect, test } from "./desk";
import { holderWho } from "./holders";
import { glance } from "./looks";

const forgotten = holderWho("wants to be forgotten");

test("Rob proposes to erase an account, and only Ned can confirm it; then nobody finds it", async ({
  desk,
  signedInAs,
}) => {
  const rob = await signedInAs("Rob");
  await rob.page.goto("/erasures");
  await expect(rob.page.getByText("No account was erased yet.")).toBeVisible();
  await findAccount(rob.page, forgotten.username);
  await expect(rob.page.getByText("Nothing stands in the way.")).toBeVisible();
  expect(rob.page.url()).not.toContain(forgotten.username);
  await glance(rob.page, "an account to erase");

  const propose = rob.page.getByRole("form", { name: "Propose to erase it" });
  await test.step("A wrong code proposes nothing, and keeps the reason that was typed", async () => {
    await propose.getByRole("textbox", { name: "Reason" }).fill("Asked for it in writing");
    await propose.getByRole("textbox", { name: "Code of your authenticator" }).fill("000 000");
    await propose.getByRole("button", { name: "Propose" }).click();
    await expect(rob.page.getByRole("alert")).toContainText("That code is not right");
    await expect(propose.getByRole("textbox", { name: "Reason" })).toHaveValue("Asked for it in writing");
  });
  await propose.getByRole("textbox", { name: "Code of your authenticator" }).fill(rob.code());
  await propose.getByRole("button", { name: "Propose" }).click();
  await expect(rob.page.getByText("You proposed it.")).toBeVisible();
  await expect(rob.page.getByRole("button", { name: "Erase this account" })).toHaveCount(0);

  const ned = await signedInAs("Ned");
  await ned.page.goto("/erasures");
  await glance(ned.page, "erasures, one waiting");
  await expect(ned.page.getByText("Asked for it in writing")).toBeVisible();
  await ned.page.getByRole("listitem").filter({ hasText: "Proposed by Rob" }).getByRole("link").click();
  await glance(ned.page, "an erasure to confirm");
  await ned.page.getByRole("textbox", { name: "Code of your authenticator" }).first().fill(ned.code());
  await ned.page.getByRole("button", { name: "Erase this account" }).click();
  await expect(ned.page.getByRole("status")).toContainText("The account is erased.");
  await glance(ned.page, "an account that was erased");

  const ada = await signedInAs("Ada");
  for (const [by, said] of [
    ["User name", forgotten.username],
    ["E-mail", forgotten.email],
    ["Serial", forgotten.serials[0] ?? ""],
  ] as const) {
    await find(ada.page, by, said);
    await expect(ada.page.getByText("Nothing on file is exactly that")).toBeVisible();
  }
  const verified = await desk.countersign("verify");
  expect(verified.out, verified.err).toContain("1 erasures");
});

test("A legal hold keeps an account from being erased until it is lifted", async ({ desk, signedInAs }) => {
  const held = holderWho("is in court");
  const placed = await desk.countersign("legal-hold", "place", held.username, "--reason", "Order of a court");
  expect(placed.code, placed.err).toBe(0);
  const typed = await desk.countersign("erase", held.username, "--reason", "Asked for it in writing");
  expect(typed.err).toContain("A legal hold is on the account.");
  const rob = await signedInAs("Rob");
  await rob.page.goto("/erasures");
  await expect(rob.page.getByText("Order of a court")).toBeVisible();
  await findAccount(rob.page, held.username);
  await expect(rob.page.getByText("A legal hold is on the account.")).toBeVisible();
  await expect(rob.page.getByRole("button", { name: "Propose" })).toHaveCount(0);
  await glance(rob.page, "an account on a legal hold");
  await lift(rob);
  await expect(rob.page.getByRole("status")).toContainText("The legal hold is lifted.");
  await expect(rob.page.getByText("Nothing stands in the way.")).toBeVisible();

  const proposed = await desk.countersign("erase", held.username, "--reason", "Asked for it in writing");
  expect(proposed.code, proposed.err).toBe(0);
  const alone = await desk.countersign("erase", held.username, "--confirm");
  expect(alone.err).toContain("You proposed it");
});

async function findAccount(page: Page, username: string): Promise<void> {
  await page.getByRole("searchbox", { name: "Account" }).fill(username);
  await page.getByRole("button", { name: "Find" }).click();
  const found = page.getByRole("status").filter({ hasText: "1 account fits exactly" });
  await expect(found).toContainText(username);
  await found.getByRole("link").click();
  await expect(page).toHaveURL(/\/erasures\/[0-9a-f]+$/);
}

async function lift({ page, code }: Colleague): Promise<void> {
  const form = page.getByRole("form", { name: "Lift the legal hold" });
  await form.getByRole("textbox", { name: "Reason" }).fill("The court is done");
  await form.getByRole("textbox", { name: "Code of your authenticator" }).fill(code());
  await form.getByRole("button", { name: "Lift the hold" }).click();
}

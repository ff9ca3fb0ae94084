import { codeIn } from "./agent";
import { type Colleague, type Desk, expect, type Person, test } from "./desk";
import { linkIn } from "./holder";
import type { Holder } from "./holders";

/** Whoever holds an old contact opens the link in its notice and says that this was not them. */
export function objectBy(person: Person, text: string): Promise<void> {
  return test.step("An old contact says: this was not me", async () => {
    await person.page.goto(linkIn(text, "objection"));
    await person.page.getByRole("button", { name: "Stop it" }).click();
    await expect(person.page.getByRole("heading", { name: "We stopped it" })).toBeVisible();
  });
}

/** On the objection's page: a code to the old mail, then a serial from a label. */
export function proveOwnership({ page }: Person, desk: Desk, holder: Holder): Promise<void> {
  return test.step("The holder shows that the account is theirs", async () => {
    await page.getByRole("button", { name: "Send me a code" }).click();
    const { text } = await desk.mail.to(holder.email, /Your code to stop/);
    expect(text).toContain("Type it on the page you came from.");
    expect(text).not.toContain("reference");
    await page.getByLabel("The code we sent").fill(codeIn(text));
    await page.getByRole("button", { name: "Check the code" }).click();
    await expect(page.getByText("The code was right.").first()).toBeVisible();
    await page.getByLabel("The serial number of a device").fill(holder.serials[0] ?? "");
    await page.getByRole("button", { name: "Check the serial number" }).click();
    await expect(page.getByText("you showed that the account is yours")).toBeVisible();
  });
}

/** A supervisor opens the page of a dispute. */
export async function openDispute({ page }: Colleague, number: string): Promise<void> {
  await page.goto(`/tickets/${number}/dispute`);
  await expect(page.getByRole("heading", { name: "Your decision" })).toBeVisible();
}

/** A supervisor gives their word for one of the two decisions, with a reason, words and a fresh code. */
export function settle(supervisor: Colleague, number: string, verdict: string, send: string): Promise<void> {
  return test.step(`${supervisor.name} decides: ${verdict}`, async () => {
    await openDispute(supervisor, number);
    const { page } = supervisor;
    const card = page.getByRole("region", { name: verdict });
    await card.getByRole("radio", { name: "Another reason" }).check();
    await card.getByRole("textbox", { name: "Why, in your words" }).fill("As the trail shows.");
    await card.getByRole("textbox", { name: "Code from your authenticator" }).fill(supervisor.code());
    await card.getByRole("button", { name: send, exact: true }).click();
    await expect(page.getByRole("heading", { name: "Approvals" })).toBeVisible();
  });
}

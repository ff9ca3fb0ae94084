import { type Colleague, expect, test } from "./desk";

/** A supervisor reads the packet of a ticket. */
export function openPacket(supervisor: Colleague, number: string): Promise<void> {
  return test.step(`${supervisor.name} opens the packet of CS-${number}`, async () => {
    await supervisor.page.goto("/approvals");
    await supervisor.page.getByRole("link", { name: `CS-${number}` }).click();
    await expect(supervisor.page.getByRole("heading", { name: "What was proven" })).toBeVisible();
  });
}

/** A supervisor countersigns the packet on the screen, and it is taken. */
export async function countersign(supervisor: Colleague): Promise<void> {
  await signPacket(supervisor);
  await expect(supervisor.page.getByRole("heading", { name: "Approvals" })).toBeVisible();
}

/** A supervisor puts a reason and a fresh code to the packet on the screen and sends it, whatever comes of it. */
export function signPacket(supervisor: Colleague): Promise<void> {
  return test.step(`${supervisor.name} countersigns with a fresh code`, async () => {
    const { page } = supervisor;
    await page.getByText("Countersign…").click();
    await page.getByRole("radio", { name: "The evidence is complete" }).check();
    await page.getByRole("textbox", { name: "Code from your authenticator" }).fill(supervisor.code());
    await page.getByRole("button", { name: "Countersign", exact: true }).click();
  });
}

/** A supervisor says no to the packet on the screen, in words and with a fresh code. */
export function reject(supervisor: Colleague, why: string): Promise<void> {
  return test.step(`${supervisor.name} rejects it`, async () => {
    const { page } = supervisor;
    await page.getByText("Reject…").click();
    await page.getByRole("radio", { name: why }).check();
    await page.getByRole("textbox", { name: "What speaks against it" }).fill("The holder says that it was not them.");
    await page.getByRole("textbox", { name: "Code from your authenticator" }).fill(supervisor.code());
    await page.getByRole("button", { name: "Reject", exact: true }).click();
  });
}

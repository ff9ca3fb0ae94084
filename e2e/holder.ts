import { codeIn } from "./agent";
import { type Desk, expect, type Person, test } from "./desk";
import type { Holder } from "./holders";

/** The first address in a message that leads to a page of this kind. */
export const linkIn = (text: string, page: "reset" | "objection" | "new-password" | "not-me"): string =>
  new RegExp(`https?://\\S+/${page}/\\S+`).exec(text)?.[0] ?? `no link to ${page}`;

/** Someone opens the page behind a reset link and sets a password. */
export function setPassword(person: Person, link: string, password: string): Promise<void> {
  return test.step("The holder sets a password from the delivered link", async () => {
    const { page } = person;
    await page.goto(link);
    await page.getByLabel("New password").fill(password);
    await page.getByLabel("The same password again").fill(password);
    await page.getByRole("button", { name: "Save and finish" }).click();
    await expect(page.getByRole("heading", { name: "You can sign in again" })).toBeVisible();
  });
}

/** The holder signs in with a password, by typing. */
export function signIn(person: Person, holder: Holder, password: string): Promise<void> {
  return test.step(`${holder.username} signs in`, async () => {
    const { page } = person;
    await page.goto("/account/sign-in");
    await page.getByLabel("User name").fill(holder.username);
    await page.getByLabel("Password").fill(password);
    await page.getByRole("button", { name: "Sign in" }).click();
  });
}

/** Opens the page of a request with its reference and the newest code. */
export function enterRequest(person: Person, reference: string, code: string): Promise<void> {
  return test.step("The requester opens the page of their request", async () => {
    const { page } = person;
    await page.goto("/request?stage=code");
    await page.getByLabel("Your reference").fill(reference);
    await page.getByLabel("The code").fill(code);
    await page.getByRole("button", { name: "Open my request" }).click();
    await expect(page).toHaveURL(/\/request\/status/);
  });
}

/** The requester asks for a fresh code with their reference, and comes in with it. */
export async function comeIn(
  person: Person,
  desk: Desk,
  { reference, address }: { reference: string; address: string },
): Promise<void> {
  await person.page.goto("/request");
  await person.page.getByLabel("Your reference").fill(reference);
  await person.page.getByRole("button", { name: "Send me a code" }).click();
  await enterRequest(person, reference, codeIn((await desk.mail.to(address, /Your code/)).text));
}

import { accountPagesWords } from "~/ui/words/account-pages";
import { forgotWords } from "~/ui/words/forgot";
import { passwordWords } from "~/ui/words/passwords";
import { enterWords } from "~/ui/words/portal";
import { doneWords, resetWords, signInWords } from "~/ui/words/portal-account";
import { codeIn } from "./agent";
import { type Desk, expect, type Reader, test } from "./desk";
import type { Holder } from "./holders";
import { letters } from "./letters";

/** The first address in a message that leads to a page of this kind. */
export const linkIn = (text: string, page: "reset" | "objection" | "new-password" | "not-me"): string =>
  new RegExp(`https?://\\S+/${page}/\\S+`).exec(text)?.[0] ?? `no link to ${page}`;

/** Someone opens the page behind a reset link and sets a password. */
export function setPassword(reader: Reader, link: string, password: string): Promise<void> {
  return test.step("The holder sets a password from the delivered link", async () => {
    const { page, language } = reader;
    await page.goto(link);
    await typePassword(reader, password);
    await expect(page.getByRole("heading", { name: doneWords[language].title })).toBeVisible();
  });
}

/** Types a new password twice, or another one the second time, and sends it. */
export async function typePassword({ page, language }: Reader, password: string, again = password): Promise<void> {
  await page.getByLabel(passwordWords[language].password).fill(password);
  await page.getByLabel(passwordWords[language].repeat).fill(again);
  await page.getByRole("button", { name: resetWords[language].send }).click();
}

/** Someone asks for a new password by one of their contacts. */
export async function askForPassword({ page, language }: Reader, contact: string): Promise<void> {
  const words = forgotWords[language];
  await page.goto("/forgot");
  await page.getByLabel(words.contact).fill(contact);
  await page.getByRole("button", { name: words.send }).click();
  await expect(page.getByRole("heading", { name: words.sentTitle })).toBeVisible();
}

/** A holder who has no password yet gets one by mail. */
export function getPassword(reader: Reader, desk: Desk, holder: Holder, password: string): Promise<void> {
  return test.step(`${holder.username} gets a password`, async () => {
    await askForPassword(reader, holder.email);
    const { text } = await desk.mail.to(holder.email, letters[reader.language].newPassword);
    await setPassword(reader, linkIn(text, "new-password"), password);
  });
}

/** The holder signs in with a password, by typing. */
export function signIn(reader: Reader, holder: Holder, password: string): Promise<void> {
  return test.step(`${holder.username} signs in`, async () => {
    await reader.page.goto("/account/sign-in");
    await typeSignIn(reader, holder, password);
  });
}

/** The same where the sign-in page is open already. */
export async function typeSignIn({ page, language }: Reader, holder: Holder, password: string): Promise<void> {
  const words = signInWords[language];
  await page.getByLabel(words.name).fill(holder.username);
  await page.getByLabel(words.password).fill(password);
  await page.getByRole("button", { name: words.send }).click();
}

/** The first page of an account stands open. */
export const isIn = ({ page, language }: Reader): Promise<void> =>
  expect(page.getByRole("heading", { name: accountPagesWords[language].title, exact: true })).toBeVisible();

/** Opens the page of a request with its reference and the newest code. */
export function enterRequest({ page, language }: Reader, reference: string, code: string): Promise<void> {
  const words = enterWords[language];
  return test.step("The requester opens the page of their request", async () => {
    await page.goto("/request?stage=code");
    await page.getByLabel(words.reference).fill(reference);
    await page.getByLabel(words.code).fill(code);
    await page.getByRole("button", { name: words.open }).click();
    await expect(page).toHaveURL(/\/request\/status/);
  });
}

/** The requester asks for a fresh code with their reference, and comes in with it; gives the message that brought it. */
export async function comeIn(
  reader: Reader,
  desk: Desk,
  { reference, address }: { reference: string; address: string },
): Promise<string> {
  const { page, language } = reader;
  await page.goto("/request");
  await page.getByLabel(enterWords[language].reference).fill(reference);
  await page.getByRole("button", { name: enterWords[language].send }).click();
  const { text } = await desk.mail.to(address, letters[language].requestCode);
  await enterRequest(reader, reference, codeIn(text));
  return text;
}

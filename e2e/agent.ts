import type { Page } from "playwright/test";
import { type Colleague, type Desk, expect, test } from "./desk";
import type { Holder } from "./holders";
import { letters } from "./letters";

export type Lost = "The password" | "The second factor" | "The e-mail address on file" | "The phone number on file";

/** An agent finds an account by its user name and opens a ticket that becomes theirs; gives its number. */
export function openTicket(agent: Colleague, holder: Holder, lost: Lost[]): Promise<string> {
  return test.step(`${agent.name} opens a ticket for ${holder.username}`, async () => {
    await find(agent.page, "User name", holder.username);
    for (const what of lost) await agent.page.getByRole("checkbox", { name: what }).check();
    await agent.page.getByRole("button", { name: "Open the ticket" }).click();
    await expect(agent.page).toHaveURL(/\/tickets\/\d+/);
    return /\/tickets\/(\d+)/.exec(agent.page.url())?.[1] ?? "";
  });
}

/** An agent takes a ticket that nobody has. */
export function claim(agent: Colleague, number: string): Promise<void> {
  return test.step(`${agent.name} claims CS-${number}`, async () => {
    await agent.page.goto(`/tickets/${number}`);
    await agent.page.getByRole("button", { name: "Claim" }).click();
    await expect(agent.page.getByText("The ticket is yours.")).toBeVisible();
  });
}

/** An agent searches for what a caller says, whole. */
export async function find(page: Page, by: string, said: string): Promise<void> {
  await page.goto("/tickets/new");
  await page.getByLabel("Find by").selectOption({ label: by });
  await page.getByLabel("What the caller says, whole").fill(said);
  await page.getByRole("button", { name: "Find" }).click();
}

/** An agent names where the link may go and types the code that arrived there; gives that message's text. */
export function confirmNewAddress(agent: Colleague, desk: Desk, address: string): Promise<string> {
  return test.step(`${agent.name} confirms ${address} with the code that was delivered`, async () => {
    const { page } = agent;
    await page.getByRole("radio", { name: "an e-mail address" }).check();
    await page.getByLabel("The new address or number").fill(address);
    await page.getByRole("button", { name: "Send a code to it" }).click();
    const { text } = await desk.mail.to(address, requestCode);
    await page.getByRole("textbox", { name: "Six digits" }).fill(codeIn(text));
    await page.getByRole("button", { name: "Confirm" }).click();
    await expect(page.getByText("A new address, confirmed (done)")).toBeVisible();
    return text;
  });
}

/** It is written in the language that the account is written to in. */
const requestCode = new RegExp(`${letters.en.requestCode.source}|${letters.ar.requestCode.source}`);

/** The six digits in a message. */
export const codeIn = (text: string): string => /\b(\d{6})\b/.exec(text)?.[1] ?? "";
/** The reference in a message. */
export const referenceIn = (text: string): string => /\b[0-9A-Z]{4}-[0-9A-Z]{4}\b/.exec(text)?.[0] ?? "";

/** An agent types a serial as the caller reads it. */
export function trySerial(agent: Colleague, serial: string): Promise<void> {
  return test.step(`${agent.name} types the serial ${serial}`, async () => {
    const field = agent.page.getByRole("textbox", { name: "Serial", exact: true });
    await unfold(agent.page, field, /Ask for (the serial number|another device's serial)/);
    await field.fill(serial);
    await agent.page.getByRole("button", { name: "Check", exact: true }).click();
  });
}

/** An agent draws the security questions and types the answers they hear, the first ones wrong where `wrong` says how many. */
export function askQuestions(agent: Colleague, holder: Holder, wrong = 0): Promise<void> {
  return test.step(`${agent.name} asks the security questions`, async () => {
    const { page } = agent;
    const draw = page.getByRole("button", { name: "Draw the questions" });
    const check = page.getByRole("button", { name: "Check the answers" });
    await unfold(page, draw.or(check), "Ask the security questions");
    if (await draw.isVisible()) await draw.click();
    await unfold(page, check, "Ask the security questions");
    await answerAll(page, holder, wrong);
    await check.click();
  });
}

/** Types an answer below each question the page asks. */
export async function answerAll(page: Page, holder: Holder, wrong = 0): Promise<void> {
  let given = 0;
  for (const { question, answer } of holder.answers) {
    const field = page.getByRole("textbox", { name: question, exact: true });
    if (!(await field.isVisible())) continue;
    await field.fill(given < wrong ? `not ${answer} ${given}` : answer);
    given += 1;
  }
  expect(given, "questions on the page that the holder knows").toBeGreaterThan(1);
}

/** An agent sends a proven ticket to the supervisors. */
export function submit(agent: Colleague): Promise<void> {
  return test.step(`${agent.name} submits it`, async () => {
    await agent.page.getByRole("button", { name: "Submit for countersigning" }).click();
    await expect(agent.page.getByText("Nothing can be added while it is in review.")).toBeVisible();
  });
}

/** Opens the fold with these words unless what is in it can be seen already. */
async function unfold(page: Page, inside: ReturnType<Page["getByRole"]>, words: string | RegExp): Promise<void> {
  await expect(page.getByText(words).first()).toBeVisible();
  if (!(await inside.isVisible())) await page.getByText(words).click();
}

import { type Colleague, expect } from "./desk";

/** Loads a ticket's page until it says this: the worker is quick, but not at once. */
export async function seesOnTicket({ page }: Colleague, number: string, words: string | RegExp): Promise<void> {
  await expect(async () => {
    await page.goto(`/tickets/${number}`);
    await expect(page.getByText(words).first()).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 60_000 });
}

import type { Page } from "playwright/test";
import { type Authenticator, openAuthenticator } from "./authenticator";
import { expect, test } from "./desk";
import { minutes } from "./time";

test("Bob signs in for the first time by typing, sets up his authenticator, and needs it from then on", async ({
  desk,
  someone,
}) => {
  const { page } = await someone();
  const password = desk.passwords.Bob ?? "";
  await test.step("A page of the desk sends him to the sign-in first", async () => {
    await page.goto("/queue");
    await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
  });
  await signIn(page, "Bob", "not his password", "");
  await expect(page.getByRole("alert")).toContainText("Name, password or code is not right.");
  await signIn(page, "Bob", password, "");
  await expect(page.getByRole("heading", { name: "Set up your authenticator" })).toBeVisible();
  await expect(page.getByRole("img", { name: "QR code for your authenticator" })).toBeVisible();
  const app = openAuthenticator(await keyOn(page), desk.clock, desk.used);
  const first = app.code();
  await page.getByLabel("The code it shows now").fill(`${first.slice(0, 3)} ${first.slice(3)}`);
  await page.getByRole("button", { name: "Finish and sign in" }).click();
  await expect(page.getByRole("link", { name: "New ticket" }).first()).toBeVisible();

  await test.step("Signed out, the desk is closed to him, by the browser's way back as well", async () => {
    await page.getByRole("button", { name: "Sign out" }).click();
    await page.goto("/queue");
    await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
  });
  await test.step("A code that was used once is not taken again, nor none at all", async () => {
    await signIn(page, "Bob", password, first);
    await expect(page.getByRole("alert")).toContainText("A code works once");
    await signIn(page, "Bob", password, "");
    await expect(page.getByRole("alert")).toContainText("is not right");
  });
  await signIn(page, "Bob", password, app.code());
  await expect(page.getByRole("link", { name: "New ticket" }).first()).toBeVisible();
});

test("Max is paused after five wrong passwords, even with the right one, and let in when the pause is over", async ({
  desk,
  someone,
}) => {
  const { page } = await someone();
  const app = await firstSignIn(page, "Max", desk.passwords.Max ?? "", (key) =>
    openAuthenticator(key, desk.clock, desk.used),
  );
  await page.getByRole("button", { name: "Sign out" }).click();
  for (let n = 0; n < 5; n += 1) {
    await signIn(page, "Max", `wrong password ${n}`, app.code());
    await expect(page.getByRole("alert")).toContainText("Name, password or code is not right.");
  }
  await signIn(page, "Max", desk.passwords.Max ?? "", app.code());
  await expect(page.getByRole("alert")).toBeVisible();
  desk.clock.pass(minutes(16));
  await signIn(page, "Max", desk.passwords.Max ?? "", app.code());
  await expect(page.getByRole("link", { name: "Approvals" }).first()).toBeVisible();
});

async function signIn(page: Page, name: string, password: string, code: string): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("Name").fill(name);
  await page.getByLabel("Password").fill(password);
  await page.getByLabel("Code of your authenticator").fill(code);
  await page.getByRole("button", { name: "Sign in" }).click();
}

async function firstSignIn(page: Page, name: string, password: string, open: (key: string) => Authenticator) {
  await signIn(page, name, password, "");
  const app = open(await keyOn(page));
  await page.getByLabel("The code it shows now").fill(app.code());
  await page.getByRole("button", { name: "Finish and sign in" }).click();
  return app;
}

/** The key as the page shows it for typing. */
const keyOn = async (page: Page): Promise<string> =>
  (await page.getByText(/^[A-Z2-7]{4}( [A-Z2-7]{1,4})+$/).textContent()) ?? "";

import type { Page } from "playwright/test";
import { type Authenticator, openAuthenticator } from "./authenticator";
import { type Desk, expect, test } from "./desk";
import { minutes } from "./time";

test("Noa signs in for the first time by typing, sets up an authenticator, and needs it from then on", async ({
  desk,
  page,
}) => {
  const password = await addedTo(desk, "Noa", "agent");
  await test.step("A page of the desk sends Noa to the sign-in first", async () => {
    await page.goto("/queue");
    await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
  });
  await signIn(page, "Noa", "not the password", "");
  await expect(page.getByRole("alert")).toContainText("Name, password or code is not right.");
  await signIn(page, "Noa", password, "");
  await expect(page.getByRole("heading", { name: "Set up your authenticator" })).toBeVisible();
  await expect(page.getByRole("img", { name: "QR code for your authenticator" })).toBeVisible();
  const app = openAuthenticator(await keyOn(page), desk.clock);
  const first = app.code();
  await page.getByLabel("The code it shows now").fill(`${first.slice(0, 3)} ${first.slice(3)}`);
  await page.getByRole("button", { name: "Finish and sign in" }).click();
  await expect(page.getByRole("link", { name: "New ticket" }).first()).toBeVisible();

  await test.step("Signed out, the desk is closed to Noa, by the browser's way back as well", async () => {
    await page.getByRole("button", { name: "Sign out" }).click();
    await page.goto("/queue");
    await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
  });
  await test.step("A code that was used once is not taken again, nor none at all", async () => {
    await signIn(page, "Noa", password, first);
    await expect(page.getByRole("alert")).toContainText("A code works once");
    await signIn(page, "Noa", password, "");
    await expect(page.getByRole("alert")).toContainText("is not right");
  });
  await signIn(page, "Noa", password, app.code());
  await expect(page.getByRole("link", { name: "New ticket" }).first()).toBeVisible();
});

test("Lou is paused after five wrong codes, even with the right one, and let in when the pause is over; wrong passwords pause nobody", async ({
  desk,
  page,
}) => {
  const password = await addedTo(desk, "Lou", "supervisor");
  const app = await firstSignIn(page, "Lou", password, (key) => openAuthenticator(key, desk.clock));
  await page.getByRole("button", { name: "Sign out" }).click();
  await test.step("Someone who knows only the name cannot keep Lou out", async () => {
    for (let n = 0; n < 5; n += 1) {
      await signIn(page, "Lou", `wrong password ${n}`, app.code());
      await expect(page.getByRole("alert")).toContainText("Name, password or code is not right.");
    }
    await signIn(page, "Lou", password, app.code());
    await expect(page.getByRole("link", { name: "Approvals" }).first()).toBeVisible();
    await page.getByRole("button", { name: "Sign out" }).click();
  });
  for (let n = 0; n < 5; n += 1) {
    await signIn(page, "Lou", password, "");
    await expect(page.getByRole("alert")).toContainText("Name, password or code is not right.");
  }
  await signIn(page, "Lou", password, app.code());
  await expect(page.getByRole("alert")).toBeVisible();
  desk.clock.pass(minutes(16));
  await signIn(page, "Lou", password, app.code());
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

/** Adds someone to the staff at the command line; gives the password that is shown once. */
async function addedTo(desk: Desk, name: string, role: string): Promise<string> {
  const { out } = await desk.countersign("staff", "add", name, "--role", role);
  return /shown this once: (\S+)/.exec(out)?.[1] ?? "";
}

/** The key as the page shows it for typing. */
const keyOn = async (page: Page): Promise<string> =>
  (await page.getByText(/^[A-Z2-7]{4}( [A-Z2-7]{1,4})+$/).textContent()) ?? "";

import { readFileSync } from "node:fs";
import { type Authenticator, openAuthenticator } from "./authenticator";
import { expect, type Person, test } from "./desk";
import { linkIn, setPassword, signIn } from "./holder";
import { holderWho } from "./holders";
import { glance } from "./looks";

const password = "nine lanterns across the ferry";
const onAccount = { name: "Your account" };

test("Hal turns on a second factor, keeps saved codes, and from then on signs in with one or the other", async ({
  desk,
  someone,
}) => {
  const hal = holderWho("turns on a second factor");
  const browser = await someone();
  const { page } = browser;
  await test.step("Hal has a password", async () => {
    await page.goto("/forgot");
    await page.getByLabel("Your e-mail or phone").fill(hal.email);
    await page.getByRole("button", { name: "Send it to me" }).click();
    const { text } = await desk.mail.to(hal.email, /Your link to a new password/);
    await setPassword(browser, linkIn(text, "new-password"), password);
    await signIn(browser, hal, password);
    await expect(page.getByRole("heading", onAccount)).toBeVisible();
  });
  const app = await turnOn(browser, (key) => openAuthenticator(key, desk.clock));
  await desk.mail.to(hal.email, /A second factor was turned on/);
  const codes = await keepCodes(browser);

  await signOutAndIn(browser);
  await glance(page, "second step");
  await page.getByLabel("The code").fill("000 000");
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByRole("alert")).toContainText("That code does not work.");
  await page.getByLabel("The code").fill(app.code());
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByRole("heading", onAccount)).toBeVisible();

  await signOutAndIn(browser);
  await page.getByLabel("A saved code").fill(codes[0] ?? "none");
  await page.getByRole("button", { name: "Sign in with it" }).click();
  await expect(page.getByRole("heading", onAccount)).toBeVisible();
  await desk.mail.to(hal.email, /A saved code was used/);
});

function turnOn({ page }: Person, open: (key: string) => Authenticator): Promise<Authenticator> {
  return test.step("Hal sets up an app", async () => {
    await page.goto("/account/second-factor");
    await glance(page, "second factor, off");
    await page.getByLabel("Your password").fill(password);
    await page.getByRole("button", { name: "Go on" }).click();
    await expect(page.getByRole("img", { name: "A picture for your authenticator app" })).toBeVisible();
    await glance(page, "second factor, set up");
    const app = open((await page.getByText(/^[A-Z2-7]{4}( [A-Z2-7]{1,4}){7}$/).textContent()) ?? "no key");
    await page.getByLabel("The code that the app shows now").fill(app.code());
    await page.getByRole("button", { name: "Turn it on" }).click();
    await expect(page.getByRole("status")).toContainText("Your second factor is on.");
    await glance(page, "second factor, on");
    return app;
  });
}

function keepCodes({ page }: Person): Promise<string[]> {
  return test.step("Hal keeps saved codes as a file", async () => {
    await page.getByLabel("Your password").first().fill(password);
    await page.getByRole("button", { name: "Show my new codes" }).click();
    const codes = await page.getByRole("list", { name: "Saved codes" }).getByRole("listitem").allTextContents();
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "Save as a text file" }).click(),
    ]);
    const kept = readFileSync(await file.path(), "utf8");
    for (const code of codes) expect(kept).toContain(code);
    await page.getByRole("link", { name: "I have kept them" }).click();
    return codes;
  });
}

function signOutAndIn(browser: Person): Promise<void> {
  return test.step("Hal signs out, and in again", async () => {
    await browser.page.getByRole("button", { name: "Sign out" }).click();
    await signIn(browser, holderWho("turns on a second factor"), password);
    await expect(browser.page.getByRole("heading", { name: "One more step" })).toBeVisible();
  });
}

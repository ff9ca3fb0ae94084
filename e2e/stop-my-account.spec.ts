import { expect, type Person, test } from "./desk";
import { linkIn, setPassword, signIn } from "./holder";
import { type Holder, holderWho } from "./holders";
import { glance } from "./looks";

const first = "nine lanterns across the ferry";
const second = "seven herons over the marsh";

test("Hal's password is changed on a phone; the old contact hears of it, says that it was not him, and all is shut", async ({
  desk,
  someone,
}) => {
  const hal = holderWho("lost everything");
  const phone = await someone();
  await phone.page.setViewportSize({ width: 390, height: 844 });
  const tablet = await someone();
  await test.step("Hal has a password, and is signed in twice", async () => {
    await phone.page.goto("/forgot");
    await phone.page.getByLabel("Your e-mail or phone").fill(hal.email);
    await phone.page.getByRole("button", { name: "Send it to me" }).click();
    const { text } = await desk.mail.to(hal.email, /Your link to a new password/);
    await setPassword(phone, linkIn(text, "new-password"), first);
    await desk.mail.to(hal.email, /Your password was changed/);
    for (const browser of [phone, tablet]) await comesIn(browser, hal, first);
  });
  await glance(phone.page, "the first page of an account");
  await changesPassword(phone);
  await test.step("The other browser is signed out, and this one goes on", async () => {
    await tablet.page.goto("/account/sessions");
    await expect(tablet.page.getByRole("heading", { name: "Sign in to your account" })).toBeVisible();
    await phone.page.getByRole("link", { name: /Where you are signed in/ }).click();
    await expect(phone.page.getByRole("listitem")).toHaveCount(1);
    await expect(phone.page.getByText("This is you, here")).toBeVisible();
    await glance(phone.page, "where a holder is signed in");
  });
  await test.step("One press in the message, and the account is shut for whoever is in it", async () => {
    const { text } = await desk.mail.to(hal.email, /Your password was changed/);
    await tablet.page.goto(linkIn(text, "not-me"));
    await expect(tablet.page.getByRole("heading", { name: "Was this not you?" })).toBeVisible();
    await glance(tablet.page, "this was not me");
    await tablet.page.getByRole("button", { name: "It was not me" }).click();
    await expect(tablet.page.getByRole("heading", { name: "The account is locked" })).toBeVisible();
    await glance(tablet.page, "the account is locked");
    await phone.page.reload();
    await expect(phone.page.getByRole("heading", { name: "Sign in to your account" })).toBeVisible();
    await signIn(phone, hal, second);
    await expect(phone.page.getByRole("alert")).toContainText("That does not open the account.");
    await desk.mail.to(hal.email, /Your account is locked/);
  });
});

async function comesIn(person: Person, holder: Holder, password: string): Promise<void> {
  await signIn(person, holder, password);
  await expect(person.page.getByRole("heading", { name: "Your account" })).toBeVisible();
}

function changesPassword({ page }: Person): Promise<void> {
  return test.step("The password is changed, with the one before it", async () => {
    await page.getByRole("link", { name: /Password/ }).click();
    await page.getByLabel("Your password now").fill("not the password");
    await page.getByLabel("New password").fill("aaaaaaaaaaaaaa");
    await expect(page.getByText("Easy to guess.")).toBeVisible();
    await page.getByLabel("New password").fill(second);
    await expect(page.getByText("Hard to guess.")).toBeVisible();
    await page.getByRole("button", { name: "Show what I type" }).click();
    await expect(page.getByLabel("New password")).toHaveAttribute("type", "text");
    await glance(page, "a new password, shown");
    await page.getByLabel("The same password again").fill(second);
    await page.getByRole("button", { name: "Change it" }).click();
    await expect(page.getByRole("alert")).toContainText("That is not your password.");
    await glance(page, "a new password, refused");
    await page.getByLabel("Your password now").fill(first);
    await page.getByLabel("New password").fill(second);
    await page.getByLabel("The same password again").fill(second);
    await page.getByRole("button", { name: "Change it" }).click();
    await expect(page.getByRole("status")).toContainText("Your new password is set.");
  });
}

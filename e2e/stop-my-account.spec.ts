import { accountPagesWords } from "~/ui/words/account-pages";
import { notMeWords } from "~/ui/words/not-me";
import { passwordWords } from "~/ui/words/passwords";
import { signInWords } from "~/ui/words/portal-account";
import { accountSignInRefused, portalRefusals } from "~/ui/words/portal-refusals";
import { sessionWords } from "~/ui/words/sessions";
import { expect, type Reader, test } from "./desk";
import { getPassword, isIn, linkIn, signIn } from "./holder";
import { type Holder, holderWho } from "./holders";
import { glance } from "./looks";

const first = "nine lanterns across the ferry";
const second = "seven herons over the marsh";

test.use({ reading: { language: "ar", scripts: true } });

test("Hal's password is changed on a phone; the old contact hears of it, says that it was not him, and all is shut", async ({
  desk,
  someone,
}) => {
  const hal = holderWho("lost everything");
  const phone = await someone();
  const tablet = await someone();
  const { language } = phone;
  const places = accountPagesWords[language].places;
  await test.step("Hal has a password, and is signed in twice", async () => {
    await getPassword(phone, desk, hal, first);
    await desk.mail.to(hal.email, /Your password was changed/);
    for (const browser of [phone, tablet]) await comesIn(browser, hal, first);
  });
  await glance(phone.page, "the first page of an account");
  await changesPassword(phone);
  await test.step("The other browser is signed out, and this one goes on", async () => {
    await tablet.page.goto("/account/sessions");
    await isOut(tablet);
    await phone.page.getByRole("link", { name: places.sessions }).click();
    await expect(phone.page.getByRole("listitem")).toHaveCount(1);
    await expect(phone.page.getByText(sessionWords[language].here)).toBeVisible();
    await glance(phone.page, "where a holder is signed in");
  });
  await test.step("Signed in on both again, one press signs out both", async () => {
    await signIn(tablet, hal, second);
    // Back where it was when its session had ended.
    await expect(tablet.page.getByRole("heading", { name: sessionWords[language].title })).toBeVisible();
    await phone.page.reload();
    await expect(phone.page.getByRole("listitem")).toHaveCount(2);
    await phone.page.getByRole("button", { name: sessionWords[language].all }).click();
    await isOut(phone);
    await tablet.page.reload();
    await isOut(tablet);
    await comesIn(phone, hal, second);
  });
  await test.step("One press in the message, and the account is shut for whoever is in it", async () => {
    const words = notMeWords[language];
    const { text } = await desk.mail.to(hal.email, /Your password was changed/);
    await tablet.page.goto(linkIn(text, "not-me"));
    await expect(tablet.page.getByRole("heading", { name: words.title })).toBeVisible();
    await glance(tablet.page, "this was not me");
    await tablet.page.getByRole("button", { name: words.stop }).click();
    await expect(tablet.page.getByRole("heading", { name: words.stoppedTitle })).toBeVisible();
    await glance(tablet.page, "the account is locked");
    await phone.page.reload();
    await isOut(phone);
    await signIn(phone, hal, second);
    await expect(phone.page.getByRole("alert")).toContainText(accountSignInRefused[language]);
    await desk.mail.to(hal.email, /Your account is locked/);
  });
});

async function comesIn(person: Reader, holder: Holder, password: string): Promise<void> {
  await signIn(person, holder, password);
  await isIn(person);
}

const isOut = ({ page, language }: Reader): Promise<void> =>
  expect(page.getByRole("heading", { name: signInWords[language].title })).toBeVisible();

function changesPassword(reader: Reader): Promise<void> {
  const { page, language } = reader;
  const words = passwordWords[language];
  return test.step("The password is changed, with the one before it", async () => {
    await page.getByRole("link", { name: accountPagesWords[language].places.password }).click();
    await page.getByLabel(words.page.present).fill("not the password");
    await isMeasured(reader);
    await glance(page, "a new password, shown");
    await page.getByLabel(words.password).fill(second);
    await page.getByLabel(words.repeat).fill(second);
    await page.getByRole("button", { name: words.page.send }).click();
    await expect(page.getByRole("alert")).toContainText(portalRefusals[language]["wrong-password"]);
    await glance(page, "a new password, refused");
    await page.getByLabel(words.page.present).fill(first);
    await page.getByLabel(words.password).fill(second);
    await page.getByLabel(words.repeat).fill(second);
    await page.getByRole("button", { name: words.page.send }).click();
    await expect(page.getByRole("status")).toContainText(words.page.done);
  });
}

/** A script says how hard it is to guess, and shows what is typed; where none runs, nothing on the page promises it. */
async function isMeasured({ page, language, scripts }: Reader): Promise<void> {
  const { meter, password, show } = passwordWords[language];
  await page.getByLabel(password).fill("aaaaaaaaaaaaaa");
  if (!scripts) {
    await expect(page.getByRole("button", { name: show })).toHaveCount(0);
    await expect(page.getByText(meter.empty)).toHaveCount(0);
    return;
  }
  await expect(page.getByText(meter.weak)).toBeVisible();
  await page.getByLabel(password).fill(second);
  await expect(page.getByText(meter.good)).toBeVisible();
  await page.getByRole("button", { name: show }).click();
  await expect(page.getByLabel(password)).toHaveAttribute("type", "text");
}

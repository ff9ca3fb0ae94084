import { readFileSync } from "node:fs";
import { accountPagesWords } from "~/ui/words/account-pages";
import { codesPageWords, codesWords } from "~/ui/words/portal-codes";
import { factorWords, phoneIn } from "~/ui/words/second-factor";
import { codeIn } from "./agent";
import { type Authenticator, openAuthenticator } from "./authenticator";
import { type Desk, expect, type Reader, test } from "./desk";
import { getPassword, isIn, signIn } from "./holder";
import { holderWho } from "./holders";
import { letters } from "./letters";
import { glance } from "./looks";
import { textTo } from "./post-office";
import { minutes } from "./time";

const password = "nine lanterns across the ferry";

test.use({ reading: { language: "en", scripts: false } });

test("Hal turns on a second factor, keeps saved codes, signs in with one or the other, and moves to another phone, and turns it off", async ({
  desk,
  someone,
}) => {
  const hal = holderWho("turns on a second factor");
  const browser = await someone();
  const { page, language } = browser;
  const words = factorWords[language];
  await getPassword(browser, desk, hal, password);
  await signIn(browser, hal, password);
  await isIn(browser);
  const app = await turnOn(browser, desk);
  await desk.mail.to(hal.email, /A second factor was turned on/);
  const codes = await keepCodes(browser);

  await signOutAndIn(browser);
  await glance(page, "second step");
  await typeCode(browser, "000 000");
  await expect(page.getByRole("alert")).toContainText(words.refused["wrong-code"] ?? "no words");
  await typeCode(browser, app.code());
  await isIn(browser);
  const another = await replace(browser, desk, app);
  await desk.mail.to(hal.email, /Your second factor was replaced/);

  await signOutAndIn(browser);
  await test.step("The app on the old phone opens nothing any more", async () => {
    await typeCode(browser, app.code());
    await expect(page.getByRole("alert")).toBeVisible();
    await typeCode(browser, another.code());
    await isIn(browser);
  });

  await signOutAndIn(browser);
  await giveSaved(browser, codes[0]);
  await isIn(browser);
  await desk.mail.to(hal.email, /A saved code was used/);

  const newCodes = await test.step("New codes take the place of the old ones", async () => {
    await page.goto("/account/second-factor");
    await expect(page.getByText(codesWords[language].left(9, 10))).toBeVisible();
    return keepCodes(browser);
  });
  await signOutAndIn(browser);
  await giveSaved(browser, codes[1]);
  await expect(page.getByRole("alert")).toContainText(words.refusedAt.saved["wrong-code"] ?? "no words");
  await giveSaved(browser, newCodes[0]);
  await isIn(browser);

  await turnOff(browser, another.code());
  await desk.mail.to(hal.email, /Your second factor was turned off/);
  await signOut(browser);
  await signIn(browser, hal, password);
  await isIn(browser);
});

test.describe("where the phone is the second factor", () => {
  test.use({ reading: { language: "ar", scripts: true } });

  test("Kim signs in with a code by text, moves from texts to an app, and turns it off", async ({ desk, someone }) => {
    const kim = holderWho("has a second factor by text");
    const browser = await someone();
    const { page, language } = browser;
    const words = factorWords[language];
    const text = () => desk.mail.to(textTo(kim.phone), letters[language].factorCode);
    await getPassword(browser, desk, kim, password);
    await test.step("The password alone opens nothing, and a text says the rest", async () => {
      await signIn(browser, kim, password);
      await expect(page.getByText(words.stepText(phoneIn("•••• 11")))).toBeVisible();
      await glance(page, "second step, by text");
      const first = codeIn((await text()).text);
      await page.getByRole("button", { name: words.again }).click();
      await expect(page.getByRole("alert")).toContainText(words.refused["code-just-sent"] ?? "no words");
      desk.clock.pass(minutes(2));
      await page.getByRole("button", { name: words.again }).click();
      await expect(page.getByRole("status")).toContainText(words.sentAgain);
      await typeCode(browser, first);
      await expect(page.getByRole("alert")).toContainText(words.refused["wrong-code"] ?? "no words");
      await typeCode(browser, codeIn((await text()).text));
      await isIn(browser);
    });
    const app = await test.step("Kim takes an app in place of the texts", async () => {
      await page.goto("/account/second-factor");
      await expect(page.getByText(words.text(phoneIn("•••• 11")))).toBeVisible();
      await glance(page, "second factor, by text");
      await page.getByRole("button", { name: words.sendText }).click();
      await expect(page.getByRole("status")).toContainText(words.news.text);
      const code = codeIn((await text()).text);
      await page.getByText(words.appInstead).click();
      await giveBoth(browser, words.textCode, code);
      await page.getByRole("button", { name: words.next }).click();
      return setUp(browser, desk);
    });
    await turnOff(browser, app.code());
    await desk.mail.to(kim.email, /Your second factor was turned off/);
  });
});

function turnOn(browser: Reader, desk: Desk): Promise<Authenticator> {
  const { page, language } = browser;
  const words = factorWords[language];
  return test.step("Hal sets up an app", async () => {
    await page.goto("/account/second-factor");
    await glance(page, "second factor, off");
    await page.getByLabel(words.password).fill(password);
    await page.getByRole("button", { name: words.next }).click();
    await expect(page.getByRole("img", { name: words.picture })).toBeVisible();
    await glance(page, "second factor, set up");
    const app = await setUp(browser, desk);
    await glance(page, "second factor, on");
    return app;
  });
}

/** Types the key into an app, and the app's first code into the page. */
async function setUp({ page, language }: Reader, desk: Desk): Promise<Authenticator> {
  const words = factorWords[language];
  const key = (await page.getByText(/^[A-Z2-7]{4}( [A-Z2-7]{1,4}){7}$/).textContent()) ?? "no key";
  const app = openAuthenticator(key, desk.clock);
  await page.getByLabel(words.first).fill(app.code());
  await page.getByRole("button", { name: words.confirm, exact: true }).click();
  await expect(page.getByRole("status")).toContainText(words.news.on);
  return app;
}

/** A new phone takes the place of the old one, with a code of the old one. */
function replace(browser: Reader, desk: Desk, app: Authenticator): Promise<Authenticator> {
  const { page, language } = browser;
  const words = factorWords[language];
  return test.step("Hal uses another phone", async () => {
    await page.getByRole("link", { name: accountPagesWords[language].places.secondFactor }).click();
    await page.getByText(words.replace).click();
    await giveBoth(browser, words.code, app.code());
    await page.getByRole("button", { name: words.next }).click();
    return setUp(browser, desk);
  });
}

/** With a wrong code first, which turns nothing off. */
function turnOff(browser: Reader, code: string): Promise<void> {
  const { page, language } = browser;
  const words = factorWords[language];
  return test.step("The holder turns the second factor off", async () => {
    await page.goto("/account/second-factor");
    await page.getByText(words.turnOff, { exact: true }).click();
    await giveBoth(browser, words.code, "000 000");
    await page.getByRole("button", { name: words.turnOffSend }).click();
    await expect(page.getByRole("alert")).toContainText(words.refused["wrong-code"] ?? "no words");
    await giveBoth(browser, words.code, code);
    await page.getByRole("button", { name: words.turnOffSend }).click();
    await expect(page.getByRole("status")).toContainText(words.news.off);
    await expect(page.getByText(words.off, { exact: true })).toBeVisible();
  });
}

/** Fills the form that was opened last: the one that makes saved codes may stand open above it. */
async function giveBoth({ page, language }: Reader, label: string, code: string): Promise<void> {
  await page.getByLabel(factorWords[language].password).filter({ visible: true }).last().fill(password);
  await page.getByLabel(label, { exact: true }).filter({ visible: true }).last().fill(code);
}

function keepCodes({ page, language }: Reader): Promise<string[]> {
  const words = codesPageWords[language];
  return test.step("Hal keeps saved codes as a file", async () => {
    await page.getByLabel(codesWords[language].password).first().fill(password);
    await page.getByRole("button", { name: codesWords[language].send }).click();
    const codes = await page.getByRole("list", { name: words.list }).getByRole("listitem").allTextContents();
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: words.save }).click(),
    ]);
    const kept = readFileSync(await file.path(), "utf8");
    for (const code of codes) expect(kept).toContain(code);
    await page.getByRole("link", { name: words.done }).click();
    return codes;
  });
}

async function typeCode({ page, language }: Reader, code: string): Promise<void> {
  const words = factorWords[language];
  await page.getByLabel(words.stepCode, { exact: true }).fill(code);
  await page.getByRole("button", { name: words.signIn, exact: true }).click();
}

/** A saved code in place of the app's. */
async function giveSaved({ page, language }: Reader, code: string | undefined): Promise<void> {
  const words = factorWords[language];
  await page.getByLabel(words.saved).fill(code ?? "none");
  await page.getByRole("button", { name: words.savedSend }).click();
}

function signOutAndIn(browser: Reader): Promise<void> {
  const { page, language } = browser;
  return test.step("Hal signs out, and in again", async () => {
    await signOut(browser);
    await signIn(browser, holderWho("turns on a second factor"), password);
    await expect(page.getByRole("heading", { name: factorWords[language].stepTitle })).toBeVisible();
  });
}

async function signOut({ page, language }: Reader): Promise<void> {
  await page.goto("/account");
  await page.getByRole("button", { name: accountPagesWords[language].signOut }).click();
}

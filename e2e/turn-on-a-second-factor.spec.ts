import { readFileSync } from "node:fs";
import { accountPagesWords } from "~/ui/words/account-pages";
import { codesPageWords, codesWords } from "~/ui/words/portal-codes";
import { factorWords } from "~/ui/words/second-factor";
import { type Authenticator, openAuthenticator } from "./authenticator";
import { type Desk, expect, type Reader, test } from "./desk";
import { getPassword, isIn, signIn } from "./holder";
import { holderWho } from "./holders";
import { glance } from "./looks";

const password = "nine lanterns across the ferry";

test.use({ reading: { language: "en", scripts: false } });

test("Hal turns on a second factor, keeps saved codes, signs in with one or the other, and moves to another phone", async ({
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
  await page.getByLabel(words.saved).fill(codes[0] ?? "none");
  await page.getByRole("button", { name: words.savedSend }).click();
  await isIn(browser);
  await desk.mail.to(hal.email, /A saved code was used/);
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
    // The form that makes codes stands open above it, just after a sign-in with a code.
    await page.getByLabel(words.password).filter({ visible: true }).last().fill(password);
    await page.getByLabel(words.code, { exact: true }).filter({ visible: true }).last().fill(app.code());
    await page.getByRole("button", { name: words.next }).click();
    return setUp(browser, desk);
  });
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

function signOutAndIn(browser: Reader): Promise<void> {
  const { page, language } = browser;
  return test.step("Hal signs out, and in again", async () => {
    await page.goto("/account");
    await page.getByRole("button", { name: accountPagesWords[language].signOut }).click();
    await signIn(browser, holderWho("turns on a second factor"), password);
    await expect(page.getByRole("heading", { name: factorWords[language].stepTitle })).toBeVisible();
  });
}

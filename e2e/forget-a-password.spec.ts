import { languageFacts } from "~/ui/languages";
import { askWords } from "~/ui/words/ask";
import { deadLinks } from "~/ui/words/dead-links";
import { forgotWords } from "~/ui/words/forgot";
import { doneWords, resetWords, signInWords } from "~/ui/words/portal-account";
import { codeIn } from "./agent";
import { expect, type Reader, test } from "./desk";
import { askForPassword, isIn, linkIn, setPassword, signIn, typePassword, typeSignIn } from "./holder";
import { holderWho } from "./holders";
import { letters } from "./letters";
import { glance, inOtherLanguage } from "./looks";
import { textTo } from "./post-office";
import { minutes } from "./time";

const password = "nine lanterns across the ferry";

test.describe(() => {
  test.use({ reading: { language: "en", scripts: false } });

  test("Paula, who forgot her password, gets a link by mail and is in without calling anyone", async ({
    desk,
    someone,
  }) => {
    const paula = holderWho("forgot a password");
    const browser = await someone();
    const { page, language } = browser;
    await askForPassword(browser, paula.email.toUpperCase());
    const { text } = await desk.mail.to(paula.email, letters[language].newPassword);
    await setPassword(browser, linkIn(text, "new-password"), password);
    await signIn(browser, paula, password);
    await isIn(browser);
    await expect(desk.mail.to(paula.email, /Your password was changed/)).resolves.toMatchObject({});
    await test.step("The link is dead", async () => {
      await page.goto(linkIn(text, "new-password"));
      await expect(page.getByRole("heading", { name: deadLinks[language]["link-used"].title })).toBeVisible();
    });
  });
});

test.describe(() => {
  test.use({ reading: { language: "ar", scripts: false } });

  test("A phone gets a code, which leads to the new password; a wrong one does not", async ({ desk, someone }) => {
    const holder = holderWho("calls about a phone");
    const browser = await someone();
    const { page, language } = browser;
    await askForPassword(browser, holder.phone);
    const code = codeIn((await desk.mail.to(textTo(holder.phone), letters[language].newPasswordCode)).text);
    await typeCode(browser, code === "000000" ? "111111" : "000000");
    await expect(page.getByRole("alert")).toContainText(forgotWords[language].wrongCode);
    await glance(page, "forgotten password, a wrong code");
    await typeCode(browser, code);
    await expect(page.getByRole("heading", { name: resetWords[language].title })).toBeVisible();
    await setPassword(browser, page.url(), password);
  });
});

test("Nobody's address and nobody's number get the same page as somebody's, with the same ways on", async ({
  desk,
  someone,
}) => {
  const nina = holderWho("waits");
  const browser = await someone();
  const { page, language } = browser;
  const words = forgotWords[language];
  const pages: string[] = [];
  for (const contact of [nina.email, "nobody@nowhere.example", "+44 20 7946 0018"]) {
    await askForPassword(browser, contact);
    // What was typed and when stands on it, for whoever typed it.
    const shown = (await page.locator("main").innerHTML()).replaceAll(contact, "").replaceAll(/\d\d:\d\d/g, "");
    pages.push(shown.replaceAll(/value="[^"]*"/g, ""));
  }
  expect(new Set(pages).size).toBe(1);
  await glance(page, "forgotten password, asked");
  const first = await desk.mail.to(nina.email, letters[language].newPassword);
  expect(desk.mail.all("nobody@nowhere.example")).toEqual([]);
  await test.step("Whoever waited gets another link, which is the one that works", async () => {
    await page.getByRole("link", { name: words.other }).click();
    await page.getByLabel(words.contact).fill(nina.email);
    await page.getByRole("button", { name: words.send }).click();
    desk.clock.pass(minutes(3));
    await page.getByRole("button", { name: words.again }).click();
    await expect(page.getByRole("heading", { name: words.sentTitle })).toBeVisible();
    const second = await desk.mail.to(nina.email, letters[language].newPassword);
    expect(linkIn(second.text, "new-password")).not.toBe(linkIn(first.text, "new-password"));
    await page.goto(linkIn(first.text, "new-password"));
    await expect(page.getByRole("heading", { name: deadLinks[language]["link-superseded"].title })).toBeVisible();
    await page.goto(linkIn(second.text, "new-password"));
    await expect(page.getByRole("heading", { name: resetWords[language].title })).toBeVisible();
  });
  await test.step("With still nothing, the page leads to the desk", async () => {
    await askForPassword(browser, "nobody@nowhere.example");
    await expect(page.getByText(words.desk)).toBeVisible();
    await page.getByRole("link", { name: askWords[language].link }).click();
    await expect(page.getByRole("heading", { name: askWords[language].lostTitle })).toBeVisible();
  });
});

test.describe(() => {
  test.use({ reading: { language: "ar", scripts: true } });

  test("Somebody reads all of it in the language their browser asks for, from the page to the mail and back in", async ({
    desk,
    someone,
  }) => {
    const holder = holderWho("is asked for three times");
    const reader = await someone();
    const { page, language } = reader;
    const { dir } = languageFacts[language];
    const words = forgotWords[language];
    await page.goto("/account/sign-in");
    await expect(page.locator("html")).toHaveAttribute("dir", dir);
    await page.getByRole("link", { name: signInWords[language].forgot }).click();
    await page.getByLabel(words.contact).fill(holder.email);
    await page.getByRole("button", { name: words.send }).click();
    await expect(page.getByRole("heading", { name: words.sentTitle })).toBeVisible();
    await glance(page, `forgotten password, asked in ${language}`);
    const letter = await desk.mail.to(holder.email, letters[language].newPassword);
    const link = linkIn(letter.text, "new-password");
    expect(letter.html).toContain(`<html lang="${language}" dir="${dir}">`);
    expect(letter.html).toContain(`href="${link}"`);
    await page.goto(link);
    await glance(page, `new password in ${language}`);
    await typePassword(reader, password);
    await expect(page.getByRole("heading", { name: doneWords[language].title })).toBeVisible();
    const notice = await desk.mail.to(holder.email, letters[language].passwordChanged);
    expect(notice.text, "the same in the desk's language").toContain("Everyone else who was signed in is signed out.");
    await page.getByRole("link", { name: doneWords[language].go }).click();
    await typeSignIn(reader, holder, password);
    await isIn(reader);
    await glance(page, `account in ${language}`);
    await inOtherLanguage(reader, (other) => isIn({ ...reader, language: other }));
  });
});

async function typeCode({ page, language }: Reader, code: string): Promise<void> {
  await page.getByLabel(forgotWords[language].code).fill(code);
  await page.getByRole("button", { name: forgotWords[language].open }).click();
}

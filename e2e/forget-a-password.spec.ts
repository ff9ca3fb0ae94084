import { codeIn } from "./agent";
import { expect, type Person, test } from "./desk";
import { linkIn, setPassword, signIn } from "./holder";
import { holderWho } from "./holders";
import { glance } from "./looks";
import { textTo } from "./post-office";

const password = "nine lanterns across the ferry";

test("Paula, who forgot her password, gets a link by mail and is in without calling anyone", async ({
  desk,
  someone,
}) => {
  const paula = holderWho("forgot a password");
  const browser = await someone();
  await ask(browser, paula.email.toUpperCase());
  const { text } = await desk.mail.to(paula.email, /Your link to a new password/);
  await setPassword(browser, linkIn(text, "new-password"), password);
  await signIn(browser, paula, password);
  await expect(browser.page.getByRole("heading", { name: "Your account" })).toBeVisible();
  await expect(desk.mail.to(paula.email, /Your password was changed/)).resolves.toMatchObject({});
  await test.step("The link is dead", async () => {
    await browser.page.goto(linkIn(text, "new-password"));
    await expect(browser.page.getByRole("heading", { name: "This link was used already" })).toBeVisible();
  });
});

test("A phone gets a code, which leads to the new password; a wrong one does not", async ({ desk, someone }) => {
  const holder = holderWho("calls about a phone");
  const browser = await someone();
  await ask(browser, holder.phone);
  const code = codeIn((await desk.mail.to(textTo(holder.phone), /Your code for a new password/)).text);
  await typeCode(browser, code === "000000" ? "111111" : "000000");
  await expect(browser.page.getByRole("alert")).toContainText("That code does not work.");
  await glance(browser.page, "forgotten password, a wrong code");
  await typeCode(browser, code);
  await expect(browser.page.getByRole("heading", { name: "Choose a new password" })).toBeVisible();
  await setPassword(browser, browser.page.url(), password);
});

test("Nobody's address and nobody's number get the same page as somebody's", async ({ desk, someone }) => {
  const nina = holderWho("waits");
  const browser = await someone();
  const pages: string[] = [];
  for (const contact of [nina.email, "nobody@nowhere.example", "+44 20 7946 0018"]) {
    await ask(browser, contact);
    // What was typed and when stands on it, for whoever typed it.
    const page = (await browser.page.locator("main").innerHTML()).replaceAll(contact, "").replaceAll(/\d\d:\d\d/g, "");
    pages.push(page.replaceAll(/value="[^"]*"/g, ""));
  }
  expect(new Set(pages).size).toBe(1);
  await glance(browser.page, "forgotten password, asked");
  await desk.mail.to(nina.email, /Your link to a new password/);
  expect(desk.mail.all("nobody@nowhere.example")).toEqual([]);
});

test("Somebody whose browser asks for Arabic reads all of it in Arabic, from the page to the mail and back in", async ({
  desk,
  someone,
}) => {
  const holder = holderWho("is asked for three times");
  const { page } = await someone("ar-EG");
  await page.goto("/account/sign-in");
  await expect(page.locator("html")).toHaveAttribute("dir", "rtl");
  await page.getByRole("link", { name: "نسيت كلمة المرور" }).click();
  await page.getByLabel("بريدك الإلكتروني أو هاتفك").fill(holder.email);
  await page.getByRole("button", { name: "أرسله إليّ" }).click();
  await expect(page.getByRole("heading", { name: "تفقّد رسائلك" })).toBeVisible();
  await glance(page, "forgotten password, asked in Arabic");
  const letter = await desk.mail.to(holder.email, /رابطك إلى كلمة مرور جديدة/);
  const link = linkIn(letter.text, "new-password");
  expect(letter.html).toContain('<html lang="ar" dir="rtl">');
  expect(letter.html).toContain(`href="${link}"`);
  await page.goto(link);
  await page.getByLabel("كلمة المرور الجديدة").fill(password);
  await page.getByLabel("كلمة المرور نفسها مرة أخرى").fill(password);
  await glance(page, "new password in Arabic");
  await page.getByRole("button", { name: "احفظ وأنهِ" }).click();
  await expect(page.getByRole("heading", { name: "عدت إلى حسابك" })).toBeVisible();
  const notice = await desk.mail.to(holder.email, /تغيّرت كلمة مرورك/);
  expect(notice.text, "the same in the desk's language").toContain("Everyone else who was signed in is signed out.");
  await page.getByRole("link", { name: "سجّل الدخول" }).click();
  await page.getByLabel("اسم المستخدم").fill(holder.username);
  await page.getByLabel("كلمة المرور").fill(password);
  await page.getByRole("button", { name: "سجّل الدخول" }).click();
  await expect(page.getByRole("heading", { name: "حسابك", exact: true })).toBeVisible();
  await glance(page, "account in Arabic");
  await page.getByRole("button", { name: "English" }).click();
  await expect(page.getByRole("heading", { name: "Your account" })).toBeVisible();
});

function ask({ page }: Person, contact: string): Promise<void> {
  return test.step("Someone says that they forgot their password", async () => {
    await page.goto("/account/sign-in");
    await page.getByRole("link", { name: "I forgot my password" }).click();
    await page.getByLabel("Your e-mail or phone").fill(contact);
    await page.getByRole("button", { name: "Send it to me" }).click();
    await expect(page.getByRole("heading", { name: "Look in your messages" })).toBeVisible();
  });
}

async function typeCode({ page }: Person, code: string): Promise<void> {
  await page.getByLabel("The code").fill(code);
  await page.getByRole("button", { name: "Choose a new password" }).click();
}

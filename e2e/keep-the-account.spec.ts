import { accountPagesWords } from "~/ui/words/account-pages";
import { passwordTold } from "~/ui/words/password-told";
import { passwordWords } from "~/ui/words/passwords";
import { signInWords } from "~/ui/words/portal-account";
import { portalRefusals } from "~/ui/words/portal-refusals";
import { sessionWords } from "~/ui/words/sessions";
import { thingsWords } from "~/ui/words/things";
import { codeIn } from "./agent";
import { type Colleague, expect, type Reader, test } from "./desk";
import { getPassword, isIn, signIn } from "./holder";
import { holderWho } from "./holders";
import { letters } from "./letters";
import { glance, inOtherLanguage } from "./looks";
import { textTo } from "./post-office";
import { days } from "./time";

const password = "nine lanterns across the ferry";
const newPhone = "+44 7700 900123";

test.use({ reading: { language: "ar", scripts: false } });

test("Hal keeps his account up to date on a phone: another number, a device, his own questions, no other session", async ({
  desk,
  someone,
}) => {
  const hal = holderWho("lost everything");
  const browser = await someone();
  const { page, language } = browser;
  const words = thingsWords[language];
  const news = page.getByRole("status");
  await getPassword(browser, desk, hal, password);
  await signIn(browser, hal, password);
  await isIn(browser);
  await test.step("A number joins by the code that reached it, and the others are told", async () => {
    const { contacts } = words;
    await page.goto("/account/contacts");
    await page.getByText(contacts.addTitle).click();
    await page.getByLabel(contacts.field).fill(newPhone);
    await give(browser, "not his password", contacts.send);
    await expect(page.getByRole("alert")).toContainText(portalRefusals[language]["wrong-password"]);
    await expect(page.getByLabel(contacts.field)).toHaveValue(newPhone);
    await glance(page, "contacts, a wrong password");
    await give(browser, password, contacts.send);
    await expect(page.getByText(contacts.codeText("•••• 23"))).toBeVisible();
    await glance(page, "contacts, a code on its way");
    const code = codeIn((await desk.mail.to(textTo(newPhone), letters[language].contactCode)).text);
    await page.getByLabel(contacts.code).fill(code);
    await page.getByRole("button", { name: contacts.confirm, exact: true }).click();
    await expect(news).toContainText(words.news.added ?? "no news");
    await desk.mail.to(hal.email, /A new e-mail or phone was added/);
    expect(desk.mail.all(textTo(newPhone))).toHaveLength(1);
  });
  await test.step("The old number is taken off", async () => {
    await page.getByText(`${words.remove}${words.removeAbout("•••• 01")}`).click();
    await give(browser, password, words.remove);
    await expect(news).toContainText(words.news.removed ?? "no news");
    await expect(page.getByText("•••• 01")).toHaveCount(0);
    await desk.mail.to(textTo(hal.phone), /took an e-mail or phone off|An e-mail or phone was taken off/);
    await glance(page, "contacts");
  });
  await test.step("A device joins by its label, and only its end is shown", async () => {
    const { devices } = words;
    await page.goto("/account/devices");
    await expect(page.getByText(devices.count(3))).toBeVisible();
    await page.getByText(devices.addTitle).first().click();
    await page.getByLabel(devices.field).fill("ae 650 4225");
    await give(browser, password, devices.add);
    await expect(page.getByText(devices.one("25"), { exact: true })).toBeVisible();
    await expect(page.getByText("AE6504225")).toHaveCount(0);
    await glance(page, "devices");
  });
  await test.step("The same device is taken off again, and the contacts are told", async () => {
    const { devices } = words;
    await page.getByText(`${words.remove}${words.removeAbout(devices.one("25"))}`).click();
    await give(browser, "not his password", words.remove);
    await expect(page.getByRole("alert")).toContainText(portalRefusals[language]["wrong-password"]);
    await expect(page.getByText(devices.count(4))).toBeVisible();
    await give(browser, password, words.remove);
    await expect(news).toContainText(words.news["device-removed"] ?? "no news");
    await expect(page.getByText(devices.one("25"), { exact: true })).toHaveCount(0);
    await expect(page.getByText(devices.count(3))).toBeVisible();
    await desk.mail.to(hal.email, /A device was taken off your account/);
  });
  await test.step("Three questions replace the old ones, once their answers are good", async () => {
    const { questions } = words;
    await page.goto("/account/questions");
    await page.getByLabel(questions.question(1)).selectOption(questions.offered["first-friend"]);
    await page.getByLabel(questions.question(2)).selectOption(questions.offered["first-job-place"]);
    await page.getByLabel(questions.question(3)).selectOption(questions.own);
    await page.getByLabel(questions.ownField).fill("What stood behind the bakery?");
    await answer(browser, ["Ada Quist", "London", "a blue mill"]);
    await give(browser, password, questions.save);
    await expect(page.getByRole("alert")).toContainText(words.problems["common-answer"]);
    await expect(page.getByLabel(questions.answer(1))).toHaveValue("");
    await glance(page, "questions, a common answer");
    await answer(browser, ["Ada Quist", "the ferry office", "a blue mill"]);
    await give(browser, password, questions.save);
    await expect(news).toContainText(words.news.chosen ?? "no news");
    await expect(page.getByText(questions.onFile(3))).toBeVisible();
    await desk.mail.to(hal.email, /New security questions were chosen/);
  });
  await test.step("The same pages in the other language", () =>
    inOtherLanguage(browser, async (other) => {
      await expect(page.getByRole("heading", { name: thingsWords[other].questions.title })).toBeVisible();
      await glance(page, `questions in ${other}`);
      for (const path of ["contacts", "devices"]) {
        await page.goto(`/account/${path}`);
        await glance(page, `${path} in ${other}`);
      }
    }));
  await test.step("Of two places where Hal is signed in, one is ended and the other stays", async () => {
    const lent = await someone();
    await signIn(lent, hal, password);
    await isIn(lent);
    const { end, ended, here } = sessionWords[language];
    const ends = page.getByRole("button", { name: end });
    await page.goto("/account/sessions");
    await expect(page.getByText(here)).toHaveCount(1);
    await ends.click();
    await expect(news).toContainText(ended);
    await expect(ends).toHaveCount(0);
    await lent.page.goto("/account");
    await expect(lent.page.getByRole("heading", { name: signInWords[language].title })).toBeVisible();
    await page.goto("/account");
    await isIn(browser);
  });
});

test("Nina is reminded of her old password as two admins decided, and the new one must be mixed as they decided", async ({
  desk,
  someone,
  signedInAs,
}) => {
  const nina = holderWho("kept the phone");
  const reader = await someone();
  const { page, language } = reader;
  const { passwordOld, places } = accountPagesWords[language];
  const words = passwordWords[language];
  await getPassword(reader, desk, nina, password);
  await putInForce(await signedInAs("Rob"), await signedInAs("Ned"), (policy) => ({
    ...policy,
    passwords: { composition: true, reminderDays: 30 },
  }));
  await test.step("A day early nothing is said, and then it is, to someone who is in as before", async () => {
    desk.clock.pass(days(29));
    await signIn(reader, nina, password);
    await isIn(reader);
    await expect(page.getByText(passwordOld)).toHaveCount(0);
    desk.clock.pass(days(1));
    await signIn(reader, nina, password);
    await isIn(reader);
    await expect(page.getByText(passwordOld)).toBeVisible();
    await glance(page, "an account whose password is old");
  });
  await page.getByRole("link", { name: places.password }).click();
  await expect(page.getByText(words.composition)).toBeVisible();
  const change = async (next: string) => {
    await page.getByLabel(words.page.present).fill(password);
    await page.getByLabel(words.password).fill(next);
    await page.getByLabel(words.repeat).fill(next);
    await page.getByRole("button", { name: words.page.send }).click();
  };
  await change("ten harbours behind the hill");
  await expect(page.getByRole("alert")).toContainText(passwordTold(language, "composition", 12));
  await change("Ten harbours behind 1 hill!");
  await expect(page.getByRole("status")).toContainText(words.page.done);
  await page.goto("/account");
  await isIn(reader);
  await expect(page.getByText(passwordOld)).toHaveCount(0);
});

/** Rob drafts a change of the policy in force, and Ned puts it in force. */
async function putInForce(rob: Colleague, ned: Colleague, change: (policy: object) => object): Promise<void> {
  await rob.page.goto("/policies/draft");
  const text = rob.page.getByRole("textbox", { name: "Document" });
  await text.fill(JSON.stringify(change(JSON.parse(await text.inputValue()))));
  await rob.page.getByRole("textbox", { name: "Reason" }).fill("Passwords are to change");
  await rob.page.getByRole("textbox", { name: "Code of your authenticator" }).fill(rob.code());
  await rob.page.getByRole("button", { name: "Propose it" }).click();
  await expect(rob.page.getByText("You drafted it.")).toBeVisible();
  await ned.page.goto("/policies/draft");
  await ned.page.getByRole("textbox", { name: "Code of your authenticator" }).fill(ned.code());
  await ned.page.getByRole("button", { name: "Put this policy in force" }).click();
  await expect(ned.page.getByRole("status")).toContainText("The policy is in force");
}

/** The password given anew in the one form that is open, which is then sent. */
async function give({ page, language }: Reader, typed: string, button: string): Promise<void> {
  await page.getByLabel(thingsWords[language].password).filter({ visible: true }).fill(typed);
  await page.getByRole("button", { name: button, exact: true }).click();
}

async function answer({ page, language }: Reader, answers: readonly string[]): Promise<void> {
  for (const [i, one] of answers.entries())
    await page.getByLabel(thingsWords[language].questions.answer(i + 1)).fill(one);
}

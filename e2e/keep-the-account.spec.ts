import { codeIn } from "./agent";
import { expect, type Person, test } from "./desk";
import { linkIn, setPassword, signIn } from "./holder";
import { holderWho } from "./holders";
import { glance } from "./looks";
import { textTo } from "./post-office";

const password = "nine lanterns across the ferry";
const newPhone = "+44 7700 900123";

test.use({ viewport: { width: 390, height: 844 } });

test("Hal keeps his account up to date on a phone: another number, a device, his own questions", async ({
  desk,
  someone,
}) => {
  const hal = holderWho("lost everything");
  const browser = await someone();
  const { page } = browser;
  await test.step("Hal gets a password and signs in", async () => {
    await page.goto("/forgot");
    await page.getByLabel("Your e-mail or phone").fill(hal.email);
    await page.getByRole("button", { name: "Send it to me" }).click();
    const { text } = await desk.mail.to(hal.email, /Your link to a new password/);
    await setPassword(browser, linkIn(text, "new-password"), password);
    await signIn(browser, hal, password);
    await expect(page.getByRole("heading", { name: "Your account" })).toBeVisible();
  });
  await test.step("A number joins by the code that reached it, and the others are told", async () => {
    await page.goto("/account/contacts");
    await page.getByText("Add an e-mail or phone").click();
    await page.getByLabel("The new e-mail or phone").fill(newPhone);
    await give(browser, "not his password", "Send the code");
    await expect(page.getByRole("alert")).toContainText("That is not your password.");
    await expect(page.getByLabel("The new e-mail or phone")).toHaveValue(newPhone);
    await glance(page, "contacts, a wrong password");
    await give(browser, password, "Send the code");
    await expect(page.getByText("A code is on its way to •••• 23.")).toBeVisible();
    await glance(page, "contacts, a code on its way");
    const code = codeIn((await desk.mail.to(textTo(newPhone), /your code is \d/)).text);
    await page.getByLabel("The code").fill(code);
    await page.getByRole("button", { name: "Add it" }).click();
    await expect(page.getByRole("status")).toContainText("It is added.");
    await desk.mail.to(hal.email, /A new e-mail or phone was added/);
    expect(desk.mail.all(textTo(newPhone))).toHaveLength(1);
  });
  await test.step("The old number is taken off", async () => {
    await page.getByText("Take it off: •••• 01").click();
    await give(browser, password, "Take it off");
    await expect(page.getByRole("status")).toContainText("It is taken off.");
    await expect(page.getByText("•••• 01")).toHaveCount(0);
    await desk.mail.to(textTo(hal.phone), /took an e-mail or phone off/);
    await glance(page, "contacts");
  });
  await test.step("A device joins by its label, and only its end is shown", async () => {
    await page.goto("/account/devices");
    await expect(page.getByText("3 devices")).toBeVisible();
    await page.getByText("Add a device").first().click();
    await page.getByLabel("Label or serial number").fill("ae 650 4225");
    await give(browser, password, "Add the device");
    await expect(page.getByText("Device ending in 25", { exact: true })).toBeVisible();
    await expect(page.getByText("AE6504225")).toHaveCount(0);
    await glance(page, "devices");
  });
  await test.step("Three questions replace the old ones, once their answers are good", async () => {
    await page.goto("/account/questions");
    await page.getByLabel("Question 1").selectOption("What was the full name of your first friend?");
    await page.getByLabel("Question 2").selectOption("Where was your first job?");
    await page.getByLabel("Question 3").selectOption("A question of my own");
    await page.getByLabel("Your own question").fill("What stood behind the bakery?");
    await answer(browser, ["Ada Quist", "London", "a blue mill"]);
    await give(browser, password, "Save my questions");
    await expect(page.getByRole("alert")).toContainText("Many people give that answer");
    await expect(page.getByLabel("Answer 1")).toHaveValue("");
    await glance(page, "questions, a common answer");
    await answer(browser, ["Ada Quist", "the ferry office", "a blue mill"]);
    await give(browser, password, "Save my questions");
    await expect(page.getByRole("status")).toContainText("Your questions are saved.");
    await expect(page.getByText("3 questions on file")).toBeVisible();
    await desk.mail.to(hal.email, /New security questions were chosen/);
  });
  await test.step("The same pages in Arabic", async () => {
    await page.getByRole("button", { name: "العربية" }).click();
    await expect(page.getByRole("heading", { name: "أسئلة الأمان الخاصة بك" })).toBeVisible();
    await glance(page, "questions in Arabic");
    for (const path of ["contacts", "devices"]) {
      await page.goto(`/account/${path}`);
      await glance(page, `${path} in Arabic`);
    }
  });
});

/** The password given anew in the one form that is open, which is then sent. */
async function give({ page }: Person, typed: string, button: string): Promise<void> {
  await page.getByLabel("Your password").filter({ visible: true }).fill(typed);
  await page.getByRole("button", { name: button, exact: true }).click();
}

async function answer({ page }: Person, answers: readonly string[]): Promise<void> {
  for (const [i, one] of answers.entries()) await page.getByLabel(`Answer ${i + 1}`).fill(one);
}

import { answerAll, claim, codeIn } from "./agent";
import { type Desk, expect, type Person, test } from "./desk";
import { holderWho } from "./holders";
import { glance } from "./looks";

const phone = { width: 390, height: 844 };

test("Paula, who lost e-mail and phone, asks on a borrowed phone, answers her questions unheard, and Bob takes it up", async ({
  desk,
  someone,
  signedInAs,
}) => {
  const paula = holderWho("forgot a password");
  const browser = await someone();
  await browser.page.setViewportSize(phone);
  await ask(browser, desk, { name: paula.username, address: "paula.new@harbour.example", looks: true });
  await test.step("She answers the questions herself", async () => {
    await expect(browser.page.getByRole("heading", { name: "Please answer your questions" })).toBeVisible();
    await glance(browser.page, "a request made in the portal");
    await answerAll(browser.page, paula);
    await browser.page.getByRole("button", { name: "Send my answers" }).click();
    await expect(browser.page.getByText("We have your answers.")).toBeVisible();
  });
  await desk.mail.to(paula.email, /Someone asked for help getting into your account/);

  const bob = await signedInAs("Bob");
  await bob.page.goto("/queue?view=unclaimed");
  const line = bob.page.getByRole("row").filter({ hasText: "Asked in the portal" });
  const number = /CS-(\d+)/.exec((await line.first().textContent()) ?? "")?.[1] ?? "";
  await claim(bob, number);
  await expect(bob.page.getByText("The security questions (done)")).toBeVisible();
  await expect(bob.page.getByText("A new address, confirmed (done)")).toBeVisible();
  await expect(bob.page.getByText("They say they have a device with its label.")).toBeVisible();
});

test("A name that nobody has gets the same pages, a code and a request that Bob never sees", async ({
  desk,
  someone,
  signedInAs,
}) => {
  const browser = await someone();
  await browser.page.setViewportSize(phone);
  await ask(browser, desk, { name: "paula.nobody", address: "nobody@harbour.example", looks: false });
  await expect(browser.page.getByText("We check that it is you")).toBeVisible();
  const number = /CS-(\d+)/.exec((await browser.page.textContent("main")) ?? "")?.[1] ?? "";
  await browser.page.getByText("I no longer need this").click();
  await browser.page.getByRole("button", { name: "End my request" }).click();
  await expect(browser.page.getByRole("heading", { name: "Your request has ended" })).toBeVisible();
  const bob = await signedInAs("Bob");
  expect((await bob.page.goto(`/tickets/${number}`))?.status()).toBe(404);
});

interface Asking {
  name: string;
  address: string;
  looks: boolean;
}

/** Someone goes from question to question, and types the code that came. */
function ask({ page }: Person, desk: Desk, { name, address, looks }: Asking): Promise<void> {
  return test.step(`${name} asks for help`, async () => {
    const seen = async (what: string) => (looks ? glance(page, `asking for help, ${what}`) : undefined);
    await page.goto("/account/sign-in");
    await page.getByRole("link", { name: "I no longer have my e-mail or phone" }).click();
    await seen("what was lost");
    await page.getByRole("checkbox", { name: "My e-mail address" }).check();
    await page.getByRole("checkbox", { name: "My phone number" }).check();
    await page.getByRole("button", { name: "Go on" }).click();
    await page.getByRole("checkbox", { name: "A device of the account, with its label" }).check();
    await seen("what is left");
    await page.getByRole("button", { name: "Go on" }).click();
    await page.getByLabel("Your user name, or your old e-mail or phone").fill(name);
    await page.getByRole("button", { name: "Go on" }).click();
    await page.getByLabel("Your new e-mail or phone").fill("at my sister's");
    await page.getByRole("button", { name: "Send me a code" }).click();
    await expect(page.getByRole("alert")).toContainText("neither an e-mail address");
    await seen("a contact that is none");
    await page.getByLabel("Your new e-mail or phone").fill(address);
    await page.getByRole("button", { name: "Send me a code" }).click();
    await expect(page.getByRole("heading", { name: "Type the code we sent" })).toBeVisible();
    await seen("the code");
    await page.getByLabel("The code").fill(codeIn((await desk.mail.to(address, /Your code/)).text));
    await page.getByRole("button", { name: "Open my request" }).click();
    await expect(page).toHaveURL(/\/request\/status/);
  });
}

import { appealWords } from "~/ui/words/appeal";
import { askWords } from "~/ui/words/ask";
import { helpWords } from "~/ui/words/help";
import { answerWords, ownRequestWords } from "~/ui/words/portal";
import { requestWords } from "~/ui/words/request-words";
import { answerAll, claim, codeIn, submit, trySerial } from "./agent";
import { type Desk, expect, type Reader, test } from "./desk";
import { holderWho } from "./holders";
import { letters } from "./letters";
import { glance } from "./looks";
import { openPacket, reject } from "./supervisor";

test.describe(() => {
  test.use({ reading: { language: "ar", scripts: false } });

  test("Paula, who lost e-mail and phone, asks on a borrowed phone, answers her questions unheard, and Bob takes it up", async ({
    desk,
    someone,
    signedInAs,
  }) => {
    const paula = holderWho("forgot a password");
    const browser = await someone();
    const words = answerWords[browser.language];
    await ask(browser, desk, { name: paula.username, address: "paula.new@harbour.example", looks: true });
    await test.step("She answers the questions herself", async () => {
      await expect(browser.page.getByRole("heading", { name: words.title })).toBeVisible();
      await glance(browser.page, "a request made in the portal");
      await answerAll(browser.page, paula);
      await browser.page.getByRole("button", { name: words.send }).click();
      await expect(browser.page.getByText(words.done)).toBeVisible();
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
    await trySerial(bob, paula.serials[0] ?? "");
    await submit(bob);
    const sam = await signedInAs("Sam");
    await openPacket(sam, number);
    await reject(sam, "The evidence is doubtful");
    await appeal(browser);
  });
});

test("A name that nobody has gets the same pages, a code and a request that Bob never sees", async ({
  desk,
  someone,
  signedInAs,
}) => {
  const browser = await someone();
  const { page, language } = browser;
  const words = ownRequestWords[language];
  await ask(browser, desk, { name: "paula.nobody", address: "nobody@harbour.example", looks: false });
  await expect(page.getByText(requestWords[language].checks(false))).toBeVisible();
  const number = /CS-(\d+)/.exec((await page.textContent("main")) ?? "")?.[1] ?? "";
  await page.getByText(words.cancelTitle).click();
  await page.getByRole("button", { name: words.cancel }).click();
  await expect(page.getByRole("heading", { name: requestWords[language].cancelled })).toBeVisible();
  const bob = await signedInAs("Bob");
  expect((await bob.page.goto(`/tickets/${number}`))?.status()).toBe(404);
});

/** A request that was refused is looked at by someone else, once, when its page is asked for it. */
function appeal({ page, language }: Reader): Promise<void> {
  const words = appealWords[language];
  return test.step("Paula reads that it was refused, and asks for another look", async () => {
    await page.goto("/request/status");
    await expect(page.getByRole("heading", { name: requestWords[language].rejected })).toBeVisible();
    await glance(page, "a request that was refused");
    await page.getByLabel(words.words).fill("The camera hangs in my own hall.");
    await page.getByRole("button", { name: words.send }).click();
    await expect(page.getByText(words.waiting)).toBeVisible();
    await expect(page.getByRole("button", { name: words.send })).toHaveCount(0);
    await glance(page, "a request that is looked at again");
  });
}

interface Asking {
  name: string;
  address: string;
  looks: boolean;
}

/** Someone goes from question to question, and types the code that came. */
function ask({ page, language }: Reader, desk: Desk, { name, address, looks }: Asking): Promise<void> {
  const words = askWords[language];
  return test.step(`${name} asks for help`, async () => {
    const seen = async (what: string) => (looks ? glance(page, `asking for help, ${what}`) : undefined);
    const goOn = () => page.getByRole("button", { name: words.next }).click();
    await page.goto(looks ? "/help" : "/account/sign-in");
    await page.getByRole("link", { name: looks ? helpWords[language].lost : words.link }).click();
    await seen("what was lost");
    await page.getByRole("checkbox", { name: words.lost.email }).check();
    await page.getByRole("checkbox", { name: words.lost.phone }).check();
    await goOn();
    await page.getByRole("checkbox", { name: words.hand.label }).check();
    await seen("what is left");
    await goOn();
    await page.getByLabel(words.name).fill(name);
    await goOn();
    await page.getByLabel(words.contact).fill("at my sister's");
    await page.getByRole("button", { name: words.send }).click();
    await expect(page.getByRole("alert")).toContainText(words.notAContact);
    await seen("a contact that is none");
    await page.getByLabel(words.contact).fill(address);
    await page.getByRole("button", { name: words.send }).click();
    await expect(page.getByRole("heading", { name: words.codeTitle })).toBeVisible();
    await seen("the code");
    await page
      .getByLabel(words.code, { exact: true })
      .fill(codeIn((await desk.mail.to(address, letters[language].requestCode)).text));
    await page.getByRole("button", { name: words.open }).click();
    await expect(page).toHaveURL(/\/request\/status/);
  });
}

import { passwordTold } from "~/ui/words/password-told";
import { accountSignInRefused } from "~/ui/words/portal-refusals";
import { openTicket, submit, trySerial } from "./agent";
import { expect, test } from "./desk";
import { isIn, linkIn, setPassword, signIn, typePassword } from "./holder";
import { holderWho } from "./holders";
import { countersign, openPacket } from "./supervisor";

test.use({ reading: { language: "en", scripts: false } });

const password = "a slow barge under eleven bridges";

test("Paula, who only forgot a password, gets a link to the address on file without any wait", async ({
  desk,
  signedInAs,
  someone,
}) => {
  const paula = holderWho("forgot a password");
  const ada = await signedInAs("Ada");
  const number = await openTicket(ada, paula, ["The password"]);
  await trySerial(ada, paula.serials[0] ?? "");
  await submit(ada);

  const max = await signedInAs("Max");
  await openPacket(max, number);
  await countersign(max);

  const { text } = await desk.mail.to(paula.email, /Your link to get back in/);
  const browser = await someone();
  await test.step("A password that is easy to guess, or typed differently, is not taken", async () => {
    await browser.page.goto(linkIn(text, "reset"));
    await typePassword(browser, "password1234");
    await expect(browser.page.getByRole("alert")).toContainText(passwordTold(browser.language, "common", 12));
    await typePassword(browser, password, `${password}!`);
    await expect(browser.page.getByRole("alert")).toContainText(passwordTold(browser.language, "not-the-same", 12));
  });
  await setPassword(browser, linkIn(text, "reset"), password);
  await signIn(browser, paula, "not the password at all");
  await expect(browser.page.getByRole("alert")).toContainText(accountSignInRefused[browser.language]);
  await signIn(browser, paula, password);
  await isIn(browser);
});

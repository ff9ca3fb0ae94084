import { openTicket, submit, trySerial } from "./agent";
import { expect, test } from "./desk";
import { linkIn, setPassword, signIn } from "./holder";
import { holderWho } from "./holders";
import { countersign, openPacket } from "./supervisor";

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
    await browser.page.getByLabel("New password").fill("password1234");
    await browser.page.getByLabel("The same password again").fill("password1234");
    await browser.page.getByRole("button", { name: "Save and finish" }).click();
    await expect(browser.page.getByRole("alert")).toBeVisible();
    await browser.page.getByLabel("New password").fill(password);
    await browser.page.getByLabel("The same password again").fill(`${password}!`);
    await browser.page.getByRole("button", { name: "Save and finish" }).click();
    await expect(browser.page.getByRole("alert")).toContainText("The two passwords are not the same.");
  });
  await setPassword(browser, linkIn(text, "reset"), password);
  await signIn(browser, paula, "not the password at all");
  await expect(browser.page.getByRole("alert")).toContainText("That does not open the account.");
  await signIn(browser, paula, password);
  await expect(browser.page.getByRole("heading", { name: "Your account" })).toBeVisible();
});

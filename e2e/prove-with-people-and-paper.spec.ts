import { accountPagesWords } from "~/ui/words/account-pages";
import { codesPageWords, codesWords } from "~/ui/words/portal-codes";
import { portalNewsWords } from "~/ui/words/portal-news";
import { invitationWords, peopleWords, voucheeWords, vouchPageWords } from "~/ui/words/portal-people";
import { portalRefusals } from "~/ui/words/portal-refusals";
import { requestProofWords } from "~/ui/words/proofs-requester";
import { confirmNewAddress, openTicket, referenceIn, submit, trySerial } from "./agent";
import { type Colleague, type Desk, expect, type Reader, test } from "./desk";
import { comeIn, isIn, linkIn, setPassword, signIn } from "./holder";
import { type Holder, holderWho } from "./holders";
import { glance } from "./looks";
import { countersign, openPacket } from "./supervisor";
import { days, minutes } from "./time";

const password = "a slow barge under eleven bridges";

test.use({ reading: { language: "ar", scripts: true } });

test("Hal, who kept saved codes and asked Nina to vouch for him, gets a total loss proven by the two", async ({
  desk,
  signedInAs,
  someone,
}) => {
  test.setTimeout(360_000);
  const hal = holderWho("kept saved codes");
  const nina = holderWho("is asked to vouch");
  await test.step("Both have a password of their own, set a month ago", async () => {
    for (const holder of [hal, nina])
      await passwordFor(holder, { desk, agent: await signedInAs("Ada"), supervisor: await signedInAs("Max"), someone });
    desk.clock.pass(days(31));
  });

  const halsPhone = await onAPhone(someone, hal);
  const codes = await makeCodes(halsPhone);
  await test.step("Hal asks Nina, and the page says the same of an address that nobody has", async () => {
    for (const address of [nina.email, "nobody.at.all@harbour.example"]) {
      await ask(halsPhone, address);
      await expect(halsPhone.page.getByRole("status")).toContainText(
        portalNewsWords[halsPhone.language].people ?? "no news",
      );
    }
    await expect(halsPhone.page.getByText(peopleWords[halsPhone.language].waiting)).toHaveCount(2);
    await desk.mail.to(nina.email, /Someone asks if you would vouch/);
  });
  await test.step("Nina sees in her own session who asks, and says yes", async () => {
    const { page, language } = await onAPhone(someone, nina);
    const words = invitationWords[language];
    await expect(page.getByText(words.text("Hal Winter"))).toBeVisible();
    await glance(page, "account with an invitation");
    await page.getByRole("button", { name: words.accept }).click();
    await expect(page.getByText(portalNewsWords[language]["invitation-accept"] ?? "no news")).toBeVisible();
    await desk.mail.to(hal.email, /An account is linked with yours/);
  });
  desk.clock.pass(days(91));

  const ada = await signedInAs("Ada");
  const number = await openTicket(ada, hal, ["The e-mail address on file", "The phone number on file"]);
  await confirmNewAddress(ada, desk, "hal.new@harbour.example");
  await test.step("Ada takes one of Hal's codes, once, as he reads it", async () => {
    await giveCode(ada, (codes[0] ?? "").toLowerCase().replaceAll("-", " "));
    await expect(ada.page.getByText("The saved code was right.")).toBeVisible();
    await expect(ada.page.getByText("A saved recovery code (done)")).toBeVisible();
  });
  const vouchNumber = await test.step("Ada makes a number, which says nothing of who may vouch", async () => {
    await ada.page.getByText("Ask for someone who vouches").click();
    await ada.page.getByRole("button", { name: "Make a number" }).click();
    await glance(ada.page, "ticket with a number to vouch");
    await expect(ada.page.getByText(/nina/i)).toHaveCount(0);
    return (await ada.page.getByText(/^\d{6}$/).textContent()) ?? "";
  });
  await test.step("Nina types the number she was read, sees what it is for, and vouches", async () => {
    const { page, language } = await onAPhone(someone, nina);
    const words = voucheeWords[language];
    const asked = vouchPageWords[language];
    await page.getByText(words.fold("Hal Winter")).click();
    await page.getByLabel(words.number, { exact: true }).fill(vouchNumber === "000000" ? "000001" : "000000");
    await page.getByRole("button", { name: words.send, exact: true }).click();
    await expect(page.getByRole("alert")).toContainText(portalRefusals[language]["wrong-number"]);
    await glance(page, "account with a wrong number");
    await page.getByLabel(words.number, { exact: true }).fill(vouchNumber);
    await page.getByRole("button", { name: words.send, exact: true }).click();
    const loss = { email: true, phone: true, password: false, secondFactor: false };
    await expect(page.getByText(asked.text("Hal Winter", loss))).toBeVisible();
    await glance(page, "what is vouched for");
    await page.getByRole("button", { name: asked.send("Hal Winter") }).click();
    await expect(page.getByText(portalNewsWords[language].vouched ?? "no news")).toBeVisible();
    await desk.mail.to(nina.email, /You vouched for someone/);
  });
  await ada.page.goto(`/tickets/${number}`);
  await expect(ada.page.getByText("Someone who vouches (done)")).toBeVisible();
  await submit(ada);
  await test.step("Sam signs a packet that says what was given, and not by whom", async () => {
    const sam = await signedInAs("Sam");
    await openPacket(sam, number);
    await expect(sam.page.getByText("A saved recovery code, used up here")).toBeVisible();
    await expect(sam.page.getByText(/Someone linked to the account vouched/)).toBeVisible();
    await expect(sam.page.getByText(/nina/i)).toHaveCount(0);
  });
});

test("A requester with no saved codes is told no more than that a code does not work, and gets a number in any case", async ({
  desk,
  signedInAs,
  someone,
}) => {
  const stranger = holderWho("is robbed");
  const ada = await signedInAs("Ada");
  await openTicket(ada, stranger, ["The e-mail address on file", "The phone number on file"]);
  const address = "somebody.new@harbour.example";
  const letter = await confirmNewAddress(ada, desk, address);
  await ada.page.reload();
  await expect(ada.page.getByText("Ask for someone who vouches")).toHaveCount(0);
  await expect(ada.page.getByText("Ask for a saved recovery code")).toHaveCount(0);
  desk.clock.pass(minutes(3));
  const requester = await someone();
  const { page, language } = requester;
  const words = requestProofWords[language];
  await comeIn(requester, desk, { reference: referenceIn(letter), address });
  await page.getByText(words.codeTitle).click();
  await page.getByLabel(words.code).fill("7KQ2-M4XD-9FHT-PW3N");
  await page.getByRole("button", { name: words.codeSend }).click();
  await expect(page.getByRole("alert")).toContainText(portalRefusals[language]["saved-code-did-not-work"]);
  await expect(page.getByLabel(words.code)).toHaveValue("");
  await page.getByText(words.vouchTitle).click();
  await page.getByRole("button", { name: words.vouchSend }).click();
  await expect(page.getByText(/^\d{6}$/)).toBeVisible();
  await glance(page, "request with a number to vouch");
});

interface Crew {
  desk: Desk;
  agent: Colleague;
  supervisor: Colleague;
  someone(): Promise<Reader>;
}

/** A holder who forgot their password gets a new one, so that they can sign in. */
async function passwordFor(holder: Holder, { desk, agent, supervisor, someone }: Crew): Promise<void> {
  const number = await openTicket(agent, holder, ["The password"]);
  await trySerial(agent, holder.serials[0] ?? "");
  await submit(agent);
  await openPacket(supervisor, number);
  await countersign(supervisor);
  const { text } = await desk.mail.to(holder.email, /Your link to get back in/);
  await setPassword(await someone(), linkIn(text, "reset"), password);
  desk.clock.pass(minutes(1));
}

async function onAPhone(someone: () => Promise<Reader>, holder: Holder): Promise<Reader> {
  const person = await someone();
  await signIn(person, holder, password);
  await isIn(person);
  return person;
}

/** Makes saved codes and reads them off the one page that shows them. */
function makeCodes({ page, language }: Reader): Promise<string[]> {
  const words = codesWords[language];
  const shown = codesPageWords[language];
  const { places, codes: left } = accountPagesWords[language];
  return test.step("Hal makes ten saved codes, and sees them once", async () => {
    await page.getByRole("link", { name: places.codes }).click();
    await page.getByText(words.make).click();
    await page.getByLabel(words.password).fill("not the password at all");
    await page.getByRole("button", { name: words.send }).click();
    await expect(page.getByRole("alert")).toContainText(portalRefusals[language]["wrong-password"]);
    await page.getByLabel(words.password).fill(password);
    await page.getByRole("button", { name: words.send }).click();
    await expect(page.getByRole("heading", { name: shown.title })).toBeVisible();
    await glance(page, "saved codes");
    const codes = await page.getByRole("list", { name: shown.list }).getByRole("listitem").allTextContents();
    expect(codes).toHaveLength(10);
    const kept = page.waitForEvent("download");
    await page.getByRole("link", { name: shown.save }).click();
    expect((await kept).suggestedFilename()).toBe(shown.fileName);
    await page.getByRole("link", { name: shown.done }).click();
    await expect(page.getByRole("link", { name: `${places.codes} ${left(10)}` })).toBeVisible();
    await glance(page, "account with saved codes");
    return codes;
  });
}

async function ask({ page, language }: Reader, address: string): Promise<void> {
  const words = peopleWords[language];
  await page.goto("/account/people");
  await page.getByText(words.invite, { exact: true }).click();
  await page.getByLabel(words.email).fill(address);
  await page.getByRole("button", { name: words.send, exact: true }).click();
}

async function giveCode({ page }: Colleague, code: string): Promise<void> {
  const field = page.getByRole("textbox", { name: "Saved code" });
  if (!(await field.isVisible())) await page.getByText("Ask for a saved recovery code").click();
  await field.fill(code);
  await page.getByRole("button", { name: "Check the code" }).click();
}

import { confirmNewAddress, openTicket, referenceIn, submit, trySerial } from "./agent";
import { type Colleague, type Desk, expect, type Person, test } from "./desk";
import { comeIn, linkIn, setPassword, signIn } from "./holder";
import { type Holder, holderWho } from "./holders";
import { glance } from "./looks";
import { countersign, openPacket } from "./supervisor";
import { days, minutes } from "./time";

const password = "a slow barge under eleven bridges";
const phone = { width: 390, height: 844 };

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
      await expect(halsPhone.page.getByRole("status")).toContainText("If that address has an account here");
    }
    await expect(halsPhone.page.getByText("has not answered yet")).toHaveCount(2);
    await desk.mail.to(nina.email, /Someone asks if you would vouch/);
  });
  await test.step("Nina sees in her own session who asks, and says yes", async () => {
    const ninasPhone = await onAPhone(someone, nina);
    await expect(ninasPhone.page.getByText("Hal Winter asks if you would vouch for them")).toBeVisible();
    await glance(ninasPhone.page, "account with an invitation");
    await ninasPhone.page.getByRole("button", { name: "Yes, I will" }).click();
    await expect(ninasPhone.page.getByText("You are linked now.")).toBeVisible();
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
    const ninasPhone = await onAPhone(someone, nina);
    await ninasPhone.page.getByText("I have a number from Hal Winter").click();
    await ninasPhone.page.getByLabel("The number").fill(vouchNumber === "000000" ? "000001" : "000000");
    await ninasPhone.page.getByRole("button", { name: "Go on" }).click();
    await expect(ninasPhone.page.getByRole("alert")).toContainText("That number does not work.");
    await glance(ninasPhone.page, "account with a wrong number");
    await ninasPhone.page.getByLabel("The number").fill(vouchNumber);
    await ninasPhone.page.getByRole("button", { name: "Go on" }).click();
    await expect(
      ninasPhone.page.getByText(/Someone says that Hal Winter lost their e-mail and their phone/),
    ).toBeVisible();
    await glance(ninasPhone.page, "what is vouched for");
    await ninasPhone.page.getByRole("button", { name: "I talked to Hal Winter, and it is them" }).click();
    await expect(ninasPhone.page.getByText("Your word is noted.")).toBeVisible();
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
  const { page } = requester;
  await page.setViewportSize(phone);
  await comeIn(requester, desk, { reference: referenceIn(letter), address });
  await page.getByText("I have a saved code").click();
  await page.getByLabel("The saved code").fill("7KQ2-M4XD-9FHT-PW3N");
  await page.getByRole("button", { name: "Send the code" }).click();
  await expect(page.getByRole("alert")).toContainText("That saved code does not work.");
  await expect(page.getByLabel("The saved code")).toHaveValue("");
  await page.getByText("Someone can vouch for me").click();
  await page.getByRole("button", { name: "Give me a number" }).click();
  await expect(page.getByText(/^\d{6}$/)).toBeVisible();
  await glance(page, "request with a number to vouch");
});

interface Crew {
  desk: Desk;
  agent: Colleague;
  supervisor: Colleague;
  someone(): Promise<Person>;
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

async function onAPhone(someone: () => Promise<Person>, holder: Holder): Promise<Person> {
  const person = await someone();
  await person.page.setViewportSize(phone);
  await signIn(person, holder, password);
  await expect(person.page.getByRole("heading", { name: "Your account" })).toBeVisible();
  return person;
}

/** Makes saved codes and reads them off the one page that shows them. */
function makeCodes({ page }: Person): Promise<string[]> {
  return test.step("Hal makes ten saved codes, and sees them once", async () => {
    await page.getByRole("link", { name: /Saved codes/ }).click();
    await page.getByText("Make saved codes").click();
    await page.getByLabel("Your password").fill("not the password at all");
    await page.getByRole("button", { name: "Show my new codes" }).click();
    await expect(page.getByRole("alert")).toContainText("That is not your password.");
    await page.getByLabel("Your password").fill(password);
    await page.getByRole("button", { name: "Show my new codes" }).click();
    await expect(page.getByRole("heading", { name: "Your saved codes" })).toBeVisible();
    await glance(page, "saved codes");
    const codes = await page.getByRole("list", { name: "Saved codes" }).getByRole("listitem").allTextContents();
    expect(codes).toHaveLength(10);
    const kept = page.waitForEvent("download");
    await page.getByRole("link", { name: "Save as a text file" }).click();
    expect((await kept).suggestedFilename()).toBe("account-codes.txt");
    await page.getByRole("link", { name: "I have kept them" }).click();
    await expect(page.getByRole("link", { name: /Saved codes 10 left/ })).toBeVisible();
    await glance(page, "account with saved codes");
    return codes;
  });
}

async function ask({ page }: Person, address: string): Promise<void> {
  await page.goto("/account/people");
  await page.getByText("Ask someone").click();
  await page.getByLabel("Their e-mail address").fill(address);
  await page.getByRole("button", { name: "Ask them" }).click();
}

async function giveCode({ page }: Colleague, code: string): Promise<void> {
  const field = page.getByRole("textbox", { name: "Saved code" });
  if (!(await field.isVisible())) await page.getByText("Ask for a saved recovery code").click();
  await field.fill(code);
  await page.getByRole("button", { name: "Check the code" }).click();
}

import { accountPagesWords } from "~/ui/words/account-pages";
import { signInWords } from "~/ui/words/portal-account";
import { portalCare } from "~/ui/words/portal-care";
import { portalNewsWords } from "~/ui/words/portal-news";
import { confirmNewAddress, find, openTicket, referenceIn, submit, trySerial } from "./agent";
import { type Colleague, type Desk, expect, type Reader, test } from "./desk";
import { comeIn, isIn, linkIn, setPassword, signIn } from "./holder";
import { holderWho } from "./holders";
import { glance, sketch } from "./looks";
import { wrongSerials } from "./serials";
import { countersign, openPacket } from "./supervisor";
import { minutes } from "./time";

test.use({ reading: { language: "ar", scripts: true } });

test("Ada and a requester know each other by a number and a word, and old numbers are dead", async ({
  desk,
  signedInAs,
  someone,
}) => {
  const nina = holderWho("kept the phone");
  const address = "nina.calls@harbour.example";
  const ada = await signedInAs("Ada");
  await openTicket(ada, nina, ["The e-mail address on file"]);
  await expect(ada.page.getByText("Not matched: the requester has no request page open.")).toBeVisible();
  const letter = await confirmNewAddress(ada, desk, address);
  const reference = referenceIn(letter);

  const requester = await someone();
  await comesIn(desk, requester, { reference, address });
  const first = await numberOn(requester);
  await sketch(requester.page, "request-with-a-number");

  await test.step("A wrong number is counted, and what to say for it is one key away", async () => {
    await ada.page.reload();
    await compare(ada, first === "1234" ? "4321" : "1234");
    await expect(ada.page.getByRole("alert")).toContainText("That is not the number on the requester's page");
    await glance(ada.page, "ticket with a wrong number");
    await ada.page.getByText("Say no…").click();
    await expect(ada.page.getByText("For what was just refused")).toBeVisible();
    await expect(ada.page.getByText("“Could you read me the four digits")).toBeVisible();
    await glance(ada.page, "saying no to a wrong number");
    await ada.page.keyboard.press("Escape");
  });
  await test.step("The right one matches, and the word is the same on both sides", async () => {
    await compare(ada, await numberOn(requester));
    await expect(ada.page.getByText("You have the requester on the line.")).toBeVisible();
    const word = (await requester.page.getByRole("definition").nth(2).textContent()) ?? "no word";
    await expect(ada.page.getByText(`“The word on your page is ${word}.`)).toBeVisible();
    await sketch(ada.page, "caller-matched");
  });
  await test.step("Coming in once more kills the number", async () => {
    desk.clock.pass(minutes(3));
    const again = await someone();
    await comesIn(desk, again, { reference, address });
    await requester.page.reload();
    await expect(requester.page.getByText(portalCare[requester.language].again)).toBeVisible();
    await ada.page.reload();
    await expect(ada.page.getByRole("button", { name: "Compare" })).toBeVisible();
  });
});

test("Ada says without a sign that she is pressed, and a supervisor hands the ticket on", async ({
  desk,
  signedInAs,
}) => {
  const paula = holderWho("forgot a password");
  const ada = await signedInAs("Ada");
  const number = await openTicket(ada, paula, ["The password"]);
  await trySerial(ada, paula.serials[0] ?? "");
  await expect(ada.page.getByText("Everything needed is here")).toBeVisible();
  await desk.mail.to(paula.email, /Someone asked for help/);

  await test.step("Nothing moves on her screen", async () => {
    const noted = ada.page.getByRole("button", { name: "Noted" });
    await noted.scrollIntoViewIfNeeded();
    await noted.focus();
    const [before, at] = [await ada.page.content(), ada.page.url()];
    const answer = ada.page.waitForResponse((r) => r.request().method() === "POST");
    await ada.page.keyboard.press("Enter");
    expect((await answer).status()).toBe(204);
    expect(ada.page.url()).toBe(at);
    expect((await ada.page.content()).replaceAll(' aria-busy="true"', "")).toBe(before);
  });
  await test.step("Sent to review, it looks to her like any other that is in review", async () => {
    await ada.page.getByRole("button", { name: "Submit for countersigning" }).click();
    await expect(ada.page).toHaveURL(`/tickets/${number}?done=submission`);
    await expect(ada.page.getByText("It is with the supervisors now.")).toBeVisible();
    await ada.page.goto(`/tickets/${number}`);
    await expect(ada.page.getByText("In review").first()).toBeVisible();
    await expect(ada.page.getByRole("button", { name: "Submit for countersigning" })).toHaveCount(0);
    await expect(ada.page.getByText(/being pressed|routine check/)).toHaveCount(0);
    await glance(ada.page, "ticket in review, after Noted");
    await ada.page.goto("/queue?view=in-review");
    await expect(ada.page.getByRole("row").filter({ hasText: `CS-${number}` })).toContainText("In review");
    await ada.page.goto(`/tickets/${number}/submission`);
    await expect(ada.page.getByRole("heading", { name: "There is nothing to load here" })).toBeVisible();
    await glance(ada.page, "an error of the desk");
    await ada.page.getByRole("link", { name: `Back to the ticket CS-${number}` }).click();
    await expect(ada.page).toHaveURL(`/tickets/${number}`);
  });

  const sam = await signedInAs("Sam");
  await sam.page.goto("/safety");
  await expect(sam.page.getByText("Ada said so")).toBeVisible();
  await sketch(sam.page, "safety");
  await sam.page.getByRole("link", { name: `CS-${number}` }).click();
  await expect(sam.page.getByText("Ada said that they are being pressed", { exact: true })).toBeVisible();
  await glance(sam.page, "ticket of a pressed agent, before a supervisor");
  await sam.page.getByText("Hand over…").click();
  await expect(sam.page.getByLabel("To which agent").getByRole("option", { name: "Ada" })).toHaveCount(0);
  await sam.page.getByLabel("To which agent").selectOption({ label: "Bob" });
  await sam.page.getByRole("button", { name: "Hand over" }).click();

  await expect(sam.page).toHaveURL(/\/queue/);

  await ada.page.goto("/queue");
  await expect(ada.page.getByRole("row").filter({ hasText: `CS-${number}` })).toContainText("In review");

  const bob = await signedInAs("Bob");
  await bob.page.goto(`/tickets/${number}`);
  await bob.page.getByRole("button", { name: "Submit for countersigning" }).click();
  await sam.page.goto(`/approvals/${number}`);
  await expect(sam.page.getByText("Ada said that they were being pressed.")).toBeVisible();
  await expect(sam.page.getByText("could not be matched")).toBeVisible();
  await sketch(sam.page, "pressed-packet");
});

test("A refusal is read aloud with a way on, and a flag hides addresses until two supervisors lift it", async ({
  signedInAs,
}) => {
  const leila = holderWho("calls about a phone");
  const ada = await signedInAs("Ada");
  await openTicket(ada, leila, ["The password"]);
  await trySerial(ada, wrongSerials(holderWho("is guessed at by serials")).misses[0] ?? "");
  await expect(ada.page.getByText("This serial did not help.")).toBeVisible();
  // The page's script is there once the page is whole.
  await ada.page.waitForLoadState("load");
  await ada.page.keyboard.press("Alt+n");
  await expect(ada.page.getByText("For what is still needed")).toBeVisible();
  await expect(ada.page.getByText("What they can do instead").first()).toBeVisible();
  await ada.page.getByRole("radio", { name: "This is a change of owner" }).check();
  await expect(ada.page.getByText("Please write to owners@desk.example")).toBeVisible();
  await sketch(ada.page, "saying-no");
  await ada.page.keyboard.press("Escape");

  await test.step("Ada sets a safety flag", async () => {
    await ada.page.getByText("Someone may be in danger…").click();
    await ada.page.getByRole("radio", { name: "Someone they live with may be behind it" }).check();
    await glance(ada.page, "ticket, its safety form open");
    await ada.page.getByRole("button", { name: "Set the safety flag" }).click();
    await expect(ada.page.getByText("A safety flag is on this account")).toBeVisible();
    await expect(ada.page.getByText("7 days")).toBeVisible();
    await expect(ada.page.getByText(/•••@[a-z]/)).toHaveCount(0);
    await sketch(ada.page, "safety-flag");
    await find(ada.page, "User name", leila.username);
    await expect(ada.page.getByText(/•••@[a-z]/)).toHaveCount(0);
  });
  const sam = await signedInAs("Sam");
  await lift(sam, "Your word is recorded. A second supervisor's word lifts it.");
  await expect(sam.page.getByText("Your word is on it.")).toBeVisible();
  await lift(await signedInAs("Max"), "The flag is lifted.");
});

test("Oskar, signed in, says that he is not safe, and his page shows nothing of it afterwards", async ({
  desk,
  signedInAs,
  someone,
}) => {
  const oskar = holderWho("is robbed");
  const password = "four lanterns on a wet quay";
  const ada = await signedInAs("Ada");
  const number = await openTicket(ada, oskar, ["The password"]);
  await trySerial(ada, oskar.serials[0] ?? "");
  await submit(ada);
  const sam = await signedInAs("Sam");
  await openPacket(sam, number);
  await countersign(sam);
  const link = linkIn((await desk.mail.to(oskar.email, /Your link to get back in/)).text, "reset");
  const holder = await someone();
  await setPassword(holder, link, password);
  await signIn(holder, oskar, password);

  const { page, language } = holder;
  const words = portalCare[language];
  await isIn(holder);
  const before = await page.getByRole("main").textContent();
  await page.getByText(words.dangerTitle).click();
  await page.getByRole("radio", { name: words.kinds.household }).check();
  await sketch(page, "not-safe");
  await page.getByRole("button", { name: words.send }).click();
  await expect(page.getByRole("status")).toContainText(portalNewsWords[language].safety ?? "no news");
  await page.goto("/account");
  expect(await page.getByRole("main").textContent()).toBe(before);
  await sam.page.goto("/safety");
  await expect(sam.page.getByText("Someone they live with may be behind it")).toBeVisible();
  await sketch(sam.page, "safety-flags");
  await test.step("The history shows who came in, and a press says that it was not him: the account is shut", async () => {
    const { places, history, stopping } = accountPagesWords[language];
    await page.getByRole("link", { name: places.requests }).click();
    await expect(page.getByText(history.states.completed)).toBeVisible();
    await glance(page, "history of requests");
    await page.getByRole("button", { name: history.stop(`CS-${number}`) }).click();
    await page.getByRole("button", { name: stopping.sure(`CS-${number}`) }).click();
    await expect(page.getByRole("heading", { name: stopping.lockedTitle })).toBeVisible();
    await glance(page, "a recovery that was stopped");
    await page.goto("/account");
    await expect(page.getByRole("heading", { name: signInWords[language].title })).toBeVisible();
    await desk.mail.to(oskar.email, /show that the account is yours/);
  });
});

async function comesIn(desk: Desk, person: Reader, asked: { reference: string; address: string }) {
  desk.clock.pass(minutes(3));
  await comeIn(person, desk, asked);
  await expect(person.page.getByText(portalCare[person.language].number)).toBeVisible();
}

const numberOn = async ({ page }: Reader): Promise<string> =>
  (await page.getByRole("definition").first().textContent()) ?? "no number";

async function compare({ page }: Colleague, digits: string): Promise<void> {
  await page.getByRole("textbox", { name: "Number on their page" }).fill(digits);
  await page.getByRole("button", { name: "Compare" }).click();
}

async function lift({ page, code }: Colleague, news: string): Promise<void> {
  await page.goto("/safety");
  await page.getByText("Lift it…").click();
  await page.getByRole("textbox", { name: "Reason" }).fill("They moved out long ago");
  await page.getByRole("textbox", { name: "Code of your authenticator" }).fill(code());
  await page.getByRole("button", { name: /Lift the flag|Agree and lift it/ }).click();
  await expect(page.getByRole("status")).toContainText(news);
}

import { answerWords } from "~/ui/words/portal";
import { doneWords, resetWords } from "~/ui/words/portal-account";
import { requestWords } from "~/ui/words/request-words";
import { stuckWords } from "~/ui/words/stuck";
import { codeIn, confirmNewAddress, openTicket, referenceIn, submit, trySerial } from "./agent";
import { expect, test } from "./desk";
import { comeIn, linkIn } from "./holder";
import { holderWho } from "./holders";
import { letters } from "./letters";
import { textTo } from "./post-office";
import { countersign, openPacket } from "./supervisor";
import { report } from "./text-gateway";
import { seesOnTicket } from "./ticket";
import { hours, minutes } from "./time";

test.use({ reading: { language: "ar", scripts: false } });

test("Nina, whose phone still answers, has her lost e-mail replaced after one supervisor countersigned", async ({
  desk,
  signedInAs,
  someone,
}) => {
  const nina = holderWho("kept the phone");
  const address = "nina.new@harbour.example";
  const ada = await signedInAs("Ada");
  const number = await openTicket(ada, nina, ["The e-mail address on file"]);
  const letter = await confirmNewAddress(ada, desk, address);

  await test.step("Ada has the code read back that went to the surviving phone", async () => {
    await ada.page.getByRole("button", { name: "Send a code" }).click();
    const { text } = await desk.mail.to(textTo(nina.phone), /Your code/);
    await ada.page.getByRole("textbox", { name: "Six digits" }).fill(codeIn(text));
    await ada.page.getByRole("button", { name: "Confirm" }).click();
    await expect(ada.page.getByText("A code to a registered contact (done)")).toBeVisible();
  });
  await trySerial(ada, nina.serials[0] ?? "");
  await submit(ada);

  const sam = await signedInAs("Sam");
  await openPacket(sam, number);
  await countersign(sam);
  await seesOnTicket(sam, number, "The hold runs");

  await test.step("The gateway reports that the notice to the phone came back, and Sam sees it; Rob has it sent again", async () => {
    const notice = await desk.mail.to(textTo(nina.phone), /approved a reset/);
    expect(await report(desk.place, { callback: notice.callback ?? "" }, "undelivered")).toBe(204);
    await seesOnTicket(sam, number, "messages come back");
    const rob = await signedInAs("Rob");
    await rob.page.goto("/deliveries");
    await rob.page.getByRole("button", { name: "Try again: Notice: approved" }).click();
    await expect(rob.page.getByText("It is queued again.")).toBeVisible();
    await desk.mail.to(textTo(nina.phone), /approved a reset/);
  });

  const requester = await someone();
  await test.step("The requester sees on their own page that it waits", async () => {
    desk.clock.pass(minutes(3));
    const reference = referenceIn(letter);
    const text = await comeIn(requester, desk, { reference: reference.toLowerCase().replace("-", " "), address });
    expect(referenceIn(text)).toBe(reference);
    const title = requestWords[requester.language].backAt("today").replace("today", "").trim();
    await expect(requester.page.getByRole("heading", { name: title })).toBeVisible();
  });

  desk.clock.pass(hours(24) + minutes(1));
  const holder = await someone();
  const { text } = await desk.mail.to(address, letters[holder.language].grant);
  await test.step("Nina finishes without a new password, since hers was never lost", async () => {
    await holder.page.goto(linkIn(text, "reset"));
    const words = doneWords[holder.language];
    await holder.page.getByRole("button", { name: resetWords[holder.language].plainSend, exact: true }).click();
    await expect(holder.page.getByRole("heading", { name: words.title })).toBeVisible();
    await expect(holder.page.getByText(words.noPassword)).toBeVisible();
  });
  await desk.mail.to(nina.email, /was recovered/);
  await seesOnTicket(await signedInAs("Sam"), number, "The holder is back in");
  await test.step("Not in for all that, she finds a list to go through, and from her request makes a new one that follows it", async () => {
    const { page, language } = holder;
    const words = stuckWords[language];
    for (const check of words.checks) await expect(page.getByText(check)).toBeVisible();
    await page.getByRole("link", { name: words.open }).click();
    await comeIn(holder, desk, { reference: referenceIn(letter), address });
    await page.getByRole("button", { name: words.send }).click();
    await expect(page.getByRole("heading", { name: answerWords[language].title })).toBeVisible();
  });
});

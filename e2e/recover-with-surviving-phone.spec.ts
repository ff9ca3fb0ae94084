import { codeIn, confirmNewAddress, openTicket, referenceIn, submit, trySerial } from "./agent";
import { expect, test } from "./desk";
import { enterRequest, linkIn } from "./holder";
import { holderWho } from "./holders";
import { textTo } from "./post-office";
import { countersign, openPacket } from "./supervisor";
import { report } from "./text-gateway";
import { seesOnTicket } from "./ticket";
import { hours, minutes } from "./time";

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
    await requester.page.goto("/request");
    await requester.page.getByLabel("Your reference").fill(referenceIn(letter).toLowerCase().replace("-", " "));
    await requester.page.getByRole("button", { name: "Send me a code" }).click();
    const { text } = await desk.mail.to(address, /Your code/);
    await enterRequest(requester, referenceIn(text), codeIn(text));
    await expect(requester.page.getByRole("heading", { name: /^You can get back in/ })).toBeVisible();
  });

  desk.clock.pass(hours(24) + minutes(1));
  const { text } = await desk.mail.to(address, /Your link to get back in/);
  const holder = await someone();
  await test.step("Nina finishes without a new password, since hers was never lost", async () => {
    await holder.page.goto(linkIn(text, "reset"));
    await holder.page.getByRole("button", { name: "Finish" }).click();
    await expect(holder.page.getByRole("heading", { name: "You can sign in again" })).toBeVisible();
    await expect(holder.page.getByText("Sign in with your password as before.")).toBeVisible();
  });
  await desk.mail.to(nina.email, /was recovered/);
  await seesOnTicket(await signedInAs("Sam"), number, "The holder is back in");
});

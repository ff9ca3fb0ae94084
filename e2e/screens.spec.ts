import { askQuestions, confirmNewAddress, find, openTicket, referenceIn, submit, trySerial } from "./agent";
import { findTicket } from "./auditor";
import { expect, test } from "./desk";
import { comeIn, linkIn, setPassword, signIn } from "./holder";
import { holderWho } from "./holders";
import { glance, glanceInOther, picture } from "./looks";
import { wrongSerials } from "./serials";
import { countersign, openPacket } from "./supervisor";
import { seesOnTicket } from "./ticket";
import { hours, minutes } from "./time";

const everything = ["The e-mail address on file", "The phone number on file"] as const;

test("Nobody who uses the desk meets a page that axe faults or that runs out of its window", async ({
  desk,
  signedInAs,
  someone,
}) => {
  const bob = await signedInAs("Bob");

  const waiting = await openTicket(bob, holderWho("waits"), [...everything]);
  await bob.page.getByRole("button", { name: "Release" }).click();
  await openTicket(bob, holderWho("calls about a password"), ["The password"]);
  desk.clock.pass(hours(5));
  const forgetful = holderWho("forgot a password");
  const bobLater = await signedInAs("Bob");
  const forgotten = await openTicket(bobLater, forgetful, ["The password"]);
  await trySerial(bobLater, forgetful.serials[0] ?? "");
  await submit(bobLater);

  await openTicket(bobLater, holderWho("calls about a phone"), ["The phone number on file"]);
  const lost = holderWho("lost everything");
  const address = "hal.new@harbour.example";
  const agent = await signedInAs("Ada");
  await openTicket(agent, holderWho("calls about an e-mail"), ["The e-mail address on file"]);
  await find(agent.page, "User name", lost.username);
  await glance(agent.page, "new ticket");
  const number = await openTicket(agent, lost, [...everything]);
  await glance(agent.page, "ticket without its new contact");
  const letter = await confirmNewAddress(agent, desk, address);
  await trySerial(agent, wrongSerials(holderWho("is guessed at by serials")).misses[0] ?? "");
  await glance(agent.page, "ticket after a wrong serial");
  await trySerial(agent, lost.serials[0] ?? "");
  await picture(agent.page, "ticket");
  await askQuestions(agent, lost);
  await submit(agent);
  await agent.page.goto("/queue");
  await picture(agent.page, "queue");
  await agent.page.goto("/queue?view=disputed");
  await glance(agent.page, "queue without tickets");

  const reviewer = await signedInAs("Sam");
  await reviewer.page.goto("/approvals");
  await glance(reviewer.page, "approvals");
  await openPacket(reviewer, number);
  await picture(reviewer.page, "approval");
  await reviewer.page.getByText("Countersign…").click();
  await glance(reviewer.page, "approval with its form open");
  await agent.page.goto(`/tickets/${waiting}`);
  await glance(agent.page, "ticket of nobody");
  await reviewer.page.goto(`/tickets/${waiting}/hand-over`);
  await glance(reviewer.page, "hand-over of a ticket");
  await openPacket(reviewer, forgotten);
  await countersign(reviewer);

  const ivy = await signedInAs("Ivy");
  await findTicket(ivy, number);
  await picture(ivy.page, "trail");
  await ivy.page.getByText("Export", { exact: true }).first().click();
  await glance(ivy.page, "trail with its export open");
  await ivy.page.goto("/trail/3");
  await glance(ivy.page, "entry");
  const rob = await signedInAs("Rob");
  await rob.page.goto("/imports");
  await glance(rob.page, "imports");
  await rob.page
    .getByRole("link", { name: /^Started/ })
    .first()
    .click();
  await glance(rob.page, "import");
  await rob.page.goto("/deliveries");
  await glance(rob.page, "deliveries");

  const reader = await someone();
  const { page } = reader;
  await page.goto("/sign-in");
  await glance(page, "sign-in of the staff");
  await page.goto("/no/such/page");
  await glance(page, "no such page");
  await page.goto("/help");
  await glance(page, "help");
  await glanceInOther(reader, "help");
  await page.goto("/request");
  await glance(page, "request, its reference");
  await page.goto("/request?stage=code");
  await glance(page, "request, its code");
  desk.clock.pass(minutes(3));
  await comeIn(reader, desk, { reference: referenceIn(letter), address });
  await glance(page, "request");
  await glanceInOther(reader, "request");
  const notice = await desk.mail.to(lost.email, /Someone asked for help/);
  await page.goto(linkIn(notice.text, "objection"));
  await glance(page, "objection");
  await glanceInOther(reader, "objection");

  const link = linkIn((await desk.mail.to(forgetful.email, /Your link to get back in/)).text, "reset");
  await page.goto(link);
  await picture(page, "reset");
  await page.getByLabel("New password").fill("password1234");
  await page.getByLabel("The same password again").fill("password1234");
  await page.getByRole("button", { name: "Save and finish" }).click();
  await glance(page, "reset, refused");
  await setPassword(reader, link, "four lanterns on a wet quay");
  await glance(page, "reset, done");
  await page.goto(link);
  await glance(page, "reset, its link dead");
  await page.goto("/account/sign-in");
  await glance(page, "sign-in of a holder");
  await signIn(reader, forgetful, "four lanterns on a wet quay");
  await expect(page.getByRole("heading", { name: "Your account" })).toBeVisible();
  await glance(page, "account");
  const sam = await signedInAs("Sam");
  await seesOnTicket(sam, forgotten, "The holder is back in");
  await glance(sam.page, "ticket that is completed");
});

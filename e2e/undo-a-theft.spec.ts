import { objectedWords, objectionWords } from "~/ui/words/portal-ends";
import { proofWords } from "~/ui/words/proof";
import { find } from "./agent";
import { expect, test } from "./desk";
import { objectBy, openDispute, proveOwnership, settle } from "./dispute";
import { linkIn, setPassword } from "./holder";
import { holderWho } from "./holders";
import { glance, sketch } from "./looks";
import { putInReview, putOnHold } from "./theft";
import { seesOnTicket } from "./ticket";
import { days, hours } from "./time";

test.use({ reading: { language: "en", scripts: false } });

test("A thief who got in is thrown out: the holder proves it, two supervisors undo it, and the old contacts work again", async ({
  desk,
  signedInAs,
  someone,
}) => {
  const victim = holderWho("is robbed and proves it");
  const [ada, sam, max] = [await signedInAs("Ada"), await signedInAs("Sam"), await signedInAs("Max")];
  const thief = "got.in@elsewhere.example";
  const number = await putOnHold({ desk, ada, sam, max }, victim, thief);
  desk.clock.pass(hours(73));
  const { text } = await desk.mail.to(thief, /Your link to get back in/);
  await setPassword(await someone(), linkIn(text, "reset"), "nobody guesses this one 41");
  const notice = await desk.mail.to(victim.email, /Your account was recovered/);
  const holder = await someone();
  await objectBy(holder, notice.text);
  await expect(holder.page.getByText(objectedWords[holder.language].frozen)).toBeVisible();
  await sketch(holder.page, "objection-proof");
  await proveOwnership(holder, desk, victim);
  await glance(holder.page, "objection, proved");
  const one = await signedInAs("Sam");
  await openDispute(one, number);
  await expect(one.page.getByText("Proved", { exact: true })).toBeVisible();
  await sketch(one.page, "dispute");
  await settle(one, number, "Undo the recovery", "Undo it");
  await settle(await signedInAs("Max"), number, "Undo the recovery", "Undo it");
  await seesOnTicket(await signedInAs("Sam"), number, "This recovery was undone");
  await desk.mail.to(victim.email, /The recovery of your account was undone/);
  await test.step("The account is found with its old contacts, frozen; only a thaw can be asked for", async () => {
    const bob = await signedInAs("Bob");
    await find(bob.page, "E-mail", victim.email);
    await expect(bob.page.getByText("This account is frozen.")).toBeVisible();
    await glance(bob.page, "new ticket that thaws");
    await bob.page.getByRole("checkbox", { name: "Thaw this account" }).check();
    await bob.page.getByRole("checkbox", { name: "The password" }).check();
    await bob.page.getByRole("button", { name: "Open the ticket" }).click();
    await expect(bob.page).toHaveURL(/\/tickets\/\d+/);
    await expect(bob.page.getByText("T4").first()).toBeVisible();
  });
});

test("An objection that nobody proves leads back to verifying, with new supervisors and everything to be proven anew", async ({
  desk,
  signedInAs,
  someone,
}) => {
  const holder = holderWho("objects for nothing");
  const [ada, sam, max] = [await signedInAs("Ada"), await signedInAs("Sam"), await signedInAs("Max")];
  const number = await putInReview({ desk, ada, sam, max }, holder, "really.mine@elsewhere.example");
  const notice = await desk.mail.to(holder.email, /Someone asked for help/);
  const old = await someone();
  await objectBy(old, notice.text);
  await openDispute(sam, number);
  await expect(sam.page.getByText("You are new to the case.")).toBeVisible();
  await expect(sam.page.getByText("still has time to prove ownership")).toBeVisible();
  await glance(sam.page, "dispute that waits");
  desk.clock.pass(days(7));
  await settle(await signedInAs("Sam"), number, "Let the request go on", "Let it go on");
  await settle(await signedInAs("Max"), number, "Let the request go on", "Let it go on");
  await seesOnTicket(await signedInAs("Ada"), number, /T4/);
  await desk.mail.to(holder.email, /goes on/);
  await test.step("The same contact cannot stop it again at its word: it is asked to prove it first", async () => {
    await old.page.goto(linkIn(notice.text, "objection"));
    await expect(old.page.getByRole("button", { name: objectionWords[old.language].stop })).toHaveCount(0);
    await expect(old.page.getByRole("heading", { name: proofWords[old.language].title })).toBeVisible();
  });
});

import { askQuestions, find, openTicket, submit, trySerial } from "./agent";
import { type Colleague, expect, test } from "./desk";
import { objectBy } from "./dispute";
import { linkIn, setPassword } from "./holder";
import { type Holder, holderWho } from "./holders";
import { sketch } from "./looks";
import { textTo } from "./post-office";
import { countersign, openPacket } from "./supervisor";
import { seesOnTicket } from "./ticket";
import { hours } from "./time";

test("Three calls in a day that prove nothing get nowhere, each one harder than the last, and the old contacts hear of every one first", async ({
  desk,
  signedInAs,
}) => {
  const victim = holderWho("is asked for three times");
  const ada = await signedInAs("Ada");
  const bob = await signedInAs("Bob");
  const calls = [
    { agent: ada, lost: ["The password"] as const, tier: "T1" },
    { agent: bob, lost: ["The e-mail address on file"] as const, tier: "T3" },
    { agent: ada, lost: ["The e-mail address on file", "The phone number on file"] as const, tier: "T4" },
  ];
  for (const [n, { agent, lost, tier }] of calls.entries()) {
    const number = await openTicket(agent, victim, [...lost]);
    await test.step(`Call ${n + 1}: both old contacts are told before anything is proven`, async () => {
      for (const address of [victim.email, textTo(victim.phone)])
        await desk.mail.to(address, new RegExp(`CS-${number}`));
    });
    await test.step(`Call ${n + 1}: nothing is given, so nothing can be submitted`, async () => {
      await expect(agent.page.getByText(tier, { exact: true }).first()).toBeVisible();
      await expect(agent.page.getByRole("button", { name: "Submit for countersigning" })).toHaveCount(0);
    });
    await giveUp(agent);
  }
  await test.step("The fourth call is judged one tier higher, and the agent is told no more than that", async () => {
    const number = await openTicket(bob, victim, ["The password"]);
    await expect(bob.page.getByText("T2", { exact: true }).first()).toBeVisible();
    await expect(bob.page.getByText("The tier was raised to T2.").first()).toBeVisible();
    await expect(bob.page.getByText(/30 days|opened within/)).toHaveCount(0);
    await trySerial(bob, victim.serials[0] ?? "");
    await expect(bob.page.getByText(/belongs to a device/)).toBeVisible();
    await expect(bob.page.getByRole("button", { name: "Submit for countersigning" })).toHaveCount(0);
    await desk.mail.to(victim.email, new RegExp(`CS-${number}`));
  });
});

test("One number that was right once opens the account once: the second time it is not enough, and supervisors see why", async ({
  desk,
  signedInAs,
  someone,
}) => {
  const victim = holderWho("has one number that is known");
  const [known = ""] = victim.serials;
  const ada = await signedInAs("Ada");
  const first = await openTicket(ada, victim, ["The password"]);
  await trySerial(ada, known);
  await submit(ada);
  const sam = await signedInAs("Sam");
  await openPacket(sam, first);
  await countersign(sam);
  const link = await desk.mail.to(victim.email, /Your link to get back in/);
  await setPassword(await someone(), linkIn(link.text, "reset"), "a long walk along the harbour");
  const bob = await signedInAs("Bob");
  const second = await openTicket(bob, victim, ["The password"]);
  await test.step("With the same number again a second kind of proof is asked for", async () => {
    await trySerial(bob, known);
    await expect(bob.page.getByText("A second kind of proof").first()).toBeVisible();
    await expect(bob.page.getByRole("button", { name: "Submit for countersigning" })).toHaveCount(0);
  });
  await test.step("With the answers too it goes to two supervisors, who read why, and one of whom is new to the account", async () => {
    await askQuestions(bob, victim);
    await expect(bob.page.getByText("Everything needed is here")).toBeVisible();
    await sketch(bob.page, "evidence");
    await submit(bob);
    await openPacket(sam, second);
    await sketch(sam.page, "packet-with-reasons");
    await expect(sam.page.getByText("The account was recovered within the last 90 days.").first()).toBeVisible();
    await countersign(sam);
    await seesOnTicket(sam, second, "In review");
    const max = await signedInAs("Max");
    await openPacket(max, second);
    await countersign(max);
    await seesOnTicket(max, second, "The hold runs");
  });
  await test.step("One click of the owner ends it", async () => {
    const notice = await desk.mail.to(victim.email, new RegExp(`was approved \\(CS-${second}\\)`));
    await objectBy(await someone(), notice.text);
    desk.clock.pass(hours(25));
    await seesOnTicket(await signedInAs("Sam"), second, "An old contact said stop");
  });
});

test("An agent who is paid to look people up is seen: supervisors have each account on a list, the auditor has the count", async ({
  desk,
  signedInAs,
}) => {
  const bob = await signedInAs("Bob");
  const looked = [holderWho("is looked up"), holderWho("is looked up, too")];
  await test.step("Bob looks up people who did not call, and opens no ticket", async () => {
    for (const holder of looked) {
      await find(bob.page, "User name", holder.username);
      await expect(bob.page.getByRole("button", { name: "Open the ticket" })).toBeVisible();
      await expectMasked(bob, holder);
    }
  });
  await test.step("An hour later each of them is a flag that names Bob", async () => {
    desk.clock.pass(hours(1.1));
    const sam = await signedInAs("Sam");
    await expect(async () => {
      await sam.page.goto("/flags");
      const flags = sam.page.getByText("An account was looked up and no ticket was opened.");
      await expect(flags).toHaveCount(looked.length, { timeout: 1_000 });
    }).toPass({ timeout: 60_000 });
    await expect(sam.page.getByText(/It is about Bob/).first()).toBeVisible();
    await sketch(sam.page, "flags");
    await sam.page.getByRole("textbox", { name: "What you found" }).first().fill("Nobody called; spoke with Bob.");
    await sam.page.getByRole("button", { name: "Looked at" }).first().click();
    await expect(sam.page.getByText("Noted. It is off the list, and stays on the trail.")).toBeVisible();
  });
  await test.step("The auditor finds the looks outside of any ticket", async () => {
    const ivy = await signedInAs("Ivy");
    await ivy.page.goto("/readers");
    await expect(ivy.page.getByRole("row", { name: /Bob/ })).toBeVisible();
    await ivy.page.goto("/trail?type=flag.raised");
    await expect(ivy.page.getByRole("cell", { name: /Flag raised/ }).first()).toBeVisible();
  });
});

/** The caller has nothing, so the agent ends the ticket. */
function giveUp(agent: Colleague): Promise<void> {
  return test.step(`${agent.name} says no and ends the ticket`, async () => {
    const { page } = agent;
    await page.getByText("Say no…").click();
    await page.getByRole("radio", { name: "It could not be proven" }).check();
    await page.getByRole("button", { name: /^End CS-/ }).click();
    await expect(page.getByText("Cancelled").first()).toBeVisible();
  });
}

async function expectMasked(agent: Colleague, holder: Holder): Promise<void> {
  await expect(agent.page.getByText(holder.email)).toHaveCount(0);
  await expect(agent.page.getByText(holder.phone)).toHaveCount(0);
}

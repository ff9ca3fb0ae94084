import { confirmNewAddress, openTicket, trySerial } from "./agent";
import { findTicket } from "./auditor";
import { type Colleague, expect, test } from "./desk";
import { holderWho } from "./holders";
import { glance } from "./looks";
import { hours, minutes } from "./time";

const holder = holderWho("waits");
const why = "The holder says that nobody calls back";

test("Sam breaks the glass with Max: both read the ticket, Rob is told, and it is red before Ivy", async ({
  desk,
  signedInAs,
}) => {
  const added = await desk.countersign("staff", "contact", "rob", "--email", "rob@desk.example");
  expect(added.code, added.err).toBe(0);
  const ada = await signedInAs("Ada");
  const number = await openTicket(ada, holder, ["The e-mail address on file", "The phone number on file"]);

  const sam = await signedInAs("Sam");
  await test.step("Ada's ticket is a line to Sam, who may hand it over and no more", async () => {
    await sam.page.goto("/queue");
    await expect(sam.page.getByText(`CS-${number}`).first()).toBeVisible();
    await expect(sam.page.getByRole("link", { name: `CS-${number}`, exact: true })).toHaveCount(0);
    await glance(sam.page, "queue of a supervisor");
    await sam.page.getByRole("link", { name: `Hand over CS-${number}` }).click();
    await expect(sam.page.getByRole("heading", { name: `Hand over CS-${number}` })).toBeVisible();
    await glance(sam.page, "hand-over by the line alone");
    await sam.page.goto(`/tickets/${number}`);
    await expect(sam.page.getByRole("heading", { level: 1 })).not.toContainText(number);
  });

  await test.step("Sam asks, with a reason and a fresh code", async () => {
    await sam.page.goto("/glass");
    await expect(sam.page.getByText("Nobody asks to read a ticket.")).toBeVisible();
    const form = sam.page.getByRole("form", { name: "Ask to read a ticket" });
    await form.getByRole("textbox", { name: "Ticket" }).fill(`CS-${number}`);
    await form.getByRole("radio", { name: "The holder complained" }).check();
    await form.getByRole("textbox", { name: "What you need to see, and why" }).fill(why);
    await form.getByRole("textbox", { name: "Code of your authenticator" }).fill("000 000");
    await form.getByRole("button", { name: "Ask a second supervisor" }).click();
    await expect(sam.page.getByRole("alert")).toContainText("That code is not right");
    await expect(form.getByRole("textbox", { name: "What you need to see, and why" })).toHaveValue(why);
    await glance(sam.page, "break-glass, its code refused");
    await form.getByRole("textbox", { name: "Code of your authenticator" }).fill(sam.code());
    await form.getByRole("button", { name: "Ask a second supervisor" }).click();
    await expect(sam.page.getByText("You asked. Another supervisor, who is another person")).toBeVisible();
  });

  await test.step("Max confirms, and both may read it, with nothing to do", async () => {
    const max = await signedInAs("Max");
    await max.page.goto("/queue");
    await expect(max.page.getByRole("link", { name: /^Break-glass\s*1$/ })).toBeVisible();
    await max.page.goto("/glass");
    await expect(max.page.getByText(why)).toBeVisible();
    await glance(max.page, "break-glass, waiting for a second supervisor");
    const form = max.page.getByRole("form", { name: `Confirm for CS-${number}` });
    await form.getByRole("textbox", { name: "Code of your authenticator" }).fill(max.code());
    await form.getByRole("button", { name: "Confirm, and open it to both" }).click();
    await expect(max.page.getByRole("status")).toContainText("Every admin is told.");
    await glance(max.page, "break-glass, opened");
    for (const supervisor of [sam, max]) await readsThrough(supervisor, number);
    await glance(max.page, "ticket read by break-glass");
  });

  await test.step("Rob has it on his pages and in his mail, until he says that he saw it", async () => {
    expect((await desk.mail.to("rob@desk.example", /was opened by break-glass/)).text).toContain("/glass");
    const rob = await signedInAs("Rob");
    await rob.page.goto("/imports");
    await expect(rob.page.getByText(`Sam and Max opened CS-${number}`)).toBeVisible();
    await glance(rob.page, "imports under a break-glass");
    await rob.page.getByRole("button", { name: "I have seen this" }).click();
    await expect(rob.page.getByRole("status")).toContainText("That you saw it stands on the trail.");
    await expect(rob.page.getByRole("button", { name: "I have seen this" })).toHaveCount(0);
  });

  await test.step("Ivy has it in red, and every step on the trail", async () => {
    const ivy = await signedInAs("Ivy");
    await ivy.page.goto("/readers");
    await expect(ivy.page.getByText(`Sam and Max opened CS-${number}`)).toBeVisible();
    await glance(ivy.page, "readers with a red line");
    await ivy.page.goto("/glass");
    await expect(ivy.page.getByText(why)).toBeVisible();
    await findTicket(ivy, number);
    for (const type of ["glass.asked", "glass.broken", "glass.acknowledged"])
      await expect(ivy.page.getByRole("row").filter({ hasText: type })).toHaveCount(1);
  });

  await test.step("After an hour it is closed again, and the trail holds", async () => {
    desk.clock.pass(hours(1) + minutes(1));
    const later = await signedInAs("Sam");
    await later.page.goto(`/tickets/${number}`);
    await expect(later.page.getByText("You read this by break-glass")).toHaveCount(0);
    const verified = await desk.countersign("verify");
    expect(verified.code, verified.out + verified.err).toBe(0);
  });
});

test("A flag leads Sam to asking for its ticket, which is nobody's but Ada's", async ({ signedInAs }) => {
  const ada = await signedInAs("Ada");
  const number = await openTicket(ada, holderWho("is guessed at all at once"), ["The password"]);
  for (const serial of ["L40000001", "L40000002"]) await trySerial(ada, serial);
  const { page } = await signedInAs("Sam");
  await page.goto("/flags");
  await glance(page, "flags, with a ticket");
  await page.getByRole("link", { name: `Ask to read CS-${number}` }).click();
  const form = page.getByRole("form", { name: "Ask to read a ticket" });
  await expect(form.getByRole("textbox", { name: "Ticket" })).toHaveValue(`CS-${number}`);
});

test("Ada has the new contact shown in clear, once, to read it back", async ({ desk, signedInAs }) => {
  const ada = await signedInAs("Ada");
  const number = await openTicket(ada, holderWho("lost everything"), ["The e-mail address on file"]);
  const { page } = ada;
  await confirmNewAddress(ada, desk, "hal.new@harbour.example");
  await page.getByText("Show a value in clear").click();
  await page.getByRole("radio", { name: "The new contact" }).check();
  await page.getByRole("textbox", { name: "In words" }).fill("The caller asked to hear it");
  await glance(page, "ticket with its reveal open");
  await page.getByRole("button", { name: "Show it once" }).click();
  await expect(page.getByRole("status").filter({ hasText: "The new contact" })).toContainText(
    "hal.new@harbour.example",
  );
  await glance(page, "ticket with a value in clear");
  await page.goto(`/tickets/${number}`);
  await expect(page.getByText("hal.new@harbour.example")).toHaveCount(0);
});

async function readsThrough({ page }: Colleague, number: string): Promise<void> {
  await page.goto(`/tickets/${number}`);
  await expect(page.getByText("You read this by break-glass, and can do nothing to it, until")).toBeVisible();
  await expect(page.getByRole("button", { name: "Hand over" })).toHaveCount(0);
}

import { deadLinks } from "~/ui/words/dead-links";
import { passwordTold } from "~/ui/words/password-told";
import { askQuestions, confirmNewAddress, openTicket, submit, trySerial } from "./agent";
import { exportTrail, findTicket, trailOf } from "./auditor";
import { type Colleague, expect, test } from "./desk";
import { isIn, linkIn, setPassword, signIn, typePassword } from "./holder";
import { holderWho } from "./holders";
import { textTo } from "./post-office";
import { countersign, openPacket, signPacket } from "./supervisor";
import { seesOnTicket } from "./ticket";
import { hours, minutes } from "./time";

test.use({ reading: { language: "ar", scripts: true } });

const password = "seven herons over the quiet weir";

test("Hal, who lost e-mail and phone, gets back in after Ada checked and Sam and Max countersigned", async ({
  desk,
  signedInAs,
  someone,
}) => {
  const hal = holderWho("lost everything");
  const address = "hal.new@harbour.example";
  const ada = await signedInAs("Ada");
  const number = await openTicket(ada, hal, ["The e-mail address on file", "The phone number on file"]);
  await confirmNewAddress(ada, desk, address);
  await trySerial(ada, hal.serials[0] ?? "");
  await expect(ada.page.getByText("A device, by its serial (done)")).toHaveCount(1);
  await trySerial(ada, hal.serials[1] ?? "");
  await expect(ada.page.getByText("Two devices, by their serials (done)")).toHaveCount(1);
  await askQuestions(ada, hal);
  await expect(ada.page.getByText("The security questions (done)")).toBeVisible();
  await submit(ada);

  const sam = await signedInAs("Sam");
  const otherTab = { ...sam, page: await sam.page.context().newPage() };
  await openPacket(otherTab, number);
  await openPacket(sam, number);
  await countersign(sam);
  await test.step("Sam is refused a second approval", async () => {
    await signPacket(otherTab);
    await expect(otherTab.page.getByText("You approved this already.").first()).toBeVisible();
    await openPacket(sam, number);
    await expect(sam.page.getByText("Countersign…")).toHaveCount(0);
  });
  const max = await signedInAs("Max");
  await openPacket(max, number);
  await countersign(max);

  await test.step("The old contacts are told, and the hold begins to run", async () => {
    const told = new RegExp(`approved a reset of your account|CS-${number}`);
    expect((await desk.mail.to(hal.email, /was approved/)).text).toMatch(told);
    expect((await desk.mail.to(textTo(hal.phone), /approved a reset/)).text).toMatch(told);
    await seesOnTicket(max, number, "The hold runs");
  });
  expect(desk.mail.all(address).filter((l) => /reset/.test(l.text))).toEqual([]);

  const browser = await someone();
  const link = await test.step("The hold passes, and the worker sends the link", async () => {
    desk.clock.pass(hours(72) + minutes(1));
    const { text } = await desk.mail.to(address, /Your link to get back in/);
    return linkIn(text, "reset");
  });
  await test.step("A password that holds the new address is refused, and uses nothing up", async () => {
    await browser.page.goto(link);
    await typePassword(browser, "seven hal.new over the weir");
    const why = passwordTold(browser.language, "contains-own-name", 12);
    await expect(browser.page.getByText(why).first()).toBeVisible();
  });
  await setPassword(browser, link, password);
  await signIn(browser, hal, password);
  await isIn(browser);
  await expect(browser.page.getByText(hal.username)).toBeVisible();

  await test.step("The link is dead", async () => {
    await browser.page.goto(link);
    await expect(
      browser.page.getByRole("heading", { name: deadLinks[browser.language]["grant-used"].title }),
    ).toBeVisible();
    const again = await browser.page.request.post(link, {
      headers: { Origin: desk.url },
      form: { key: "again.reset", password: "another one, just as long", repeat: "another one, just as long" },
    });
    expect(again.status()).toBe(410);
    await signIn(browser, hal, password);
    await isIn(browser);
  });

  const ivy = await signedInAs("Ivy");
  const trail = await trailOf(ivy, number, [...story, ...passing]);
  expect(trail.filter((what) => !passing.includes(what))).toEqual(story);
  const jsonl = await exportOf(ivy, number, "JSONL, the exact bytes");
  const exported = jsonl
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as { type: string; seq: number });
  expect(typesOf(exported)).toEqual(story.map((what) => (what.includes(".") ? what : "refused")));
  expect(exported.map((e) => e.seq)).toEqual(exported.map((e) => e.seq).toSorted((a, b) => a - b));
  const csv = await exportOf(ivy, number, "CSV, for a spreadsheet");
  expect(csv).toContain("ticket.approved");
  expect(csv.trim().split("\r\n").length).toBeGreaterThan(exported.length);

  const verified = await desk.countersign("verify");
  expect(verified.code, verified.out + verified.err).toBe(0);
});

/** Entries that may come at any point of the story: looks, messages on their way, and the draw for a second review, which falls on one approval in twenty. */
const passing = ["ticket.viewed", "message.accepted", "account.searched", "review.sampled"];
/** What must be on the trail, in this order; a refusal by its reason. */
const story = [
  "ticket.opened",
  "holder.notified",
  "ticket.claimed",
  "contact.proposed",
  "contact.code-sent",
  "contact.confirmed",
  "serial.attempted",
  "serial.checked",
  "serial.attempted",
  "serial.checked",
  "answers.drawn",
  "answers.attempted",
  "answers.checked",
  "ticket.submitted",
  "packet.opened",
  "packet.opened",
  "ticket.approved",
  "already-approved",
  "packet.opened",
  "packet.opened",
  "packet.opened",
  "ticket.approved",
  "hold.begun",
  "holder.notified",
  "hold.started",
  "grant.issued",
  "holder.notified",
  "grant.redeemed",
  "account.recovered",
  "holder.notified",
  "grant-used",
];

const typesOf = (entries: { type: string }[]): string[] =>
  entries.map((e) => e.type).filter((type) => !passing.includes(type));

async function exportOf(auditor: Colleague, number: string, format: string): Promise<string> {
  await findTicket(auditor, number);
  return exportTrail(auditor, format);
}

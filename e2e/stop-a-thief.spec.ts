import { deadLinks } from "~/ui/words/dead-links";
import { objectedWords, objectionWords, overWords } from "~/ui/words/portal-ends";
import { proofWords } from "~/ui/words/proof";
import { requestWords } from "~/ui/words/request-words";
import { referenceIn } from "./agent";
import { expect, test } from "./desk";
import { objectBy, openDispute, proveOwnership, settle } from "./dispute";
import { comeIn, linkIn } from "./holder";
import { holderWho } from "./holders";
import { glance } from "./looks";
import { textTo } from "./post-office";
import { putOnHold } from "./theft";
import { seesOnTicket } from "./ticket";
import { days, hours } from "./time";

test.use({ reading: { language: "ar", scripts: true } });

test("A thief with answers and serials is stopped by the holder during the hold, and two supervisors reject the ticket", async ({
  desk,
  signedInAs,
  someone,
}) => {
  const victim = holderWho("is robbed");
  const ada = await signedInAs("Ada");
  const sam = await signedInAs("Sam");
  const max = await signedInAs("Max");
  const thief = "thief@elsewhere.example";
  const number = await putOnHold({ desk, ada, sam, max }, victim, thief);
  const warning = await desk.mail.to(victim.email, /was approved/);
  const old = await someone();
  const { language } = old;
  await test.step("The holder opens the link of the notice; only pressing the button stops it", async () => {
    await old.page.goto(linkIn(warning.text, "objection"));
    await expect(old.page.getByRole("heading", { name: objectionWords[language].title })).toBeVisible();
    await seesOnTicket(sam, number, "The hold runs");
    await old.page.getByRole("button", { name: objectionWords[language].stop }).click();
    await expect(old.page.getByRole("heading", { name: objectedWords[language].title })).toBeVisible();
    await seesOnTicket(sam, number, "An old contact said stop");
  });
  await test.step("The hold passes, and it stays stopped", async () => {
    desk.clock.pass(days(4));
    await seesOnTicket(await signedInAs("Sam"), number, "An old contact said stop");
  });
  await test.step("Nobody can reject it until the holder shows that the account is theirs", async () => {
    await openDispute(await signedInAs("Sam"), number);
    await expect(old.page.getByRole("heading", { name: proofWords[language].title })).toBeVisible();
    await proveOwnership(old, desk, victim);
  });
  await test.step("One supervisor alone cannot reject it, two can", async () => {
    const one = await signedInAs("Sam");
    await settle(one, number, "Reject the request", "Reject");
    await seesOnTicket(one, number, "An old contact said stop");
    const other = await signedInAs("Max");
    await openDispute(other, number);
    await expect(other.page.getByText("Sam would reject the request.")).toBeVisible();
    await settle(other, number, "Reject the request", "Reject");
    await seesOnTicket(other, number, "A supervisor said no");
  });
  await test.step("Every old contact is told of the end, and their link has nothing left to press", async () => {
    const told = await desk.mail.to(victim.email, /was ended/);
    await desk.mail.to(textTo(victim.phone), /ended request/);
    await old.page.goto(linkIn(warning.text, "objection"));
    await expect(old.page.getByRole("heading", { name: overWords[language].title("").trim() })).toBeVisible();
    await expect(old.page.getByText(overWords[language].text)).toBeVisible();
    await expect(old.page.getByRole("button", { name: objectionWords[language].stop })).toHaveCount(0);
    await glance(old.page, "objection, ended");
    expect(told.text).not.toContain(thief);
  });
  await test.step("The worker, who wrote all this after the hold was over, sent no link", () => {
    expect(desk.mail.all(thief)).not.toEqual([]);
    expect(desk.mail.all(thief).filter((letter) => /\/reset\//.test(letter.text))).toEqual([]);
  });
  await test.step("The request's page opens with a new code, and says that it ended and nothing more", async () => {
    const requester = await someone();
    const reference = referenceIn(desk.mail.all(thief)[0]?.text ?? "");
    await comeIn(requester, desk, { reference, address: thief });
    await expect(requester.page.getByRole("heading", { name: requestWords[language].stopped })).toBeVisible();
    await expect(requester.page.getByText(requestWords[language].received)).toHaveCount(0);
    await glance(requester.page, "request, ended");
  });
});

test("A link that was sent already is dead once an old contact objects", async ({ desk, signedInAs, someone }) => {
  const victim = holderWho("is robbed and late to see it");
  const ada = await signedInAs("Ada");
  const sam = await signedInAs("Sam");
  const max = await signedInAs("Max");
  const number = await putOnHold({ desk, ada, sam, max }, victim, "late.thief@elsewhere.example");
  await desk.mail.to(victim.email, /was approved/);
  desk.clock.pass(hours(73));
  const grant = await desk.mail.to("late.thief@elsewhere.example", /Your link to get back in/);
  const notice = await desk.mail.to(textTo(victim.phone), /The waiting time of request/);
  const old = await someone();
  await objectBy(old, notice.text);
  const thief = await someone();
  await thief.page.goto(linkIn(grant.text, "reset"));
  await expect(
    thief.page.getByRole("heading", { name: deadLinks[thief.language]["grant-revoked"].title }),
  ).toBeVisible();
  await seesOnTicket(await signedInAs("Max"), number, "An old contact said stop");
});

import type { Page } from "playwright/test";
import { answerWords } from "~/ui/words/portal";
import { portalRefusals } from "~/ui/words/portal-refusals";
import { answerAll, askQuestions, claim, confirmNewAddress, openTicket, referenceIn, trySerial } from "./agent";
import { trailOf } from "./auditor";
import { type Colleague, type Desk, expect, test } from "./desk";
import { comeIn } from "./holder";
import { type Holder, holderWho } from "./holders";
import { glance } from "./looks";
import { wrongSerials } from "./serials";
import { seesOnTicket } from "./ticket";
import { hours, minutes } from "./time";

const lost = ["The e-mail address on file", "The phone number on file"] as const;

test("Ada hears the same sentence for a serial that is nearly right and for one that is not, until the account is locked", async ({
  desk,
  signedInAs,
}) => {
  const holder = holderWho("is guessed at by serials");
  const ada = await signedInAs("Ada");
  const number = await readyForProof(ada, desk, holder);
  const stale = await secondTab(ada);
  const { near, misses } = wrongSerials(holder);
  await trySerial(ada, near);
  await expect(ada.page.getByText("3 tries are left today for this account.")).toBeVisible();
  const said = await newsOn(ada.page);
  for (const [at, miss] of misses.slice(0, 3).entries()) {
    await trySerial(ada, miss);
    await expect(ada.page.getByText(/(2 tries are|1 try is) left today/)).toHaveCount(at < 2 ? 1 : 0);
    expect(await newsOn(ada.page)).toBe(said);
  }
  await expect(ada.page.getByRole("textbox", { name: "Serial", exact: true })).toHaveCount(0);
  await test.step("The right serial comes too late, from another tab too", async () => {
    await trySerial(stale, holder.serials[0] ?? "");
    await expect(stale.page.getByRole("alert")).toContainText("No tries are left for this account now.");
  });
  const ivy = await signedInAs("Ivy");
  const tries = (await trailOf(ivy, number, names)).filter((what) => names.includes(what));
  expect(tries.filter((what) => what === "serial.attempted")).toHaveLength(4);
  expect(tries.at(-1)).toBe("locked");
});

test("Two wrong sets of answers lock the account for a day, for Bob and in a later ticket as well", async ({
  desk,
  signedInAs,
}) => {
  const holder = holderWho("is guessed at by answers");
  const ada = await signedInAs("Ada");
  const number = await readyForProof(ada, desk, holder);
  await askQuestions(ada, holder, 3);
  await expect(ada.page.getByText("1 try is left today for this account.")).toHaveCount(1);
  const said = await newsOn(ada.page);
  await test.step("The same wrong answers again use no try", async () => {
    await askQuestions(ada, holder, 3);
    await expect(ada.page.getByText("It used no further try.")).toBeVisible();
    await expect(ada.page.getByText("1 try is left today for this account.")).toHaveCount(1);
  });
  const stale = await secondTab(ada);
  await askQuestions(ada, holder, 2);
  await expect(ada.page.getByText("Ask the security questions")).toHaveCount(0);
  await expect(ada.page.getByText("The security questions cannot be tried for this account today.")).toBeVisible();
  expect(await newsOn(ada.page)).toBe(said);
  await askQuestions(stale, holder);
  await expect(stale.page.getByRole("alert")).toContainText("No tries are left for this account now.");
  await test.step("Bob's ticket of the same account is locked, too, until the day is over", async () => {
    await ada.page.goto(`/tickets/${number}`);
    await ada.page.getByRole("button", { name: "Release" }).click();
    const bob = await signedInAs("Bob");
    await claim(bob, number);
    await expect(bob.page.getByText("Ask for the serial number on a device's label")).toBeVisible();
    await expect(bob.page.getByText("Ask the security questions")).toHaveCount(0);
    desk.clock.pass(hours(25));
    const later = await signedInAs("Bob");
    await seesOnTicket(later, number, "Claim this ticket to work on it");
    await claim(later, number);
    await expect(later.page.getByText("Ask the security questions")).toBeVisible();
  });
});

test("Twenty sets of answers sent at once, the right one last, use two tries and not one more", async ({
  desk,
  signedInAs,
}) => {
  const holder = holderWho("is guessed at all at once");
  const ada = await signedInAs("Ada");
  const number = await readyForProof(ada, desk, holder);
  await ada.page.getByText("Ask the security questions").click();
  await ada.page.getByRole("button", { name: "Draw the questions" }).click();
  const fields = await questionFields(ada.page, holder);
  const sets = Array.from({ length: 20 }, (_, turn) =>
    fields.map(([name, right]) => [name, turn === 19 ? right : `wrong guess ${turn}`] as const),
  );
  const answered = await Promise.all(
    sets.map((set, turn) =>
      ada.page.request.post(`/tickets/${number}/answers`, {
        headers: { Origin: desk.url },
        form: { key: `burst-${turn}.answers`, ...Object.fromEntries(set) },
        maxRedirects: 0,
      }),
    ),
  );
  expect(answered.filter((response) => response.status() === 423)).toHaveLength(18);
  const ivy = await signedInAs("Ivy");
  const trail = await trailOf(ivy, number, names);
  expect(trail.filter((what) => what === "answers.attempted")).toHaveLength(2);
  expect(trail.filter((what) => what === "locked")).toHaveLength(18);
});

test.use({ reading: { language: "ar", scripts: false } });

test("A requester hears after the last try that none are left today, and is not asked to send answers again", async ({
  desk,
  signedInAs,
  someone,
}) => {
  const holder = holderWho("runs out of tries");
  const address = `new.${holder.username}@harbour.example`;
  const ada = await signedInAs("Ada");
  await openTicket(ada, holder, [...lost]);
  const reference = referenceIn(await confirmNewAddress(ada, desk, address));
  await ada.page.getByText("Ask the security questions").click();
  await ada.page.getByRole("button", { name: "Draw the questions" }).click();
  await expect(ada.page.getByText("Check the answers")).toBeAttached();
  desk.clock.pass(minutes(3));
  const requester = await someone();
  const { page, language } = requester;
  const words = answerWords[language];
  await comeIn(requester, desk, { reference, address });
  for (const wrong of [3, 2]) {
    await expect(page.getByText(words.locked)).toHaveCount(0);
    await answerAll(page, holder, wrong);
    await page.getByRole("button", { name: words.send }).click();
    await expect(page.getByRole("alert")).toContainText(words.notUsed.replace(/\.$/, ""));
  }
  await expect(page.getByRole("alert")).toContainText(words.locked);
  await expect(page.getByText(portalRefusals[language].wrong)).toHaveCount(0);
  await glance(page, "request with no tries left");
  await page.goto("/request/status");
  await expect(page.getByText(words.locked)).toBeVisible();
});

const names = ["serial.attempted", "serial.checked", "answers.attempted", "locked"];

async function readyForProof(agent: Colleague, desk: Desk, holder: Holder): Promise<string> {
  const number = await openTicket(agent, holder, [...lost]);
  await confirmNewAddress(agent, desk, `new.${holder.username}@harbour.example`);
  return number;
}

/** The same ticket in another tab of the same person, as it stands now. */
async function secondTab(agent: Colleague): Promise<Colleague> {
  const page = await agent.page.context().newPage();
  await page.goto(agent.page.url().replace(/(\/tickets\/\d+).*$/, "$1"));
  return { ...agent, page };
}

/** What the page says of the last act. */
const newsOn = async (page: Page): Promise<string> => (await page.getByRole("status").textContent()) ?? "";

/** The names of the fields below the drawn questions, each with its right answer. */
async function questionFields(page: Page, holder: Holder): Promise<[name: string, right: string][]> {
  const fields: [string, string][] = [];
  for (const { question, answer } of holder.answers) {
    const field = page.getByLabel(question, { exact: true });
    if ((await field.count()) > 0) fields.push([(await field.getAttribute("name")) ?? "", answer]);
  }
  return fields;
}

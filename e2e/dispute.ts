import { maskEmail } from "domain/mask";
import { objectedWords, objectionWords } from "~/ui/words/portal-ends";
import { proofWords } from "~/ui/words/proof";
import { codeIn } from "./agent";
import { type Colleague, type Desk, expect, type Reader, test } from "./desk";
import { linkIn } from "./holder";
import type { Holder } from "./holders";
import { letters } from "./letters";

/** Whoever holds an old contact opens the link in its notice and says that this was not them. */
export function objectBy({ page, language }: Reader, text: string): Promise<void> {
  return test.step("An old contact says: this was not me", async () => {
    await page.goto(linkIn(text, "objection"));
    await page.getByRole("button", { name: objectionWords[language].stop }).click();
    await expect(page.getByRole("heading", { name: objectedWords[language].title })).toBeVisible();
  });
}

/** What the message with a code says, and that it speaks of no reference. */
const proofLetters = {
  en: { where: "Type it on the page you came from.", reference: "reference" },
  ar: { where: "اكتبه في الصفحة التي جئت منها.", reference: "الرقم المرجعي" },
};

/** On the objection's page: a code to the old mail, then a serial from a label. */
export function proveOwnership({ page, language }: Reader, desk: Desk, holder: Holder): Promise<void> {
  const words = proofWords[language];
  return test.step("The holder shows that the account is theirs", async () => {
    await page.getByRole("button", { name: words.codeSend }).click();
    const { text } = await desk.mail.to(holder.email, letters[language].proofCode);
    expect(text).toContain(proofLetters[language].where);
    expect(text).not.toContain(proofLetters[language].reference);
    await page.getByLabel(words.codeLabel(maskEmail(holder.email))).fill(codeIn(text));
    await page.getByRole("button", { name: words.confirm }).click();
    await expect(page.getByText(words.codeDone).first()).toBeVisible();
    await page.getByLabel(words.serialLabel).fill(holder.serials[0] ?? "");
    await page.getByRole("button", { name: words.serialSend }).click();
    await expect(page.getByText(words.proved)).toBeVisible();
  });
}

/** A supervisor opens the page of a dispute. */
export async function openDispute({ page }: Colleague, number: string): Promise<void> {
  await page.goto(`/tickets/${number}/dispute`);
  await expect(page.getByRole("heading", { name: "Your decision" })).toBeVisible();
}

/** A supervisor gives their word for one of the two decisions, with a reason, words and a fresh code. */
export function settle(supervisor: Colleague, number: string, verdict: string, send: string): Promise<void> {
  return test.step(`${supervisor.name} decides: ${verdict}`, async () => {
    await openDispute(supervisor, number);
    const { page } = supervisor;
    const card = page.getByRole("region", { name: verdict });
    await card.getByRole("radio", { name: "Another reason" }).check();
    await card.getByRole("textbox", { name: "Why, in your words" }).fill("As the trail shows.");
    await card.getByRole("textbox", { name: "Code from your authenticator" }).fill(supervisor.code());
    await card.getByRole("button", { name: send, exact: true }).click();
    await expect(page.getByRole("heading", { name: "Approvals" })).toBeVisible();
  });
}

import { createHmac } from "node:crypto";
import { createServer } from "node:http";
import { test as base, expect } from "playwright/test";
import { atWorkWords } from "~/ui/words/at-work";
import { passwordWords } from "~/ui/words/passwords";
import { doneWords } from "~/ui/words/portal-account";
import { type Options, phoneOf, type Reader, type Reading, type Readings } from "./desk";
import { openDesk } from "./desks";
import { askForPassword, isIn, linkIn, signIn, typePassword } from "./holder";
import { holderWho } from "./holders";
import { letters } from "./letters";
import { glance, inOtherLanguage } from "./looks";
import { minutes } from "./time";

const key = "key of this story";
/** Without the desk of the other stories: this one's has settings of its own. */
const test = base.extend<Readings, Options>({
  reading: [{ language: "en", scripts: false }, { option: true }],
  everyReading: [null, { option: true }],
  engine: ["sqlite", { option: true, scope: "worker" }],
  hasOutside: [false, { option: true, scope: "worker" }],
});

/** Where accounts live in this story: it takes what is signed with the key, and says what it is told to say. */
async function openElsewhere() {
  const elsewhere = { url: "", says: { status: 503, body: "" }, passwords: [] as unknown[], close: () => {} };
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const body = Buffer.concat(parts).toString("utf8");
    const signed = `${request.headers["countersign-timestamp"]}.${body}`;
    const signature = `v1=${createHmac("sha256", key).update(signed).digest("hex")}`;
    if (request.headers["countersign-signature"] !== signature) return response.writeHead(401).end();
    const { status, body: said } = elsewhere.says;
    if (status !== 503) elsewhere.passwords.push(JSON.parse(body).password);
    response.writeHead(status).end(said);
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const at = server.address();
  elsewhere.url = `webhook+http://127.0.0.1:${typeof at === "object" && at ? at.port : 0}/countersign`;
  elsewhere.close = () => {
    server.close();
    server.closeAllConnections();
  };
  return elsewhere;
}

test("Paula sets a password where her account lives: its page tells when it is done, and another is taken where the first is not", async ({
  engine,
  browser,
  reading,
  everyReading,
}) => {
  const elsewhere = await openElsewhere();
  const desk = await openDesk(engine, false, {
    COUNTERSIGN_DIRECTORY_URL: elsewhere.url,
    COUNTERSIGN_DIRECTORY_SECRET: key,
  });
  const read: Reading = everyReading ?? reading;
  const context = await browser.newContext({ baseURL: desk.url, ...phoneOf(read) });
  const page = await context.newPage();
  const reader: Reader = { ...read, page };
  const words = atWorkWords[reader.language];
  const done = doneWords[reader.language].title;
  try {
    const paula = holderWho("forgot a password");
    await askForPassword(reader, paula.email);
    const { text } = await desk.mail.to(paula.email, letters[reader.language].newPassword);
    await page.goto(linkIn(text, "new-password"));
    const choose = async (password: string) => {
      await typePassword(reader, password);
      const title = page.getByRole("heading", { name: words.title });
      await expect(title.or(page.getByRole("heading", { name: done }))).toBeVisible();
    };

    await choose("nine lanterns across the ferry");
    // Nobody touches the page: it loads itself anew.
    await expect(page.getByText(words.why.busy)).toBeVisible();
    await glance(page, "a password on its way to a directory");
    await inOtherLanguage(reader, async (other) => {
      await expect(page.getByRole("heading", { name: atWorkWords[other].title })).toBeVisible();
      await glance(page, `a password on its way to a directory, in ${other}`);
    });

    elsewhere.says = { status: 422, body: '{"refused":"used-before"}' };
    desk.clock.pass(minutes(1));
    await expect.poll(() => elsewhere.passwords.length).toBe(1);
    await expect(async () => {
      const again = page.getByRole("link", { name: words.look });
      if (await again.isVisible()) await again.click();
      await expect(page.getByLabel(passwordWords[reader.language].password)).toBeVisible({ timeout: 1000 });
    }).toPass();
    await expect(page.getByRole("alert")).toContainText(words.notTaken["used-before"]);
    await glance(page, "a password that a directory did not take");

    elsewhere.says = { status: 204, body: "" };
    await choose("eleven gulls below the pier");
    await expect(page.getByRole("heading", { name: done })).toBeVisible();
    expect(elsewhere.passwords).toEqual(["nine lanterns across the ferry", "eleven gulls below the pier"]);
    await signIn(reader, paula, "eleven gulls below the pier");
    await isIn(reader);
  } finally {
    await context.close();
    await desk.close();
    elsewhere.close();
  }
});

import { createHmac } from "node:crypto";
import { createServer } from "node:http";
import { test as base, expect } from "playwright/test";
import type { Options } from "./desk";
import { openDesk } from "./desks";
import { linkIn, signIn } from "./holder";
import { holderWho } from "./holders";
import { glance } from "./looks";
import { minutes } from "./time";

const key = "key of this story";
/** Without the desk of the other stories: this one's has settings of its own. */
const test = base.extend<object, Options>({
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
}) => {
  const elsewhere = await openElsewhere();
  const desk = await openDesk(engine, false, {
    COUNTERSIGN_DIRECTORY_URL: elsewhere.url,
    COUNTERSIGN_DIRECTORY_SECRET: key,
  });
  const context = await browser.newContext({ baseURL: desk.url });
  const page = await context.newPage();
  try {
    const paula = holderWho("forgot a password");
    await page.goto("/forgot");
    await page.getByLabel("Your e-mail or phone").fill(paula.email);
    await page.getByRole("button", { name: "Send it to me" }).click();
    const { text } = await desk.mail.to(paula.email, /Your link to a new password/);
    await page.goto(linkIn(text, "new-password"));
    const choose = async (password: string) => {
      await page.getByLabel("New password").fill(password);
      await page.getByLabel("The same password again").fill(password);
      await page.getByRole("button", { name: "Save and finish" }).click();
      await expect(page.getByRole("heading", { name: /We are setting it|You can sign in again/ })).toBeVisible();
    };

    await choose("nine lanterns across the ferry");
    // Nobody touches the page: it loads itself anew.
    await expect(page.getByText("is busy at the moment")).toBeVisible();
    await glance(page, "a password on its way to a directory");
    await page.getByRole("button", { name: "العربية" }).click();
    await expect(page.getByRole("heading", { name: "نحن نضبطها الآن" })).toBeVisible();
    await glance(page, "a password on its way to a directory, in Arabic");
    await page.getByRole("button", { name: "English" }).click();

    elsewhere.says = { status: 422, body: '{"refused":"used-before"}' };
    desk.clock.pass(minutes(1));
    await expect.poll(() => elsewhere.passwords.length).toBe(1);
    await expect(async () => {
      const again = page.getByRole("link", { name: "Look again" });
      if (await again.isVisible()) await again.click();
      await expect(page.getByLabel("New password")).toBeVisible({ timeout: 1000 });
    }).toPass();
    await expect(page.getByRole("alert")).toContainText("says that this one was used before");
    await glance(page, "a password that a directory did not take");

    elsewhere.says = { status: 204, body: "" };
    await choose("eleven gulls below the pier");
    await expect(page.getByRole("heading", { name: "You can sign in again" })).toBeVisible();
    expect(elsewhere.passwords).toEqual(["nine lanterns across the ferry", "eleven gulls below the pier"]);
    await signIn({ page }, paula, "eleven gulls below the pier");
    await expect(page.getByRole("heading", { name: "Your account" })).toBeVisible();
  } finally {
    await context.close();
    await desk.close();
    elsewhere.close();
  }
});

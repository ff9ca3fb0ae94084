import { onEveryEngine } from "db/testing";
import { lifetime, minutes } from "domain/time";
import { afterAll, beforeAll, expect, it } from "vitest";
import { answerAsked } from "./desk/answer-asked.server";
import { accountNow } from "./desk/case.server";
import { newPasswordPath } from "./desk/links.server";
import { cookiesOf, startDesk, type TestDesk } from "./testing";
import { addHolder } from "./testing-holder";

const hal = "0123456789abcdef0123456789abcdef";
const address = "hal@harbour.example";
const form = (n = 0) => ({
  key: `key-${n}`,
  password: `nine lanterns across the ferry ${n}`,
  repeat: `nine lanterns across the ferry ${n}`,
});

onEveryEngine("A link to a new password", (place) => {
  let desk: TestDesk;
  let ahead = 0;
  const later = (by: number) => {
    ahead += by;
    desk.setAhead(ahead);
  };
  const link = async () => {
    await desk.ask("POST", "/forgot", { form: { key: `ask-${ahead}`, contact: address } });
    await answerAsked(desk.house);
    const way = (await accountNow(desk.house.door, hal))?.forgotten?.at(-1);
    return newPasswordPath(desk.house.door, hal, way?.generation ?? 0);
  };
  const headNow = async () => (await desk.house.writer.sql.selectFrom("head").select("size").executeTakeFirst())?.size;

  beforeAll(async () => {
    desk = await startDesk(place(), ["forgot", "new-password", "account.sign-in"]);
    const { door, writer } = desk.house;
    await addHolder(desk, hal, "hal", "the old password of hal");
    const { keep: _, ...username } = await door.vault.seal(hal, hal, "username", "hal");
    await writer.sql.insertInto("vault").values(username).execute();
    const digest = door.secrets.lookup("email", address);
    const contact = { id: "mail", account_id: hal, set_id: 0, kind: "email", mask: "h•••@h•••.example", digest };
    await writer.sql
      .insertInto("contact")
      .values({ ...contact, verified_at: "2020-01-01T00:00:00.000Z" })
      .execute();
    const found = { kind: "email", digest, account_id: hal, set_id: 0, contact_id: "mail" };
    await writer.sql.insertInto("lookup").values(found).execute();
  });
  afterAll(() => desk.stop());

  it("is only looked at by GET and HEAD, however often and by whatever follows links in mail", async () => {
    const path = await link();
    const before = await headNow();
    for (let n = 0; n < 5; n += 1) {
      expect((await desk.ask("GET", path)).status).toBe(200);
      expect((await desk.ask("HEAD", path)).status).toBe(200);
    }
    expect(await headNow()).toBe(before);
    expect((await desk.ask("GET", `${path.slice(0, -4)}AAAA`)).status).toBe(404);
  });

  it("works for one of twenty forms that are sent at once, and is then shown as used", async () => {
    later(minutes(3));
    const path = await link();
    const answers = await Promise.all(Array.from({ length: 20 }, (_, n) => desk.ask("POST", path, { form: form(n) })));
    expect(answers.filter((a) => a.status === 200)).toHaveLength(1);
    const redeemed = desk.house.writer.sql.selectFrom("entry").select("seq").where("type", "=", "forgotten.redeemed");
    expect(await redeemed.execute()).toHaveLength(1);
    const { status, body } = await desk.ask("GET", path);
    expect([status, body.includes("This link was used already")]).toEqual([410, true]);
  });

  it("names the user to a password manager and to whoever forgot that as well, and has the sign-in page filled with it", async () => {
    later(minutes(3));
    const path = await link();
    const opened = await desk.ask("GET", path);
    expect(opened.body).toMatch(/<input[^>]*autoComplete="username"[^>]*value="hal"/);
    const done = await desk.ask("POST", path, { form: form(40) });
    expect(done.body).toMatch(/Your user name:[^a-z]*<strong><bdi>hal</);
    const signIn = await desk.ask("GET", "/account/sign-in", { headers: { cookie: cookiesOf(done) } });
    expect(signIn.body).toMatch(/<input[^>]*name="username"[^>]*value="hal"/);
    expect((await desk.ask("GET", "/account/sign-in")).body).not.toContain('value="hal"');
    expect((await desk.ask("GET", path)).body).not.toContain("hal</");
  });

  it("is dead once a newer one was sent, and after an hour", async () => {
    later(minutes(3));
    const old = await link();
    later(minutes(3));
    const path = await link();
    expect((await desk.ask("POST", old, { form: form(31) })).status).toBe(410);
    later(lifetime.forgottenLinkMs);
    expect((await desk.ask("POST", path, { form: form(32) })).status).toBe(410);
    expect((await desk.ask("GET", path)).status).toBe(410);
  });
});

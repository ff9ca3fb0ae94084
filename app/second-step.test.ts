import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { onEveryEngine } from "db/testing";
import { codesInSet } from "domain/saved-codes";
import { minutes, seconds } from "domain/time";
import { TOTP } from "otpauth";
import { afterAll, beforeAll, expect, it } from "vitest";
import { accountNow } from "./desk/case.server";
import { deliverMessages } from "./desk/deliver-messages.server";
import { factorCode } from "./desk/links.server";
import { type Answer, cookiesOf, startDesk, type TestDesk } from "./testing";
import { addHolder } from "./testing-holder";

const pages = [
  "account",
  "account.codes",
  "account.devices",
  "account.password",
  "account.sign-in",
  "account.sign-in.code",
  "account.sign-in.text",
  "account.second-factor",
  "account.second-factor.removal",
  "account.second-factor.setup",
  "errors",
];
const password = "old battery staple";

onEveryEngine("A holder's second step", (place) => {
  let desk: TestDesk;
  let keys = 0;
  let ahead = 0;
  beforeAll(async () => {
    desk = await startDesk(place(), pages);
    await addHolder(desk, "acc", "hal", password);
  });
  afterAll(() => desk.stop());

  const post = (path: string, form: Record<string, string>, cookie = "") =>
    desk.ask("POST", path, { form: { key: `k${keys++}`, ...form }, headers: { cookie } });
  const get = (path: string, cookie = "") => desk.ask("GET", path, { headers: { cookie } });
  /** The half minute after this one, so that no code is given twice. */
  const later = (by = seconds(30)) => {
    ahead += by;
    desk.setAhead(ahead);
  };
  const codeOf = (secret: string) => new TOTP({ secret }).generate({ timestamp: desk.house.door.clock.now() });
  const firstStep = async () => {
    const answer = await post("/account/sign-in", { username: "hal", password });
    return { to: answer.headers.location, cookie: cookiesOf(answer) };
  };
  const signedIn = (answer: Answer) => cookiesOf(answer).includes("cs-holder=");
  let secret = "";
  let saved: string[] = [];

  it("is none while no second factor is on", async () => {
    const { to, cookie } = await firstStep();
    expect([to, cookie]).toEqual(["/account", expect.stringContaining("cs-holder=")]);
    expect((await get("/account/sign-in/code", cookie)).headers.location).toBe("/account/sign-in");
  });

  it("is set up with the password, shown to that one browser, and ends every other session", async () => {
    const [{ cookie: other }, { cookie }] = [await firstStep(), await firstStep()];
    expect((await post("/account/second-factor", { password: "not it" }, cookie)).status).toBe(401);
    const begun = await post("/account/second-factor", { password }, cookie);
    expect(begun.headers.location).toBe("/account/second-factor/setup");
    expect((await get("/account/second-factor/setup", cookie)).headers.location).toBe("/account/second-factor");
    const mine = `${cookie}; ${cookiesOf(begun)}`;
    secret = keyOn(await get("/account/second-factor/setup", mine));
    expect((await post("/account/second-factor/setup", { code: "000000" }, mine)).status).toBe(422);
    const on = await post("/account/second-factor/setup", { code: codeOf(secret) }, mine);
    expect(on.headers.location).toBe("/account/second-factor?done=on");
    expect((await get("/account", other)).headers.location).toMatch(/^\/account\/sign-in/);
    expect((await get("/account/second-factor/setup", mine)).headers.location).toBe("/account/second-factor");
    expect((await get("/account/second-factor", mine)).body).toContain("An authenticator app is on since");
    const codes = await post("/account/codes", { password }, `${cookie}; ${cookiesOf(on)}`);
    saved = [...codes.body.matchAll(/>((?:[0-9A-Z]{4}-){3}[0-9A-Z]{4})</g)].map((found) => found[1] ?? "");
    expect(saved).toHaveLength(codesInSet);
    expect((await post("/account/codes", { password }, cookie)).status).toBe(403);
  });

  it("comes after the right password alone, and a session begins only with it", async () => {
    const wrong = await post("/account/sign-in", { username: "hal", password: "not it" });
    expect([wrong.status, cookiesOf(wrong)]).toEqual([401, ""]);
    later();
    const { to, cookie } = await firstStep();
    expect([to, cookie.includes("cs-holder")]).toEqual(["/account/sign-in/code", false]);
    expect((await get("/account", cookie)).headers.location).toMatch(/^\/account\/sign-in/);
    const refused = await post("/account/sign-in/code", { code: "000000" }, cookie);
    expect([refused.status, signedIn(refused)]).toEqual([401, false]);
    const code = codeOf(secret);
    const done = await post("/account/sign-in/code", { code }, cookie);
    expect([done.headers.location, signedIn(done)]).toEqual(["/account", true]);
    const again = await post("/account/sign-in/code", { code }, cookie);
    expect([again.status, signedIn(again)]).toEqual([401, false]);
    expect(again.body).toContain("That code was used already.");
  });

  it("is taken once however many post the same code at a time", async () => {
    later();
    const { cookie } = await firstStep();
    const code = codeOf(secret);
    const answers = await Promise.all(Array.from({ length: 8 }, () => post("/account/sign-in/code", { code }, cookie)));
    expect(answers.filter(signedIn)).toHaveLength(1);
  });

  it("takes a saved code in place of the app, once, and digits of any script", async () => {
    const { cookie } = await firstStep();
    const code = (saved[0] ?? "").toLowerCase().replaceAll("-", " ");
    expect(signedIn(await post("/account/sign-in/code", { code }, cookie))).toBe(true);
    expect(signedIn(await post("/account/sign-in/code", { code }, cookie))).toBe(false);
    later();
    const arabic = [...codeOf(secret)].map((digit) => String.fromCodePoint(0x0660 + Number(digit))).join("");
    expect(signedIn(await post("/account/sign-in/code", { code: arabic }, cookie))).toBe(true);
  });

  it("is not what a session stands for that goes on after the password was changed in it: nobody gave it since", async () => {
    later();
    const { cookie: pending } = await firstStep();
    const strong = cookiesOf(await post("/account/sign-in/code", { code: codeOf(secret) }, pending));
    const signIns = async () =>
      (
        await desk.house.writer.sql.selectFrom("holder_session").select("auth").orderBy("created_at", "desc").execute()
      )[0]?.auth;
    expect(await signIns()).toBe("password+totp");
    const change = (from: string, to: string, cookie: string) =>
      post("/account/password", { present: from, password: to, repeat: to }, cookie);
    const changed = await change(password, "a lamp above the quay", strong);
    expect([changed.headers.location, signedIn(changed)]).toEqual(["/account?done=password", true]);
    expect(await signIns()).toBe("password");
    const back = await change("a lamp above the quay", password, cookiesOf(changed));
    expect(signedIn(back)).toBe(true);
  });

  it("is given anew for a device, and a wrong saved code is told at its own field", async () => {
    later();
    const { cookie: pending } = await firstStep();
    const wrong = await post("/account/sign-in/code", { code: "0000-0000-0000-0000", saved: "yes" }, pending);
    expect([wrong.status, wrong.body.includes("That saved code does not work.")]).toEqual([401, true]);
    expect(wrong.body).toMatch(/<p id="saved-code-error"/);
    expect(wrong.body).not.toMatch(/<p id="code-error"/);
    const cookie = cookiesOf(await post("/account/sign-in/code", { code: codeOf(secret) }, pending));
    const add = (more: Record<string, string>) =>
      post("/account/devices", { serial: "L38239367", password, ...more }, cookie);
    const without = await add({});
    expect([without.status, without.body.includes("Please type a code of your second factor, too.")]).toEqual([
      403,
      true,
    ]);
    expect((await add({ code: "000000" })).body).toContain("That code does not work.");
    later();
    expect((await add({ code: codeOf(secret) })).headers.location).toBe("/account/devices?done=device-added");
  });

  it("is turned off with the password and a code, and the password alone opens the account again", async () => {
    later();
    const { cookie: pending } = await firstStep();
    const cookie = cookiesOf(await post("/account/sign-in/code", { code: codeOf(secret) }, pending));
    const refused = await post("/account/second-factor/removal", { password, code: "000000" }, cookie);
    expect([refused.status, refused.body.includes("That code does not work.")]).toEqual([422, true]);
    later();
    const off = await post("/account/second-factor/removal", { password, code: codeOf(secret) }, cookie);
    expect(off.headers.location).toBe("/account/second-factor?done=off");
    expect((await firstStep()).to).toBe("/account");
    const begun = await post("/account/second-factor", { password }, cookie);
    const mine = `${cookie}; ${cookiesOf(begun)}`;
    secret = keyOn(await get("/account/second-factor/setup", mine));
    expect((await post("/account/second-factor/setup", { code: codeOf(secret) }, mine)).status).toBe(303);
  });

  it("is over with its ten minutes, and once the password or the account changed", async () => {
    const { cookie } = await firstStep();
    const door = desk.house.door;
    await desk.house.writer.sql
      .updateTable("holder_secret")
      .set({ password_hash: "another" })
      .where("account_id", "=", "acc")
      .execute();
    later();
    const changed = await post("/account/sign-in/code", { code: codeOf(secret) }, cookie);
    expect([changed.headers.location, signedIn(changed)]).toEqual(["/account/sign-in", false]);
    later(minutes(10));
    expect((await get("/account/sign-in/code", cookie)).headers.location).toBe("/account/sign-in");
    expect((await accountNow(door, "acc"))?.factor?.authenticators).toHaveLength(2);
  });

  it("leaves no seed, no code and no cookie's secret on the disk", async () => {
    const bytes = Buffer.from(new TOTP({ secret }).secret.buffer);
    const files = readdirSync(place().folder, { withFileTypes: true }).filter((file) => file.isFile());
    expect(files.length).toBeGreaterThan(0);
    for (const { name } of files) {
      const held = readFileSync(join(place().folder, name));
      for (const trace of [
        bytes,
        Buffer.from(secret),
        Buffer.from(saved[3] ?? "none was shown"),
        Buffer.from(bytes.toString("hex")),
      ])
        expect(held.includes(trace), name).toBe(false);
    }
    const rows = await desk.house.writer.sql.selectFrom("factor_seed").selectAll().execute();
    expect(rows).toHaveLength(2);
    expect(Buffer.concat(rows.map((row) => row.seed)).includes(bytes)).toBe(false);
    const entries = await desk.house.writer.sql.selectFrom("entry").select("bytes").execute();
    expect(Buffer.concat(entries.map((row) => row.bytes)).includes(Buffer.from(secret))).toBe(false);
  });
});

onEveryEngine("A phone that is the second factor", (place) => {
  let desk: TestDesk;
  let keys = 0;
  const contacts = [{ id: "c1", kind: "phone" as const }];
  beforeAll(async () => {
    desk = await startDesk(place(), pages);
    const { door, writer } = desk.house;
    await addHolder(desk, "acc", "hal", password, { secondFactor: "sms", contacts });
    const { keep: _, ...row } = await door.vault.seal("acc", "c1", "value", "+14155550142");
    await writer.sql.insertInto("vault").values(row).execute();
    await addHolder(desk, "else", "eve", password, { secondFactor: "totp" });
  });
  afterAll(() => desk.stop());
  const post = (path: string, form: Record<string, string>, cookie = "") =>
    desk.ask("POST", path, { form: { key: `k${keys++}`, ...form }, headers: { cookie } });

  it("gets a text once the password was right, and its code lets in, once", async () => {
    const { house } = desk;
    const cookie = cookiesOf(await post("/account/sign-in", { username: "hal", password }));
    const page = await desk.ask("GET", "/account/sign-in/code", { headers: { cookie } });
    expect(page.body).toContain("•••• 42");
    const sent: string[] = [];
    const channel = async ({ text }: { text: string }) => void sent.push(text);
    await deliverMessages(house, { email: channel, phone: channel });
    const code = factorCode(house.door, "acc", "c1", 1);
    expect(sent).toEqual([expect.stringContaining(code)]);
    expect((await post("/account/sign-in/text", {}, cookie)).status).toBe(429);
    const done = await post("/account/sign-in/code", { code }, cookie);
    expect([done.headers.location, cookiesOf(done)]).toEqual(["/account", expect.stringContaining("cs-holder=")]);
    expect((await post("/account/sign-in/code", { code }, cookie)).status).toBe(401);
  });

  it("is told apart from an authenticator elsewhere only by who has the password: that one is sent to the desk", async () => {
    const right = await post("/account/sign-in", { username: "eve", password });
    const cookie = cookiesOf(right);
    const page = await desk.ask("GET", "/account/sign-in/code", { headers: { cookie } });
    expect(page.body).toContain("Please ask us for help: we get you back in.");
    expect(cookiesOf(await post("/account/sign-in/code", { code: "123456" }, cookie))).toBe("");
    const wrong = await Promise.all(
      ["eve", "hal", "nobody"].map((username) => post("/account/sign-in", { username, password: "not it" })),
    );
    const bodies = wrong.map(({ body }) => body.replaceAll(/value="[^"]*"|nonce="[^"]*"/g, ""));
    expect(new Set(bodies).size).toBe(1);
    expect(wrong.map(({ status }) => status)).toEqual([401, 401, 401]);
  });
});

/** The key of the setup page, as it is typed into an app. */
const keyOn = (page: Answer): string =>
  (/select-all[^>]*>([A-Z2-7 ]+)</.exec(page.body)?.[1] ?? "no key").replaceAll(" ", "");

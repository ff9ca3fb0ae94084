import { randomUUID } from "node:crypto";
import { onEveryEngine } from "db/testing";
import { event } from "domain/event";
import { days, minutes } from "domain/time";
import { afterAll, beforeAll, expect, it } from "vitest";
import { stopPath } from "./desk/stop-link.server";
import { type Answer, cookiesOf, startDesk, type TestDesk } from "./testing";
import { addHolder } from "./testing-holder";

const hal = "0a".repeat(16);
const mail = "1b".repeat(16);
const phone = "2c".repeat(16);
const password = "four lanterns on a wet quay";
const phones = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 Version/17.5 Safari/604.1";
const desks = "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0";
const routes = [
  "account",
  "account.sign-in",
  "account.password",
  "account.codes",
  "account.devices",
  "account.second-factor",
  "account.sessions",
  "account.sessions.ending",
  "account.sign-out",
  "not-me",
];

onEveryEngine("A holder's own pages", (place) => {
  let desk: TestDesk;
  const post = (path: string, form: Record<string, string>, headers: Record<string, string> = {}) =>
    desk.ask("POST", path, { form: { key: randomUUID(), ...form }, headers });
  const signIn = (typed = password, agent = desks) =>
    post("/account/sign-in", { username: "hal", password: typed }, { "user-agent": agent });
  const cookieOf = async (agent = desks, typed = password): Promise<string> => cookiesOf(await signIn(typed, agent));
  const get = (path: string, cookie: string) => desk.ask("GET", path, { headers: { cookie } });
  const isShut = async (cookie: string) => (await get("/account", cookie)).headers.location;
  const link = (contact = mail, sentAt = desk.house.door.clock.now()) =>
    stopPath(desk.house.door, { account: hal, contact, sentAt });
  const entries = async () =>
    (
      await desk.house.writer.sql
        .selectFrom("entry")
        .select(({ fn }) => fn.countAll<number>().as("n"))
        .executeTakeFirst()
    )?.n;

  beforeAll(async () => {
    desk = await startDesk(place(), routes);
    await addHolder(desk, hal, "hal", password, {
      contacts: [
        { id: mail, kind: "email" },
        { id: phone, kind: "phone" },
      ],
    });
  });
  afterAll(() => desk.stop());

  it("say where they are signed in, with what, since when and from about where", async () => {
    const [here, there] = [await cookieOf(desks), await cookieOf(phones)];
    const { body } = await get("/account/sessions", here);
    expect(body).toContain("Firefox on Linux");
    expect(body).toContain("Safari on iPhone");
    expect(body).toContain("from the network 127.0");
    expect(body).not.toContain("127.0.0.1");
    expect(body.match(/This is you, here/g)).toHaveLength(1);
    expect((await get("/account", there)).body).toContain("In 2 places");
  });

  it("end one session at the word of another, and say of one that is gone that it is", async () => {
    const [here, there] = [await cookieOf(), await cookieOf(phones)];
    const session = /name="session" value="([0-9a-f]+)"/.exec((await get("/account/sessions", here)).body)?.[1] ?? "";
    const ended = await post("/account/sessions/ending", { session }, { cookie: here });
    expect(ended.headers.location).toBe("/account/sessions?done=ended");
    expect([await isShut(there), await isShut(here)]).toEqual(["/account/sign-in", undefined]);
    const again = await post("/account/sessions/ending", { session }, { cookie: here });
    expect([again.status, again.body.includes("That one had ended already.")]).toEqual([404, true]);
  });

  it("note when a session was last seen, once a minute", async () => {
    const cookie = await cookieOf();
    const seen = async () =>
      (
        await desk.house.writer.sql
          .selectFrom("holder_session")
          .select("seen_at")
          .orderBy("created_at", "desc")
          .executeTakeFirst()
      )?.seen_at;
    const first = await seen();
    await get("/account", cookie);
    expect(await seen()).toBe(first);
    desk.setAhead(minutes(2));
    await get("/account", cookie);
    expect(await seen()).not.toBe(first);
  });

  it("sign out everywhere at once", async () => {
    const [here, there] = [await cookieOf(), await cookieOf(phones)];
    const out = await post("/account/sessions", {}, { cookie: here });
    expect(out.headers.location).toBe("/account/sign-in");
    expect([await isShut(here), await isShut(there)]).toEqual(["/account/sign-in", "/account/sign-in"]);
  });

  it("are come back to by who had to sign in for one of them, and say that a session ended and that one signed out", async () => {
    const ended = await get("/account/sessions", "cs-holder=no-such-token");
    const asked = cookiesOf(ended);
    const page = (await get("/account/sign-in", asked)).body;
    expect(page).toContain("You were signed out");
    const again = (cookie: string) => post("/account/sign-in", { username: "hal", password }, { cookie });
    expect((await again(asked)).headers.location).toBe("/account/sessions");
    for (const elsewhere of ["/queue", "//evil.example", "/account/sign-in/code", "%", "/account/../queue"])
      expect((await again(`cs-back=${encodeURIComponent(elsewhere)}`)).headers.location).toBe("/account");
    const out = await post("/account/sign-out", {}, { cookie: await cookieOf() });
    expect((await get("/account/sign-in", cookiesOf(out))).body).toContain("You are signed out");
    expect((await get("/account/sign-in", "")).body).not.toContain("signed out");
  });

  it("change the password for who knows the present one, and for a good one only", async () => {
    const cookie = await cookieOf();
    const next = "seven herons over the marsh";
    const change = (present: string, typed: string, repeat = typed) =>
      post("/account/password", { present, password: typed, repeat }, { cookie });
    const told: [Answer, number, string][] = [
      [await change("not the password", next), 401, "That is not your password."],
      [await change(password, "short"), 422, "Use at least 12 characters."],
      [await change(password, next, `${next}!`), 422, "The two passwords are not the same."],
      [await change(password, password), 422, "That is the password you have now."],
    ];
    for (const [answer, status, sentence] of told) {
      expect([answer.status, answer.body.includes(sentence)]).toEqual([status, true]);
      for (const secret of [password, next]) expect(answer.body).not.toContain(secret);
    }
    expect(await isShut(cookie)).toBeUndefined();
  });

  it("go on in a new session once it is changed, and every other one is shut", async () => {
    desk.setAhead(minutes(4));
    const [here, there] = [await cookieOf(), await cookieOf(phones)];
    const next = "seven herons over the marsh";
    const form = { present: password, password: next, repeat: next };
    const changed = await post("/account/password", form, { cookie: here, "user-agent": desks });
    expect(changed.headers.location).toBe("/account?done=password");
    const goesOn = cookiesOf(changed);
    expect((await get("/account?done=password", goesOn)).body).toContain("Your new password is set.");
    expect([await isShut(here), await isShut(there)]).toEqual(["/account/sign-in", "/account/sign-in"]);
    expect((await signIn(password)).status).toBe(401);
    expect((await signIn(next)).status).toBe(303);
    const told = await desk.house.writer.sql
      .selectFrom("outbox")
      .select(["template", "contact_id"])
      .orderBy("contact_id")
      .execute();
    expect(told).toEqual([mail, phone].map((contact_id) => ({ template: "told-password-changed", contact_id })));
    await post("/account/password", { present: next, password, repeat: password }, { cookie: goesOn });
  });

  it("take the present password ten times from one place, whichever forms it is typed into", async () => {
    const cookie = await cookieOf();
    const typed = "herons and herons and herons";
    const forms: [path: string, form: Record<string, string>][] = [
      ["/account/password", { present: "wrong", password: typed, repeat: typed }],
      ["/account/second-factor", { password: "wrong" }],
      ["/account/codes", { password: "wrong" }],
      ["/account/devices", { password: "wrong", serial: "L38239367" }],
    ];
    for (const [path, form] of [...forms, ...forms, ...forms].slice(0, 10))
      expect((await post(path, form, { cookie })).status, path).toBe(401);
    for (const [path, form] of forms) expect((await post(path, form, { cookie })).status, path).toBe(429);
    const full = await post("/account/password", { present: password, password: typed, repeat: typed }, { cookie });
    expect([full.status, full.body.includes("You typed your password too often.")]).toEqual([429, true]);
    desk.setAhead(minutes(30));
    expect(await isShut(cookie)).toBeUndefined();
  });

  it("do nothing by GET or HEAD of a notice's link, nor by a link that was never made", async () => {
    const cookie = await cookieOf();
    const before = await entries();
    for (const method of ["GET", "HEAD"]) expect((await desk.ask(method, link())).status).toBe(200);
    const made = link();
    const flipped = made.slice(0, -1) + (made.endsWith("A") ? "B" : "A");
    const later = made.replace(
      /\.([0-9a-z]{8})\./,
      (_, time: string) => `.${time.slice(0, -1)}${time.endsWith("0") ? 1 : 0}.`,
    );
    for (const wrong of [flipped, later, made.replace(mail, phone), `${made}.x`, "/not-me/t"]) {
      expect((await desk.ask("GET", wrong)).status).toBe(404);
      expect((await post(wrong, {})).status).toBe(404);
    }
    expect(await entries()).toBe(before);
    expect(await isShut(cookie)).toBeUndefined();
  });

  it("tell of a link that has run out, and stop nothing by it", async () => {
    const old = link(mail, desk.house.door.clock.now() - days(60));
    for (const answer of [await desk.ask("GET", old), await post(old, {})])
      expect([answer.status, answer.body.includes("This link has run out")]).toEqual([410, true]);
  });

  it("are shut at once by the one POST of a notice's link, and stay shut whoever knows the password", async () => {
    const [here, there] = [await cookieOf(), await cookieOf(phones)];
    const stopping = link();
    const [one, two] = await Promise.all([post(stopping, {}), post(stopping, {})]);
    for (const answer of [one, two])
      expect([answer.status, answer.body.includes("The account is locked")]).toEqual([200, true]);
    expect([await isShut(here), await isShut(there)]).toEqual(["/account/sign-in", "/account/sign-in"]);
    expect((await signIn()).status).toBe(401);
    expect((await desk.ask("GET", link(phone))).body).toContain("The account is locked");
    const frozen = await desk.house.writer.sql
      .selectFrom("entry")
      .select("id")
      .where("type", "=", "account.frozen")
      .execute();
    expect(frozen).toHaveLength(1);
  });

  it("are not shut again by a notice from before the account was opened again", async () => {
    const before = link();
    desk.setAhead(days(1));
    const actor = { id: "system", role: "system", auth: "none", session: null } as const;
    const decide = () => [event("account.thawed", {})] as const;
    await desk.house.door.ledger.enact({ stream: "case", account: hal, ticket: null, actor, request: "r", decide });
    const late = await post(before, {});
    expect([late.status, late.body.includes("This was looked at already")]).toEqual([410, true]);
    expect(await isShut(await cookieOf())).toBeUndefined();
  });
});

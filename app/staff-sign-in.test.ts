import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { onEveryEngine } from "db/testing";
import { disable } from "domain/member";
import { hours, minutes, seconds } from "domain/time";
import { Secret, TOTP } from "otpauth";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { demoCode, demoEnrolmentCode, enrolForDemo } from "./desk/demo-authenticator.server";
import { signIn as begin, makeSession } from "./desk/sign-in.server";
import { stepUp } from "./desk/step-up.server";
import { type Answer, addMember, cookiesOf, passwordOf, startDesk, type TestDesk } from "./testing";

const ours = ["index", "sign-in", "enrolment", "sign-out", "demo.sign-in", "errors"];
const cli = { actor: { id: "cli:test", role: "cli", auth: "none", session: null }, request: "test" } as const;

onEveryEngine("Staff sign-in", (place) => {
  let desk: TestDesk;
  // Each test has its own minute, so that no step of an authenticator and no budget is shared.
  let ahead = 0;
  beforeAll(async () => {
    desk = await startDesk(place(), ours);
  });
  beforeEach(() => {
    ahead += minutes(20);
    desk.setAhead(ahead);
  });
  afterAll(() => desk.stop());

  const signIn = (name: string, code: string, password = passwordOf(name)) =>
    desk.ask("POST", "/sign-in", { form: { key: "k.sign-in", name, password, code } });
  const codeOf = (seed: string, steps = 0) =>
    new TOTP({ secret: Secret.fromBase32(seed) }).generate({
      timestamp: desk.house.door.clock.now() + steps * seconds(30),
    });
  const home = (cookie: string) => desk.ask("GET", "/", { headers: { cookie } });
  const isIn = async (cookie: string) => (await home(cookie)).headers.location === "/queue";
  const later = (ms: number) => {
    ahead += ms;
    desk.setAhead(ahead);
  };

  /** First sign-in and enrolment; gives the typed key, as the authenticator would keep it. */
  async function enrolled(name: string): Promise<{ id: string; seed: string; cookie: string }> {
    const id = await addMember(desk, name, "agent");
    const pending = cookiesOf(await signIn(name, ""));
    const page = await desk.ask("GET", "/enrolment", { headers: { cookie: pending } });
    const seed = keyOn(page);
    const done = await desk.ask("POST", "/enrolment", {
      form: { key: "k.enrolment", code: codeOf(seed) },
      headers: { cookie: pending },
    });
    expect(done).toMatchObject({ status: 303, headers: { location: "/queue" } });
    later(minutes(2));
    return { id, seed, cookie: cookiesOf(done) };
  }

  it("enrols an authenticator at the first sign-in, shows it as code and key, and signs in with it", async () => {
    await addMember(desk, "ada", "agent");
    const first = await signIn("ADA ", "", passwordOf("ada"));
    expect(first).toMatchObject({ status: 303, headers: { location: "/enrolment" } });
    const page = await desk.ask("GET", "/enrolment", { headers: { cookie: cookiesOf(first) } });
    expect(page.body).toContain("data:image/svg+xml;base64,");
    const code = codeOf(keyOn(page));
    const done = await desk.ask("POST", "/enrolment", {
      form: { key: "k.enrolment", code },
      headers: { cookie: cookiesOf(first) },
    });
    expect(await isIn(cookiesOf(done))).toBe(true);
    const again = await desk.ask("GET", "/enrolment", { headers: { cookie: cookiesOf(first) } });
    expect(again).toMatchObject({ status: 303, headers: { location: "/sign-in" } });
  });

  it("shows a seed to no one but the latest right password, and to nobody after ten minutes", async () => {
    await addMember(desk, "bob", "agent");
    const [early, late] = [cookiesOf(await signIn("bob", "")), cookiesOf(await signIn("bob", ""))];
    expect((await desk.ask("GET", "/enrolment", { headers: { cookie: early } })).status).toBe(303);
    expect((await desk.ask("GET", "/enrolment", { headers: { cookie: late } })).status).toBe(200);
    expect((await desk.ask("GET", "/enrolment", { headers: { cookie: `${late.slice(0, -2)}AA` } })).status).toBe(303);
    expect((await desk.ask("GET", "/enrolment")).status).toBe(303);
    later(minutes(11));
    expect((await desk.ask("GET", "/enrolment", { headers: { cookie: late } })).status).toBe(303);
  });

  it("keeps the seed that was enrolled while a later first sign-in was on its way", async () => {
    const id = await addMember(desk, "bea", "agent");
    const pending = cookiesOf(await signIn("bea", ""));
    const seed = keyOn(await desk.ask("GET", "/enrolment", { headers: { cookie: pending } }));
    const enrols = () =>
      desk.ask("POST", "/enrolment", {
        form: { key: "k.enrolment", code: codeOf(seed) },
        headers: { cookie: pending },
      });
    const { door } = desk.house;
    const enact: typeof door.ledger.enact = async (command) => {
      expect((await enrols()).status).toBe(303);
      return door.ledger.enact(command);
    };
    const late = { ...desk.house, door: { ...door, ledger: { enact } } };
    const typed = { name: "bea", password: passwordOf("bea"), code: "", source: "elsewhere" };
    const anyone = { actor: { id: "anyone", role: "anyone", auth: "none", session: null }, request: "r" } as const;
    expect(await begin(late, anyone, typed)).toEqual({ kind: "refused", reason: "wrong-password" });
    later(seconds(30));
    expect((await signIn("bea", codeOf(seed))).status).toBe(303);
    expect(await entriesOf(desk, "refused", id)).toMatchObject([{ reason: "already-enrolled" }]);
  });

  it("signs in with name, password and code, and takes each code once", async () => {
    const { id, seed } = await enrolled("cat");
    const code = codeOf(seed);
    const done = await signIn("cat", code);
    expect(done.status).toBe(303);
    const replayed = await signIn("cat", code);
    expect(replayed.status).toBe(401);
    later(seconds(30));
    expect((await signIn("cat", codeOf(seed, 1))).status).toBe(303);
    expect((await signIn("cat", codeOf(seed))).status).toBe(401);
    const whys = await entriesOf(desk, "staff.sign-in-failed", id);
    expect(whys.map((e) => e.reason)).toEqual(["not-enrolled", "code-used", "code-used"]);
    expect(whys.every((e) => e.actor === "anyone")).toBe(true);
  });

  it("answers an unknown name, a wrong password, a wrong code and a held name alike", async () => {
    const { seed } = await enrolled("dan");
    const tries = [
      () => signIn("nobody", "123456", "wrong password"),
      () => signIn("dan", "123456", "wrong password"),
      () => signIn("dan", codeOf(seed, 50)),
      () => signIn("dan", ""),
    ];
    const answers: Answer[] = [];
    for (const one of [...tries, ...tries, () => signIn("dan", ""), () => signIn("dan", codeOf(seed))])
      answers.push(await one());
    const told = answers.map(({ status, headers, body }) => ({
      status,
      headers: plain(headers),
      body: plainBody(body),
    }));
    expect(told[0]).toMatchObject({ status: 401 });
    expect(told[0]?.body).toContain("Name, password or code is not right.");
    for (const one of told) expect(one).toEqual(told[0]);
    later(minutes(16));
    expect((await signIn("dan", codeOf(seed))).status).toBe(303);
  });

  it("sets a cookie that scripts cannot read, and keeps only its digest", async () => {
    const { cookie, id } = await enrolled("eve");
    const done = await desk.ask("POST", "/demo/sign-in", { form: { key: "k.demo", as: id } });
    const set = done.headers["set-cookie"]?.find((c) => c.startsWith("cs="));
    expect(set).toMatch(/^cs=[A-Za-z0-9_-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=43200$/);
    const rows = await desk.house.door.reader.sql.selectFrom("session").select("id").execute();
    expect(rows.some((r) => cookie.includes(r.id))).toBe(false);
    expect(rows.every((r) => /^[0-9a-f]{64}$/.test(r.id))).toBe(true);
  });

  it("ends a session after 30 idle minutes, with one entry", async () => {
    const { cookie, id } = await enrolled("fay");
    later(minutes(20));
    expect(await isIn(cookie)).toBe(true);
    later(minutes(29));
    expect(await isIn(cookie)).toBe(true);
    later(minutes(31));
    const both = await Promise.all([isIn(cookie), isIn(cookie)]);
    expect(both).toEqual([false, false]);
    expect(await entriesOf(desk, "staff.signed-out", id)).toHaveLength(1);
    expect(await isIn(cookie)).toBe(false);
  });

  it("ends an idle session though its page looks at itself again and again", async () => {
    const { cookie } = await enrolled("fox");
    for (let i = 0; i < 5; i += 1) {
      later(minutes(6));
      const answer = await desk.ask("GET", "/", { headers: { cookie, "countersign-live": "1" } });
      expect(answer.headers.location).toBe(i < 4 ? "/queue" : "/sign-in");
    }
  });

  it("ends an idle session though its page comes back by its own address again and again", async () => {
    const { cookie } = await enrolled("fin");
    for (let i = 0; i < 5; i += 1) {
      later(minutes(6));
      const answer = await desk.ask("GET", "/?live", { headers: { cookie } });
      expect(answer.headers.location).toMatch(i < 4 ? /^\/queue/ : /^\/sign-in/);
    }
  });

  it("ends a session after twelve hours, however busy", async () => {
    const { cookie, id } = await enrolled("gus");
    for (let i = 0; i < 28; i += 1) {
      later(minutes(25));
      expect(await isIn(cookie)).toBe(true);
    }
    later(minutes(25));
    expect(await isIn(cookie)).toBe(false);
    const [entry] = await entriesOf(desk, "staff.signed-out", id);
    expect(JSON.parse(entry?.bytes.toString("utf8") ?? "{}")).toMatchObject({
      actor: { id: "system" },
      data: { why: "ended" },
    });
    later(hours(1));
  });

  it("throws a disabled member out at once", async () => {
    const { cookie, id } = await enrolled("hal");
    expect(await isIn(cookie)).toBe(true);
    await desk.house.door.ledger.enact({ stream: "staff", id, ...cli, decide: disable() });
    expect(await isIn(cookie)).toBe(false);
    expect(
      await desk.house.door.reader.sql.selectFrom("session").select("id").where("staff_id", "=", id).execute(),
    ).toEqual([]);
  });

  it("signs out at once, here and in the database", async () => {
    const { cookie, id } = await enrolled("ida");
    const done = await desk.ask("POST", "/sign-out", { form: { key: "k.sign-out" }, headers: { cookie } });
    expect(done).toMatchObject({ status: 303, headers: { location: "/sign-in" } });
    expect(done.headers["set-cookie"]).toEqual(["cs=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0"]);
    expect(await isIn(cookie)).toBe(false);
    const [entry] = await entriesOf(desk, "staff.signed-out", id);
    expect(entry?.actor).toBe(`staff:${id}`);
  });

  it("steps up with a fresh code for one act, and never with the code of the sign-in", async () => {
    const { id, seed } = await enrolled("joe");
    const code = codeOf(seed);
    await signIn("joe", code);
    const who = {
      actor: { id: `staff:${id}`, role: "agent", auth: "password+totp", session: null },
      request: "r",
    } as const;
    const act = { act: "export", object: "trail" };
    expect(await stepUp(desk.house.door, who, { ...act, code })).toEqual({ refused: "code-used" });
    expect(await stepUp(desk.house.door, who, { ...act, code: "abc" })).toEqual({ refused: "wrong-code" });
    later(seconds(30));
    expect(
      await stepUp(desk.house.door, who, { ...act, code: ` ${codeOf(seed).slice(0, 3)} ${codeOf(seed).slice(3)}` }),
    ).toMatchObject({ refused: null });
  });

  it("shows the demo a code that works, and one that works after it", async () => {
    const id = await addMember(desk, "kim", "supervisor");
    expect(await enrolForDemo(desk.house.door, cli, id)).toBeNull();
    expect(await makeSession(desk.house, id)).toMatch(/^[A-Za-z0-9_-]{43}$/);
    const who = {
      actor: { id: `staff:${id}`, role: "supervisor", auth: "demo", session: null },
      request: "r",
    } as const;
    for (let i = 0; i < 2; i += 1) {
      const code = await demoCode(desk.house.door, id);
      expect(await stepUp(desk.house.door, who, { act: "a", object: "o", code: code ?? "" })).toMatchObject({
        refused: null,
      });
    }
    expect(await demoCode(desk.house.door, id)).toBeNull();
  });

  it("shows the demo the code that finishes an enrolment at the desk's time, and none after it", async () => {
    const id = await addMember(desk, "kit", "agent");
    expect(await demoEnrolmentCode(desk.house.door, id)).toBeNull();
    const pending = { headers: { cookie: cookiesOf(await signIn("kit", "")) } };
    const shown = await demoEnrolmentCode(desk.house.door, id);
    expect(shown?.name).toBe("kit Example");
    const form = { key: "k.enrolment", code: shown?.code ?? "" };
    expect(await desk.ask("POST", "/enrolment", { form, ...pending })).toMatchObject({
      headers: { location: "/queue" },
    });
    expect(await demoEnrolmentCode(desk.house.door, id)).toBeNull();
  });

  it("goes to the page that was asked for where the role may open it, and nowhere else", async () => {
    const { seed } = await enrolled("lea");
    const asked = cookiesOf(await desk.ask("GET", `/sign-in?to=${encodeURIComponent("//evil.example/")}`));
    const form = { key: "k.sign-in", name: "lea", password: passwordOf("lea"), code: codeOf(seed) };
    const done = await desk.ask("POST", "/sign-in", { form, headers: { cookie: asked } });
    expect(done).toMatchObject({ status: 303, headers: { location: "/queue" } });
  });

  it.each(["/quäue", "/queue?ticket=\u0000", "/queue\r\nx: y", "/\\evil.example", "/ /"])(
    "forgets that it was asked for %j, which no redirect can lead to, and signs in all the same",
    async (to) => {
      const { seed } = await enrolled(`nia${encodeURIComponent(to).length}`);
      const answer = await desk.ask("GET", `/sign-in?to=${encodeURIComponent(to)}`);
      expect(answer.headers["set-cookie"]).toBeUndefined();
      const form = { key: "k.sign-in", name: `nia${encodeURIComponent(to).length}`, code: codeOf(seed) };
      const done = await desk.ask("POST", "/sign-in", {
        form: { ...form, password: passwordOf(form.name) },
        headers: { cookie: `cs-to=${encodeURIComponent(to)}` },
      });
      expect(done).toMatchObject({ status: 303, headers: { location: "/queue" } });
    },
  );

  it("allows one source 30 tries a minute", async () => {
    const statuses = new Set<number>();
    const tries = await Promise.all(Array.from({ length: 31 }, () => signIn("nobody", "", "x")));
    for (const { status } of tries) statuses.add(status);
    expect(tries.filter((t) => t.status === 429)).toHaveLength(1);
    expect(statuses).toEqual(new Set([401, 429]));
    later(minutes(1));
    expect((await signIn("nobody", "", "x")).status).toBe(401);
  });

  it("leaves no password, seed, code or token to read in what is stored", async () => {
    const { seed, cookie } = await enrolled("mia");
    const code = codeOf(seed);
    await signIn("mia", code);
    const raw = Buffer.from(Secret.fromBase32(seed).buffer);
    const secrets = [passwordOf("mia"), seed, raw.toString("hex"), cookie.split("=")[1] ?? "?", "mia Example"];
    const stored = await storedBytes(desk, place().folder);
    for (const secret of secrets) expect(stored.includes(secret), secret).toBe(false);
    expect(stored.includes(raw)).toBe(false);
  });
});

const keyOn = (page: Answer): string =>
  (/[A-Z2-7]{4}(?: [A-Z2-7]{4}){7}/.exec(page.body)?.[0] ?? "").replaceAll(" ", "");
const plain = ({ date: _, "content-security-policy": __, ...rest }: Answer["headers"]) => rest;
/** Each page has a key and a nonce of its own, and gives back the name that was typed. */
const plainBody = (body: string): string => body.replaceAll(/(value|nonce)="[^"]*"/g, '$1=""');

interface EntryRow {
  actor: string;
  reason: string | null;
  bytes: Buffer;
}
const entriesOf = (desk: TestDesk, type: string, object: string): Promise<EntryRow[]> =>
  desk.house.door.reader.sql
    .selectFrom("entry")
    .select(["actor", "reason", "bytes"])
    .where("type", "=", type)
    .where("object", "=", object)
    .orderBy("seq")
    .execute();

/** On SQLite every file of the database, its log included; on PostgreSQL the rows of every table that could hold one. */
async function storedBytes(desk: TestDesk, folder: string): Promise<Buffer> {
  const files = readdirSync(folder)
    .filter((name) => /\.db/.test(name))
    .map((name) => readFileSync(join(folder, name)));
  const { sql } = desk.house.door.reader;
  const tables = await Promise.all([
    sql.selectFrom("entry").select(["bytes"]).execute(),
    sql.selectFrom("staff_secret").selectAll().execute(),
    sql.selectFrom("session").selectAll().execute(),
    sql.selectFrom("vault").selectAll().execute(),
  ]);
  const cells = tables
    .flat()
    .flatMap((row) => Object.values(row))
    .map((cell) => (Buffer.isBuffer(cell) ? cell : Buffer.from(String(cell))));
  return Buffer.concat([...files, ...cells]);
}

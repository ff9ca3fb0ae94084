import { onEveryEngine } from "db/testing";
import { putOnFile } from "db/testing-account";
import type { Actor } from "domain/staff";
import { standInChosen, standInQuestions } from "domain/stand-in";
import { days, hours } from "domain/time";
import { afterAll, beforeAll, expect, it } from "vitest";
import { caseNow } from "./desk/case.server";
import { chooseQuestions } from "./desk/choose-questions.server";
import { claimTicket } from "./desk/claim-ticket.server";
import { cancelTicket } from "./desk/end-ticket.server";
import { objectionPath } from "./desk/links.server";
import { sweepTickets } from "./desk/run-holds.server";
import { makeSession } from "./desk/sign-in.server";
import { stopPath } from "./desk/stop-link.server";
import { refByReference } from "./facts.server";
import { hashPassword } from "./passwords.server";
import { type Answer, addMember, startDesk, type TestDesk } from "./testing";
import { thingsWords } from "./ui/words/things";

const pages = ["request", "request.new", "request.new.step", "request.code", "request.status", "request.answers"];
const acts = [
  "request.cancellation",
  "request.saved-code",
  "request.vouch",
  "request.again",
  "request.photos",
  "objection",
  "not-me",
  "queue",
  "ticket",
  "ticket.claim",
  "errors",
];

const since = "2020-01-01T00:00:00.000Z";

/** What of an answer is its own, whoever asked: its status, its headers without their values that are secrets or times, its body without tokens. */
function seen({ status, headers, body }: Answer, own: readonly string[] = []) {
  const { date: _, "set-cookie": cookies = [], "content-length": __, ...rest } = headers;
  const policy = String(rest["content-security-policy"] ?? "").replaceAll(/nonce-[^']*/g, "nonce");
  const bare = body
    .replaceAll(/(value|nonce)="[^"]*"/g, "")
    .replaceAll(/[0-9A-Z]{4}-[0-9A-Z]{4}/g, "REFERENCE")
    .replaceAll(/REF-\d+|CS-\d+|\b10\d\d\b/g, "NUMBER")
    .replaceAll(/Question \d|answer-q\d/g, "QUESTION")
    .replaceAll(/dateTime="[^"]*"|\d\d:\d\d/g, "TIME")
    .replaceAll(/<bdi dir="ltr">[^<]*<\/bdi>/g, "SAID");
  const text = own.reduce((all, one) => all.replaceAll(one, "OWN"), bare);
  return {
    status,
    headers: { ...rest, "content-security-policy": policy, etag: undefined },
    cookies: cookies.map((c) => c.replace(/=[^;]*/, "")),
    body: text,
  };
}

onEveryEngine("A request for help in the portal", (place) => {
  let desk: TestDesk;
  let ada: Actor;
  let member = "";
  let commits = 0;
  beforeAll(async () => {
    desk = await startDesk(place(), [...pages, ...acts]);
    const { door, writer } = desk.house;
    const id = await addMember(desk, "ada", "agent");
    ada = { id: `staff:${id}`, role: "agent", auth: "demo", session: null };
    member = id;
    await putOnFile(writer.sql, "acc", {
      contacts: [{ id: "old", kind: "email", digest: door.secrets.lookup("email", "hal@old.example") }],
      answers: ["q1", "q2", "q3"].map((q) => ({ id: `a-${q}`, question: q })),
    });
    for (const q of ["q1", "q2", "q3"])
      await writer.sql
        .insertInto("question")
        .values({ id: q, text: `Question ${q.slice(1)}` })
        .execute();
    const looked = { account_id: "acc", set_id: 0 };
    await writer.sql
      .insertInto("lookup")
      .values([
        { ...looked, kind: "username", digest: door.secrets.lookup("username", "hal"), contact_id: null },
        { ...looked, kind: "email", digest: door.secrets.lookup("email", "hal@old.example"), contact_id: "old" },
      ])
      .execute();
    const { enact } = door.ledger;
    door.ledger.enact = (command) => {
      commits += 1;
      return enact(command);
    };
  });
  afterAll(() => desk.stop());

  /** A browser that keeps its cookies. */
  const browser = () => {
    const jar = new Map<string, string>();
    const ask = async (method: string, path: string, form?: Record<string, string>) => {
      const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
      const answer = await desk.ask(method, path, {
        headers: cookie === "" ? {} : { cookie },
        ...(form ? { form: { key: `k.${path}`, ...form } } : {}),
      });
      for (const set of answer.headers["set-cookie"] ?? []) {
        const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
        jar.set(name, value);
      }
      return answer;
    };
    return {
      cookie: () => [...jar].map(([name, value]) => `${name}=${value}`).join("; "),
      get: (path: string) => ask("GET", path),
      post: (path: string, form: Record<string, string>) => ask("POST", path, form),
    };
  };

  const referenceIn = (answer: Answer): string => /[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(answer.body)?.[0] ?? "";

  /** Goes through the questions; gives every answer on the way, how many commits it took, and the browser. */
  async function asks(name: string, contact: string) {
    const own = browser();
    const before = commits;
    const answers = [
      await own.get("/request/new"),
      await own.post("/request/new", { email: "on", phone: "on" }),
      await own.get("/request/new/hand"),
      await own.post("/request/new/hand", { label: "on" }),
      await own.get("/request/new/name"),
      await own.post("/request/new/name", { name }),
      await own.get("/request/new/contact"),
      await own.post("/request/new/contact", { contact }),
      await own.get("/request/new/code"),
    ];
    const reference = referenceIn(answers.at(-1) as Answer);
    return { own, reference, made: commits - before, answers: answers.map((a) => seen(a, [name, contact])) };
  }

  /** The code that was sent for a reference, whether a desk could ever see its ticket or not. */
  async function codeOf(reference: string): Promise<string> {
    const { door } = desk.house;
    const ref = await refByReference(door, reference);
    const { ticket } = await caseNow(door, ref ?? { account: "", ticket: "none" });
    const contact = ticket?.newContact?.id ?? "";
    return door.secrets.code(contact, ticket?.id ?? "", ticket?.codes[contact]?.generation ?? 0);
  }

  async function opens({ own, reference }: Pick<Awaited<ReturnType<typeof asks>>, "own" | "reference">, key = "k") {
    const typed = await own.post("/request", { reference, code: await codeOf(reference), key });
    return [typed, await own.get("/request/status")];
  }

  /** A name of nobody's whose stand-in is asked questions, as Hal is: those of imports, or chosen ones, the last in words of its own or not. */
  function nobody(like: "imported" | "offered" | "own" = "imported"): string {
    const names = Array.from({ length: 400 }, (_, n) => `hol${n}`);
    const standIn = (name: string) => desk.house.door.secrets.lookup("stand-in", name).toString("hex").slice(0, 32);
    const isLike = (id: string) => {
      const chosen = standInChosen(id);
      return (chosen === null ? "imported" : chosen.includes("own") ? "own" : "offered") === like;
    };
    const asked = names.filter((name) => standInQuestions(standIn(name), ["q1", "q2", "q3"]).length > 0);
    return asked.find((name) => isLike(standIn(name))) ?? "";
  }

  it("reads the same, and costs the same, whether anybody has that name or not; up to the end", async () => {
    const { door } = desk.house;
    const there = await asks("hal", "hal.new@harbour.example");
    const nowhere = await asks(nobody(), "hal.two@harbour.example");
    expect(there.answers.map((a) => a.status)).toEqual([200, 303, 200, 303, 200, 303, 200, 303, 200]);
    expect(nowhere.answers).toEqual(there.answers);
    expect([there.made, nowhere.made]).toEqual([1, 1]);

    const inside = [(await opens(there)).map((a) => seen(a)), (await opens(nowhere)).map((a) => seen(a))] as const;
    expect(inside[0].map((a) => a.status)).toEqual([303, 200]);
    expect(inside[0][1]?.body).toContain("QUESTION");
    expect(inside[1]).toEqual(inside[0]);

    const answers = { "answer-q1": "no", "answer-q2": "idea", "answer-q3": "at all" };
    for (const turn of ["1", "2", "3"]) {
      const form = { ...answers, "answer-q1": `no ${turn}`, key: `answers.${turn}` };
      const before = commits;
      const wrong = seen(await there.own.post("/request/answers", form));
      const between = commits;
      expect(seen(await nowhere.own.post("/request/answers", form))).toEqual(wrong);
      expect(commits - between).toBe(between - before);
    }
    const code = { code: "ABCD EFGH JKMN PQRS" };
    expect(seen(await nowhere.own.post("/request/saved-code", code))).toEqual(
      seen(await there.own.post("/request/saved-code", code)),
    );

    const ref = await refByReference(door, there.reference);
    if (!ref) throw new Error("There is no such request.");
    const status = async () => [
      seen(await there.own.get("/request/status")),
      seen(await nowhere.own.get("/request/status")),
    ];
    expect((await claimTicket(door, { actor: ada, request: "r" }, ref)).refused).toBeNull();
    const [claimed, waiting] = await status();
    expect(claimed).toEqual(waiting);
    expect((await cancelTicket(door, { actor: ada, request: "r" }, ref, "other")).refused).toBeNull();

    // By then what nobody took up has run out, too.
    desk.setAhead(days(8));
    await sweepTickets(door);
    const again = async (one: typeof there) => {
      const sent = await one.own.post("/request/code", { reference: one.reference, key: "again" });
      return [seen(sent), ...(await opens(one, "again")).map((a) => seen(a))];
    };
    const [over, gone] = [await again(there), await again(nowhere)];
    expect(over.at(-1)?.body).toContain("We could not approve your request");
    expect(gone).toEqual(over);
  });

  it("is work for an agent where there is an account, and never where there is none", async () => {
    const { door } = desk.house;
    const agent = `cs=${await makeSession(desk.house, member)}`;
    const there = await asks("HAL@old.example", "hal.three@harbour.example");
    const nowhere = await asks("nobody@old.example", "hal.four@harbour.example");
    const number = async (reference: string) =>
      (await caseNow(door, (await refByReference(door, reference)) ?? { account: "", ticket: "none" })).ticket?.number;
    const [real, none] = [await number(there.reference), await number(nowhere.reference)];
    const unheard = await desk.ask("GET", "/queue?view=unclaimed", { headers: { cookie: agent } });
    expect(unheard.body).not.toContain(`/tickets/${real}/claim`);
    await opens(there);
    await opens(nowhere);
    const queue = await desk.ask("GET", "/queue?view=unclaimed", { headers: { cookie: agent } });
    expect(queue.body).toContain(`/tickets/${real}/claim`);
    expect(queue.body).toContain("Asked in the portal");
    expect(queue.body).not.toContain(String(none));
    const open = (n: number | undefined) => desk.ask("GET", `/tickets/${n}`, { headers: { cookie: agent } });
    expect([(await open(real)).status, (await open(none)).status]).toEqual([200, 404]);
    const claim = { headers: { cookie: agent }, form: { key: "c" } };
    expect((await desk.ask("POST", `/tickets/${none}/claim`, claim)).status).toBe(404);
    expect((await desk.ask("POST", `/tickets/${real}/claim`, claim)).status).toBe(303);
  });

  it("is taken for a frozen account, for one with three that wait and for too many of them as for any other", async () => {
    const { door, writer } = desk.house;
    await putOnFile(writer.sql, "ice");
    await writer.sql.updateTable("account").set({ status: "frozen" }).where("id", "=", "ice").execute();
    const digest = door.secrets.lookup("username", "ivo");
    const row = { kind: "username", digest, account_id: "ice", set_id: 0, contact_id: null };
    await writer.sql.insertInto("lookup").values(row).execute();
    const [frozen, other] = [await asks("ivo", "ivo@new.example"), await asks("uve", "uve@new.example")];
    expect(frozen.answers).toEqual(other.answers);
    expect(frozen.made).toBe(other.made);
    expect((await refByReference(door, frozen.reference))?.account).not.toBe("ice");
    const more = [];
    for (let n = 0; n < 6; n += 1) more.push(await asks("uve", `uve${n}@new.example`));
    for (const one of more) expect(one.answers).toEqual(other.answers);
    expect(more.map((one) => one.made)).toEqual([1, 1, 1, 1, 0, 0]);
    const refs = await Promise.all(more.map((one) => refByReference(door, one.reference)));
    expect(refs.map((ref) => ref !== null)).toEqual([true, true, true, true, false, false]);
  });

  it("answers whatever is posted to one that is over the same, whether an owner stopped it or no account ever fitted", async () => {
    const { door, writer } = desk.house;
    const owned = await Promise.all(
      ["1", "2"].map(async (digit) => {
        const [account, contact] = [digit.repeat(32), `${digit}a`.repeat(16)];
        await putOnFile(writer.sql, account, { contacts: [{ id: contact, kind: "email" }] });
        const digest = door.secrets.lookup("username", `owner${digit}`);
        const row = { kind: "username", digest, account_id: account, set_id: 0, contact_id: null };
        await writer.sql.insertInto("lookup").values(row).execute();
        return { account, contact, asked: await asks(`owner${digit}`, `owner${digit}@new.example`) };
      }),
    );
    const [objected, stopped] = owned.map(({ asked }) => asked);
    const none = await asks("owner3", "owner3@new.example");
    const all = [none, objected as typeof none, stopped as typeof none];
    for (const one of all) await opens(one);
    const { ticket = "" } = (await refByReference(door, objected?.reference ?? "")) ?? {};
    const links = [
      objectionPath(door, ticket, owned[0]?.contact ?? ""),
      stopPath(door, { ...(owned[1] as (typeof owned)[0]), sentAt: door.clock.now() }),
    ];
    for (const link of links)
      expect((await desk.ask("POST", link, { form: { key: link.slice(0, 60) } })).status).toBe(200);
    desk.setAhead(days(16));
    await sweepTickets(door);
    desk.setAhead(days(8) + hours(1));
    const posts = ["again", "cancellation", "vouch", "saved-code"].map((act) => `/request/${act}`);
    for (const path of posts) {
      const form: Record<string, string> = path.endsWith("code") ? { code: "ABCD EFGH JKMN PQRS" } : {};
      const [first, ...others] = await Promise.all(all.map(async ({ own }) => seen(await own.post(path, form))));
      expect([path, first?.status]).toEqual([path, 410]);
      for (const other of others) expect(other).toEqual(first);
    }
  });

  it("asks whoever chose questions here what it asks where no account fits, and shows a stranger no words of their own", async () => {
    const { door, writer } = desk.house;
    const [id, given] = ["3".repeat(32), { password: "five lanterns", source: "here" }];
    await putOnFile(writer.sql, id, { contacts: [{ id: "3a".repeat(16), kind: "email" }] });
    const row = { account_id: id, password_hash: await hashPassword(given.password, "holder"), set_at: since };
    await writer.sql.insertInto("holder_secret").values(row).execute();
    const digest = door.secrets.lookup("username", "nina");
    const looked = { kind: "username", digest, account_id: id, set_id: 0, contact_id: null };
    await writer.sql.insertInto("lookup").values(looked).execute();
    const { offered } = thingsWords.en.questions;
    const own = "Which of Ulla's boats sank off Sylt?";
    const chosen = [offered["first-friend"], offered["lost-toy"], own].map((question, n) => ({
      question,
      answer: ["Quist", "Ferry Row", "Heron"][n] ?? "",
    }));
    const actor = { id: `holder:${id}`, role: "holder", auth: "password", session: "00112233aabbccdd" } as const;
    expect((await chooseQuestions(door, { actor, request: "r" }, id, { chosen, ...given })).refused).toBeNull();
    desk.setAhead(days(60));
    const labels = async (name: string) => {
      const one = await asks(name, `${name}.new@harbour.example`);
      const page = (await opens(one))[1]?.body ?? "";
      return [...page.matchAll(/name="answer-([^"]+)"/g)].map(([, field = ""]) => {
        const words = new RegExp(`for="answer-${field}"[^>]*>.*?<bdi>([^<]*)<`).exec(page)?.[1] ?? "";
        return { field, words: words.replaceAll("&#x27;", "'") };
      });
    };
    const written = "The question that you wrote yourself";
    const known = [...Object.values(offered), ...Object.values(thingsWords.ar.questions.offered), written];
    const [hers, nobodys, plain] = [await labels("nina"), await labels(nobody("own")), await labels(nobody("offered"))];
    for (const set of [hers, nobodys, plain]) {
      expect(set).toHaveLength(3);
      for (const { field, words } of set)
        expect([/^[0-9a-f]{32}$/.test(field), known.includes(words)]).toEqual([true, true]);
    }
    expect([hers, nobodys, plain].map((set) => set.some(({ words }) => words === written))).toEqual([
      true,
      true,
      false,
    ]);
  });

  it("takes thirty files of one source in an hour, and no more, so that nobody fills the disk with what fits no account", async () => {
    const one = await asks("uma", "uma@new.example");
    await opens(one);
    const part = (name: string, more: string, data: string) =>
      `--b\r\nContent-Disposition: form-data; name="${name}"${more}\r\n\r\n${data}\r\n`;
    const send = async (n: number) => {
      const body = Buffer.from(`${part("key", "", `f${n}`)}${part("photo", '; filename="a"', "no photo")}--b--\r\n`);
      const headers = { cookie: one.own.cookie(), "content-type": "multipart/form-data; boundary=b" };
      return (await desk.ask("POST", "/request/photos", { body, headers })).status;
    };
    const { files, clock } = desk.house.door;
    for (let n = 0; n < 29; n += 1) expect(files.take("127.0.0.1", clock.now())).toBe(true);
    expect([await send(1), await send(2)]).toEqual([422, 429]);
  });

  it("says what is wrong with an answer, keeps what was typed, and leads elsewhere who can help themselves", async () => {
    const own = browser();
    expect((await own.get("/request/new/contact")).headers.location).toBe("/request/new");
    const none = await own.post("/request/new", {});
    expect([none.status, none.body.includes("Choose at least one.")]).toEqual([422, true]);
    expect((await own.post("/request/new", { password: "on" })).headers.location).toBe("/request/new/works");
    expect((await own.get("/request/new/works")).body).toContain("/forgot");
    await own.post("/request/new", { phone: "on" });
    expect((await own.post("/request/new/hand", { contact: "on" })).headers.location).toBe("/request/new/works");
    expect((await own.post("/request/new/name", { name: " " })).status).toBe(422);
    await own.post("/request/new/name", { name: "hal" });
    const typed = await own.post("/request/new/contact", { contact: "hal at home" });
    expect([typed.status, typed.body.includes('value="hal at home"')]).toEqual([422, true]);
    await own.post("/request/new/name", { name: "+44 20 7946 0018" });
    expect((await own.post("/request/new/contact", { contact: "+442079460018" })).body).toContain("the one you lost");
    expect((await own.get("/request/new")).body).toMatch(/name="phone"[^>]*checked/);
    expect((await own.get("/request/new/nothing")).status).toBe(404);
    expect((await own.post("/request/new/works", {})).status).toBe(404);
  });

  it("leaves a browser no account's id, by which two names could be told to be one account's", async () => {
    const one = await asks("hal", "hal.six@harbour.example");
    const [typed] = await opens(one);
    const cookie = String(typed?.headers["set-cookie"]).split("=")[1]?.split(".")[0] ?? "";
    expect(JSON.parse(Buffer.from(cookie, "base64url").toString("utf8"))).not.toHaveProperty("account");
  });
});

import { onEveryEngine } from "db/testing";
import { tellAdmins, tellErasure } from "db/testing-erasure";
import { staffed } from "db/testing-trail";
import { verifyDatabase } from "db/verify";
import { days, minutes } from "domain/time";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { House } from "~/door.server";
import { accountByContact, contactWithDigest } from "~/facts.server";
import { accountHits, deviceMatch, readTicket } from "~/read.server";
import { readContacts, readDevices, readQuestions } from "~/read-things.server";
import { addContact, confirmContact, sendAnotherCode } from "./add-contact.server";
import { addDevice } from "./add-device.server";
import { accountNow, type CaseRef, caseNow } from "./case.server";
import { checkAnswers, drawQuestions } from "./check-answers.server";
import { checkPossession } from "./check-possession.server";
import { checkSerial } from "./check-serial.server";
import { chooseQuestions } from "./choose-questions.server";
import { cancelTicket } from "./end-ticket.server";
import { ownContactCode } from "./links.server";
import { sendCode } from "./new-contact.server";
import { removeContact } from "./remove-contact.server";
import { removeDevice } from "./remove-device.server";
import { who } from "./testing-desk";
import { deskOf, holder, mailOf, password, readyTicket, setAhead } from "./testing-holders";

const ada = staffed("ada", "agent");
const newPhone = "+447700900123";
const fromLabel = "DS-2CD2432F-IW20150126CCCH502126167";
const [imported, added] = ["L38239367", "AE6504225"];
const chosen = [
  { question: "Who was your first friend?", answer: "Ada Quist" },
  { question: "What was your street called?", answer: "Ferry Row" },
  { question: "ما اسم قريتك؟", answer: "عين الحلوة" },
];

onEveryEngine("What a holder adds and takes off", (place) => {
  let house: House;
  let ids: Record<"hal" | "vera", string>;
  let ahead = 0;
  beforeAll(async () => {
    const bound = `2020-01-01T00:00:00Z`;
    const answers = [1, 2, 3].map((n) => `A0,q${n},Question number ${n}?,answer number ${n}`);
    const devices = [`A0,${imported},DS-1,${bound},`];
    ({ house, ids } = await deskOf(place(), ["hal", "vera"], { devices, answers }));
  });
  afterAll(() => house.close());

  const later = (ms: number) => {
    ahead += ms;
    setAhead(place(), ahead);
  };
  const given = { password, source: "here" };
  const own = (name: "hal" | "vera") => [house.door, who(holder(ids[name])), ids[name]] as const;
  const digestOf = (value: string) => house.door.secrets.lookup("phone", value);
  const found = async (kind: "email" | "phone", value: string) =>
    (await accountByContact(house.door, kind, value)).account;
  /** What Hal can prove with in a ticket of a lost e-mail, which is cancelled after. */
  const inTicket = async (body: (ref: CaseRef) => Promise<void>) => {
    const loss = { password: false, secondFactor: false, email: true, phone: false };
    const ref = await readyTicket(house, ids.hal, `new${ahead}@harbour.example`, loss);
    await body(ref);
    const ended = await cancelTicket(house.door, who(ada), ref, "caller-gone");
    expect(ended.refused).toBeNull();
  };
  const codeOf = async (name: "hal" | "vera") => {
    const asked = (await accountNow(house.door, ids[name]))?.asked;
    return ownContactCode(house.door, ids[name], asked?.contact ?? "", asked?.generation ?? 0);
  };

  it("A wrong password adds nothing, and after ten of them not even the right one is compared", async () => {
    const wrong = { password: "not it", source: "thief" };
    expect((await addContact(...own("hal"), { ...wrong, value: newPhone })).refused).toBe("wrong-password");
    for (let n = 1; n < 10; n += 1) await addDevice(...own("hal"), { ...wrong, serial: added });
    const right = { password, source: "thief", chosen };
    expect((await chooseQuestions(...own("hal"), right)).refused).toBe("too-many-passwords");
    expect((await addDevice(...own("hal"), { ...given, serial: "what label" })).refused).toBe("not-a-serial");
    expect((await addContact(...own("hal"), { ...given, value: "hal@" })).refused).toBe("not-an-address");
    expect((await addContact(...own("hal"), { ...given, value: "07700" })).refused).toBe("not-a-phone-number");
    expect((await readDevices(house.door, ids.hal)).devices).toMatchObject([
      { model: null, end: "67", countsFrom: null },
    ]);
    const { sql } = house.door.reader;
    expect(await sql.selectFrom("own_device").select("id").execute()).toEqual([]);
  });

  it("A phone is found by nobody until its code was typed, and from then on by a forgotten password and the desk", async () => {
    expect((await addContact(...own("hal"), { ...given, value: "+44 7700 900123" })).refused).toBeNull();
    expect(await found("phone", newPhone)).toBeNull();
    expect((await readContacts(house.door, ids.hal)).asked).toMatchObject({ kind: "phone", mask: "•••• 23" });
    expect(await confirmContact(...own("hal"), "abc")).toBe("not-a-code");
    const code = await codeOf("hal");
    expect(await confirmContact(...own("hal"), code === "000000" ? "111111" : "000000")).toBe("wrong-code");
    expect((await sendAnotherCode(...own("hal"))).refused).toBe("code-just-sent");
    expect(await confirmContact(...own("vera"), code)).toBe("no-such-code");
    expect(await confirmContact(...own("hal"), code)).toBeNull();
    expect(await found("phone", newPhone)).toBe(ids.hal);
    expect((await accountHits(house.door, "phone", newPhone)).hits).toMatchObject([{ id: ids.hal }]);
    const view = await readContacts(house.door, ids.hal);
    expect([view.asked, view.contacts.length]).toEqual([null, 3]);
  });

  it("What is another account's contact is added like any other, and that account goes on being found by it", async () => {
    later(minutes(3));
    expect((await addContact(...own("vera"), { ...given, value: mailOf("hal") })).refused).toBeNull();
    expect(await confirmContact(...own("vera"), await codeOf("vera"))).toBeNull();
    expect(await found("email", mailOf("hal"))).toBe(ids.hal);
    expect((await addContact(...own("vera"), { ...given, value: mailOf("hal") })).refused).toBe("contact-on-file");
  });

  it("A device is added by its label, and another account's too, without a word about that", async () => {
    expect((await addDevice(...own("hal"), { ...given, serial: ` s/n: ${fromLabel}` })).refused).toBeNull();
    expect((await addDevice(...own("hal"), { ...given, serial: "502126167" })).refused).toBe("device-on-file");
    expect((await addDevice(...own("vera"), { ...given, serial: imported })).refused).toBeNull();
    const { devices } = await readDevices(house.door, ids.hal);
    expect(devices).toMatchObject([
      { model: "DS-2CD2432F-IW", end: "67" },
      { model: null, end: "67", countsFrom: null },
    ]);
    expect(devices[0]?.countsFrom).toBeGreaterThan(0);
    expect((await accountHits(house.door, "serial", "502126167")).hits).toMatchObject([{ id: ids.hal }]);
    expect((await accountHits(house.door, "serial", imported)).hits).toMatchObject([{ id: ids.hal }]);
  });

  it("Questions replace the imported ones, and are asked in the words they were chosen in", async () => {
    expect((await chooseQuestions(...own("hal"), { ...given, chosen })).refused).toBeNull();
    const view = await readQuestions(house.door, ids.hal);
    expect(view.onFile).toBe(3);
    expect(view.countsFrom).toBeGreaterThan(view.now);
    const { sql } = house.door.reader;
    const hashes = await sql.selectFrom("own_answer").select("hash").execute();
    expect(hashes.map((r) => r.hash.slice(0, 13))).toEqual(Array(3).fill("a1:$argon2id$"));
  });

  it("Before thirty days all of it proves nothing", () =>
    inTicket(async (ref) => {
      const phone = await contactWithDigest(house.door, ids.hal, digestOf(newPhone));
      expect((await sendCode(house.door, who(ada), ref, phone ?? "")).refused).toBe("contact-too-new");
      expect(await checkSerial(house.door, who(ada), ref, fromLabel)).toEqual({ refused: null, checked: "too-new" });
      expect((await drawQuestions(house.door, who(ada), ref)).refused).toBe("no-answers-on-file");
      expect((await caseNow(house.door, ref)).ticket?.evidence).toEqual([]);
      expect((await caseNow(house.door, ref)).ticket?.raised).toContain("contact-changed-lately");
    }));

  it("After thirty days all of it proves what it proves", async () => {
    later(days(31));
    await inTicket(async (ref) => {
      const phone = (await contactWithDigest(house.door, ids.hal, digestOf(newPhone))) ?? "";
      expect((await sendCode(house.door, who(ada), ref, phone)).refused).toBeNull();
      const code = house.door.secrets.code(phone, ref.ticket, 1);
      expect((await checkPossession(house.door, who(ada), ref, { contact: phone, code })).refused).toBeNull();
      expect(await checkSerial(house.door, who(ada), ref, fromLabel)).toEqual({ refused: null, checked: "match" });
      expect((await drawQuestions(house.door, who(ada), ref)).refused).toBeNull();
      const { ticket, account } = await caseNow(house.door, ref);
      const shown = await readTicket(house.door, { id: "ada", name: "Ada", role: "agent" }, ticket?.number ?? 0);
      expect(shown?.questions?.texts.map((q) => q.text).sort()).toEqual(chosen.map((q) => q.question).sort());
      const texts = new Map(shown?.questions?.texts.map((q) => [q.id, q.text]));
      const answers = account?.drawn?.questions.map((id) => [
        id,
        chosen.find((q) => q.question === texts.get(id))?.answer ?? "",
      ]);
      const checked = await checkAnswers(house.door, who(ada), ref, Object.fromEntries(answers ?? []));
      expect(checked).toEqual({ refused: null, checked: "match" });
      const factors = (await caseNow(house.door, ref)).ticket?.evidence.map((v) => v.factor);
      expect(factors).toEqual(["contact-code", "serial", "answers"]);
    });
  });

  it("Another account's device proves nothing, until that account's holder takes it off", async () => {
    const serial = { short: imported, full: null };
    const results = async () => {
      const matches = [ids.hal, ids.vera].map((id) => deviceMatch(house.door, id, serial));
      return (await Promise.all(matches)).map((m) => m.result);
    };
    expect(await results()).toEqual(["match", "miss"]);
    const [device] = (await readDevices(house.door, ids.hal)).devices.filter((d) => d.model === null);
    const taking = { ...given, device: device?.id ?? "" };
    expect((await removeDevice(...own("vera"), taking)).refused).toBe("no-such-device");
    expect((await removeDevice(...own("hal"), taking)).refused).toBeNull();
    expect((await removeDevice(...own("hal"), taking)).refused).toBe("no-such-device");
    expect(await results()).toEqual(["miss", "match"]);
    const former = async () => (await deviceMatch(house.door, ids.hal, serial, true)).result;
    expect(await former()).toBe("match");
    later(days(30));
    expect(await former()).toBe("miss");
    expect((await accountHits(house.door, "serial", imported)).hits).toMatchObject([{ id: ids.vera }]);
  });

  it("A contact that was taken off finds the account no more, and may be added again", async () => {
    const phone = (await contactWithDigest(house.door, ids.hal, digestOf(newPhone))) ?? "";
    expect((await removeContact(...own("hal"), { ...given, contact: phone })).refused).toBeNull();
    expect(await found("phone", newPhone)).toBeNull();
    expect((await addContact(...own("hal"), { ...given, value: newPhone })).refused).toBeNull();
    expect(await confirmContact(...own("hal"), await codeOf("hal"))).toBeNull();
    expect(await found("phone", newPhone)).toBe(ids.hal);
    const [mail] = (await readContacts(house.door, ids.hal)).contacts.filter((k) => k.kind === "email");
    expect((await removeContact(...own("hal"), { ...given, contact: mail?.id ?? "" })).refused).toBeNull();
    expect(await found("email", mailOf("hal"))).toBe(ids.vera);
  });

  it("The verifier finds it in order, and finds it changed", async () => {
    expect((await verifyDatabase(house.door.reader)).problem).toBeNull();
    const { sql } = house.writer;
    const near = await sql.selectFrom("own_device").select(["id", "near"]).orderBy("id").executeTakeFirstOrThrow();
    const put = (value: Buffer) =>
      sql.updateTable("own_device").set({ near: value }).where("id", "=", near.id).execute();
    await put(Buffer.alloc(32));
    expect((await verifyDatabase(house.door.reader)).problem).toMatchObject({ what: "row-differs" });
    await put(near.near);
    const extra = { id: "extra", account_id: ids.vera, algorithm: 1, hash: "a1:" };
    await sql.insertInto("own_answer").values(extra).execute();
    expect((await verifyDatabase(house.door.reader)).problem).toMatchObject({ what: "row-unfounded" });
    await sql.deleteFrom("own_answer").where("account_id", "=", ids.vera).execute();
    const [answer] = await sql.selectFrom("own_answer").selectAll().execute();
    await sql
      .deleteFrom("own_answer")
      .where("id", "=", answer?.id ?? "")
      .execute();
    expect((await verifyDatabase(house.door.reader)).problem).toMatchObject({ what: "row-missing" });
    if (answer) await sql.insertInto("own_answer").values(answer).execute();
  });

  it("An erasure takes all of it, and the trail stays whole", async () => {
    const { sql } = house.writer;
    const teller = { now: house.door.clock.now(), ledger: house.door.ledger, db: house.writer };
    await tellAdmins(teller);
    await tellErasure(teller, ids.hal);
    for (const table of ["own_device", "own_answer", "new_contact", "lookup"] as const)
      expect(
        await sql.selectFrom(table).select("account_id").where("account_id", "=", ids.hal).execute(),
        table,
      ).toEqual([]);
    expect(await sql.selectFrom("vault").select("id").where("owner", "=", ids.hal).execute()).toEqual([]);
    expect((await addDevice(...own("hal"), { ...given, serial: added })).refused).not.toBeNull();
    expect((await verifyDatabase(house.door.reader)).problem).toBeNull();
  });
});

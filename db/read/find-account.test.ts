import { days } from "domain/time";
import { afterAll, beforeAll, expect, it } from "vitest";
import { onEveryEngine } from "../testing";
import { answersOnFile, questionTexts } from "./answers";
import { contactWithDigest } from "./cases";
import { type FindBy, findAccount } from "./find-account";
import { matchSerial } from "./match-device";
import { monday, openDesk, type TestDesk } from "./testing-desk";
import { digest, importAccount } from "./testing-directory";
import { heldTicket, lost, Told } from "./testing-told";

onEveryEngine("Finding", (place) => {
  let desk: TestDesk;
  const ids = async (by: FindBy) => (await findAccount(desk.reader, by)).hits.map((h) => h.id);
  const email = (value: string): FindBy => ({ kind: "email", digest: digest(value) });

  beforeAll(async () => {
    desk = await openDesk(place());
    await desk.writer.sql
      .insertInto("directory_set")
      .values({ id: 7, import_id: "unfinished", visible_at: null })
      .execute();
    const devices = [{ short: "L38239367", whole: "DS-1-L38239367", near: "1382393G7" }, { short: "AE6504225" }];
    await importAccount(desk, "acc", { email: "hal@old", name: "hal holder", devices });
    for (const i of [1, 2, 3, 4, 5]) await importAccount(desk, `five-${i}`, { name: "five of it", phone: "shared" });
    for (const i of [1, 2, 3, 4, 5, 6]) await importAccount(desk, `six-${i}`, { name: "six of it" });
    await importAccount(desk, "hidden", { set: 7, email: "hidden@mail", devices: [{ short: "H00000001" }] });
  });
  afterAll(() => desk.close());

  it("gives one account in masks for exactly the value it has", async () => {
    const found = await findAccount(desk.reader, email("hal@old"));
    expect(found).toEqual({
      tooMany: false,
      hits: [
        {
          id: "acc",
          holder: "H••• acc",
          region: "eu",
          since: monday - days(2000),
          secondFactor: "none",
          frozen: false,
          liveTicket: null,
          contacts: [
            { kind: "email", mask: "mask-acc-mail" },
            { kind: "phone", mask: "mask-acc-phone" },
          ],
        },
      ],
    });
    expect(await ids({ kind: "username", digest: digest("acc") })).toEqual(["acc"]);
    expect(await ids({ kind: "serial", digest: digest("AE6504225") })).toEqual(["acc"]);
    expect(await ids({ kind: "name", digest: digest("acc") })).toEqual([]);
    expect(await ids(email("hal@ol"))).toEqual([]);
    expect(await ids({ kind: "id", id: "acc" })).toEqual(["acc"]);
  });

  it("shows five and, of more, none", async () => {
    expect(await ids({ kind: "name", digest: digest("five of it") })).toHaveLength(5);
    expect(await findAccount(desk.reader, { kind: "name", digest: digest("six of it") })).toEqual({
      hits: [],
      tooMany: true,
    });
    expect(await ids({ kind: "phone", digest: digest("shared") })).toHaveLength(5);
  });

  it("knows nothing of an import that is not visible yet", async () => {
    expect(await ids(email("hidden@mail"))).toEqual([]);
    expect(await ids({ kind: "serial", digest: digest("H00000001") })).toEqual([]);
    expect(await ids({ kind: "id", id: "hidden" })).toEqual([]);
  });

  it("matches a serial within its account alone, whole labels only against whole labels", async () => {
    const typed = (short: string, whole: string | null, near = short) => ({
      short: digest(short),
      whole: whole === null ? null : digest(whole),
      near: digest(near),
    });
    const match = (account: string, t: ReturnType<typeof typed>) =>
      matchSerial(desk.reader, account, t, { former: false, now: 0 });
    expect(await match("acc", typed("L38239367", null))).toEqual({
      result: "match",
      device: "acc-d1",
      whole: false,
      boundAt: Date.parse("2019-05-01T00:00:00Z"),
    });
    expect(await match("acc", typed("L38239367", "DS-1-L38239367"))).toEqual({
      result: "match",
      device: "acc-d1",
      whole: true,
      boundAt: Date.parse("2019-05-01T00:00:00Z"),
    });
    expect(await match("acc", typed("L38239367", "DS-2-L38239367"))).toEqual({
      result: "match",
      device: "acc-d1",
      whole: false,
      boundAt: Date.parse("2019-05-01T00:00:00Z"),
    });
    expect(await match("acc", typed("AE6504225", "DS-1-AE6504225"))).toEqual({
      result: "match",
      device: "acc-d2",
      whole: false,
      boundAt: Date.parse("2019-05-01T00:00:00Z"),
    });
    expect(await match("acc", typed("138239367", null, "1382393G7"))).toEqual({
      result: "near",
      device: null,
      whole: false,
      boundAt: null,
    });
    expect(await match("acc", typed("X99999999", null))).toEqual({
      result: "miss",
      device: null,
      whole: false,
      boundAt: null,
    });
    expect(await match("five-1", typed("L38239367", "DS-1-L38239367"))).toEqual({
      result: "miss",
      device: null,
      whole: false,
      boundAt: null,
    });
    expect(await match("hidden", typed("H00000001", null))).toEqual({
      result: "miss",
      device: null,
      whole: false,
      boundAt: null,
    });
  });

  it("gives the answers on file and questions in the order they were asked", async () => {
    await desk.writer.sql
      .insertInto("question")
      .values([
        { id: "q1", text: "One?" },
        { id: "q3", text: "Three?" },
      ])
      .execute();
    expect(await questionTexts(desk.reader, ["q3", "q1", "q9"])).toEqual([
      { id: "q3", text: "Three?" },
      { id: "q1", text: "One?" },
    ]);
    expect(await answersOnFile(desk.reader, "acc", ["q1", "q9"])).toEqual([{ questionId: "q1", hash: "hash-acc-q1" }]);
    expect(await answersOnFile(desk.reader, "hidden", ["q1"])).toEqual([]);
  });

  it("finds a ticket's account and shows the live ticket that was asked for", async () => {
    await new Told(desk, "five-1", "t-one").opens(lost("password"));
    await new Told(desk, "five-1", "t-two").opens(lost("password"));
    const asked = async (number: number) =>
      (await findAccount(desk.reader, { kind: "ticket", number })).hits[0]?.liveTicket;
    expect(await asked(1001)).toEqual({ id: "t-one", number: 1001 });
    expect(await asked(1002)).toEqual({ id: "t-two", number: 1002 });
    expect(await asked(9999)).toBeUndefined();
  });

  it("follows a recovery: the old address no longer finds the account, the new one does from the redemption on", async () => {
    const told = await heldTicket(desk, "acc", "t1");
    expect(await ids(email("t1@new"))).toEqual([]);
    await told.endsHold();
    expect(await ids(email("hal@old"))).toEqual(["acc"]);
    await told.redeems();
    expect(await ids(email("hal@old"))).toEqual([]);
    expect(await ids(email("t1@new"))).toEqual(["acc"]);
    expect((await findAccount(desk.reader, email("t1@new"))).hits[0]?.contacts).toEqual([
      { kind: "email", mask: "n•••@new" },
    ]);
    expect(await contactWithDigest(desk.reader, "acc", digest("t1@new"))).toBe("t1-new");
    expect(await contactWithDigest(desk.reader, "acc", digest("hal@old"))).toBe("acc-mail");
    expect(await contactWithDigest(desk.reader, "acc", digest("shared"))).toBeNull();
  });

  it("finds it by an address that was taken off and bound again", async () => {
    desk.clock.at += days(181);
    const again = new Told(desk, "acc", "t3");
    await (await again.opens(lost("email"))).claims();
    await (await again.binds("hal@old")).serial("acc-d1");
    await (await again.serial("acc-d2", 2)).answers();
    await (await (await (await again.submits()).approves("sam")).approves("max")).delivers();
    await (await again.endsHold()).redeems();
    expect(await ids(email("hal@old"))).toEqual(["acc"]);
    expect(await ids(email("t1@new"))).toEqual([]);
    expect(await contactWithDigest(desk.reader, "acc", digest("hal@old"))).toBe("t3-new");
  });
});

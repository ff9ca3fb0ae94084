import type { Place } from "db/place";
import { onEveryEngine } from "db/testing";
import { tellAccounts, tellApproval } from "db/testing-approvals";
import { stepsUp, tellAdmins, tellErasure } from "db/testing-erasure";
import { cli, granted, staffed, type Teller, tellerOf, tellStaff } from "db/testing-trail";
import { verifyDatabase } from "db/verify";
import { addMember } from "domain/member";
import { reject, stopHold } from "domain/review";
import { lookObject } from "domain/second-review";
import { days, minutes, seconds } from "domain/time";
import { isDrawn } from "domain/trail/draw";
import type { Viewer } from "domain/view";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { House } from "~/door.server";
import { readSecondLook, readSecondReviews, refByApproval, wrongLooks } from "~/read-second-reviews.server";
import { readAlarms } from "~/read-watch.server";
import { type DrawnRef, enterLook, judgeReview } from "./judge-review.server";
import { linkAccount, unlinkAccount } from "./own-contacts.server";
import { samplingReviews } from "./sample-reviews.server";
import { who } from "./testing-desk";
import { houseIn } from "./testing-import";

const lou = staffed("lou", "supervisor");
const [sam, max] = [staffed("sam", "supervisor"), staffed("max", "supervisor")];
const viewer = (id: string, role: Viewer["role"]): Viewer => ({ id, role, name: id });
const words = "The label in the photo is another one.";

onEveryEngine("Second reviews", (place) => {
  let house: House;
  let t: Teller;
  let turn: () => Promise<number>;
  beforeAll(async () => {
    ({ house, t } = await openedIn(place()));
    turn = samplingReviews(house);
    await tellUntilDrawn();
  }, 240_000);
  afterAll(() => house.close());

  /** Approvals by Sam and Max until the draw takes two of Sam's and one of Max's: with a random id in every entry nobody knows how many it takes. */
  async function tellUntilDrawn(): Promise<void> {
    const taken = async (by: string) => (await shouldBeDrawn(house)).filter((a) => a.staff_id === by).length;
    for (let set = 1; (await taken("sam")) < 2 || (await taken("max")) < 1; set += 1) {
      const numbers = Array.from({ length: 8 }, (_, n) => set * 8 + n);
      await tellAccounts(
        t,
        set,
        numbers.map((n) => `a${n}`),
      );
      for (const n of numbers) await tellOne(t, n);
    }
  }
  const waiting = async (as = viewer("lou", "supervisor")) =>
    (await readSecondReviews(house.door, as, { waiting: null, given: null })).waiting;
  const drawnRef = async (by: string): Promise<DrawnRef> => {
    const approval = (await waiting()).find((line) => line.by === by)?.approval ?? -1;
    const ref = await refByApproval(house.door, approval);
    return { account: "", ticket: "", ...ref, approval };
  };
  const look = async (drawn: DrawnRef, by = lou, looks: "right" | "wrong" = "right", reason = words) => {
    const stepUp = await stepsUp(t, by, lookObject(drawn.ticket, drawn.approval), "second-review");
    return enterLook(house.door, who(by), drawn, { looks, reason, stepUp });
  };

  it("are those of which the leaf hash says so, all of them and no other, each once", async () => {
    const expected = await shouldBeDrawn(house);
    expect(await turn()).toBe(expected.length);
    expect((await waiting()).map((line) => line.approval)).toEqual(expected.map((a) => a.seq));
    expect(await turn()).toBe(0);
    // Another worker, or this one started again, finds nothing more to draw.
    expect(await samplingReviews(house)()).toBe(0);
  });

  it("show the lot, which is under the bar", async () => {
    const { approval } = await drawnRef("sam");
    const view = await readSecondLook(house.door, viewer("ivy", "auditor"), approval);
    expect(view).toMatchObject({ by: "sam", oneIn: 20, under: "0ccccccc", judged: null, refusal: "not-your-role" });
    expect(view && view.lot <= view.under).toBe(true);
    const took = (view?.signedAt ?? 0) - (view?.openedAt ?? 0);
    expect(took >= minutes(3) && took < minutes(4)).toBe(true);
    expect(await readSecondLook(house.door, viewer("ivy", "auditor"), 0)).toBeNull();
  });

  it("are not for who signed, and say so beforehand", async () => {
    const drawn = await drawnRef("sam");
    expect((await look(drawn, sam)).refused).toBe("own-review");
    const lines = await waiting(viewer("sam", "supervisor"));
    expect(lines.filter((line) => line.by === "sam").every((line) => line.refusal === "own-review")).toBe(true);
    expect(lines.filter((line) => line.by === "max").every((line) => line.refusal === null)).toBe(true);
  });

  it("are not for whose account it is, who does not even see them", async () => {
    const drawn = await drawnRef("sam");
    const atDesk = { actor: cli, request: "cli" };
    const seen = async (id: string) => {
      const page = await readSecondReviews(house.door, viewer(id, "supervisor"), { waiting: null, given: null });
      const one = await readSecondLook(house.door, viewer(id, "supervisor"), drawn.approval);
      return [page.waiting.some((line) => line.approval === drawn.approval), one !== null];
    };
    await granted(linkAccount(house.door, atDesk, "lou", drawn.account));
    expect([await seen("lou"), await seen("max")]).toEqual([
      [false, false],
      [true, true],
    ]);
    expect((await look(drawn)).refused).toBe("own-account");
    await granted(unlinkAccount(house.door, atDesk, "lou", drawn.account));
    expect(await seen("lou")).toEqual([true, true]);
  });

  it("take words and a fresh code: a wrong one is refused on the ticket's trail", async () => {
    const drawn = await drawnRef("sam");
    expect((await look(drawn, lou, "right", "Fine.    ")).refused).toBe("reason-missing");
    const form = { looks: "right", reason: words, code: "000000" } as const;
    expect((await judgeReview(house.door, who(lou, "k1"), drawn, form)).refused).toBe("wrong-code");
    const short = { ...form, reason: "Fine." };
    expect((await judgeReview(house.door, who(lou, "k2"), drawn, short)).refused).toBe("reason-missing");
  });

  it("that look wrong warn auditors and admins, nobody else, and for a week", async () => {
    const drawn = await drawnRef("sam");
    await granted(look(drawn, max, "wrong"));
    const alarm = { alarm: "looks-wrong", approval: drawn.approval, since: t.now };
    for (const [id, role] of [
      ["ivy", "auditor"],
      ["rob", "admin"],
    ] as const)
      expect(await readAlarms(house.door, viewer(id, role))).toContainEqual(alarm);
    for (const [id, role] of [
      ["sam", "supervisor"],
      ["ada", "agent"],
    ] as const)
      expect(await readAlarms(house.door, viewer(id, role))).not.toContainEqual(alarm);
    const later = { ...house.door, clock: { now: () => t.now + days(8) } };
    expect(await wrongLooks(later)).toEqual([]);
  });

  it("that look right warn of nothing, and are given once", async () => {
    const before = await wrongLooks(house.door);
    const drawn = await drawnRef("max");
    await granted(look(drawn));
    expect((await look(drawn)).refused).toBe("already-judged");
    expect(await wrongLooks(house.door)).toEqual(before);
    const { given } = await readSecondReviews(house.door, viewer("ivy", "auditor"), { waiting: null, given: null });
    expect(given.map((line) => [line.by, line.judged?.by, line.judged?.looks, line.judged?.reason])).toEqual([
      ["max", "lou", "right", words],
      ["sam", "max", "wrong", words],
    ]);
  });

  it("of an account that is erased wait no more", async () => {
    const drawn = await drawnRef("sam");
    const { account, ticket } = drawn;
    const on = { stream: "case", account, ticket, actor: lou, request: "end" } as const;
    await granted(t.ledger.enact({ ...on, decide: stopHold("other") }));
    const made = await stepsUp(t, lou, ticket, "reject");
    await granted(t.ledger.enact({ ...on, decide: reject({ reason: "other", note: "n", stepUp: made }) }));
    await tellErasure(t, account);
    expect((await waiting()).map((line) => line.approval)).not.toContain(drawn.approval);
    expect((await look(drawn)).refused).toBe("account-erased");
  });

  it("leave tables that are what the entries say", async () => {
    expect(await verifyDatabase(house.door.reader)).toMatchObject({ verdict: "valid", problem: null });
  }, 60_000);
});

/** A desk on the teller's clock, with a third supervisor and two admins. */
async function openedIn(place: Place): Promise<{ house: House; t: Teller }> {
  const opened = houseIn(place);
  const t = tellerOf(opened.writer);
  await tellStaff(t);
  await granted(
    t.ledger.enact({ stream: "staff", id: "lou", actor: cli, request: "r", decide: addMember("p-lou", "supervisor") }),
  );
  await tellAdmins(t);
  return { house: { ...opened, door: { ...opened.door, ledger: t.ledger, clock: { now: () => t.now } } }, t };
}

function tellOne(t: Teller, n: number): Promise<void> {
  const took = minutes(3) + seconds((n * 37) % 60);
  const [agent, supervisor] = [n % 4 < 2 ? "ada" : "bob", n % 2 === 0 ? "sam" : "max"];
  return tellApproval(t, { account: `a${n}`, ticket: `t${n}`, agent, supervisor, took });
}

/** Every approval whose entry's leaf hash is drawn, read by a query of the test's own. */
async function shouldBeDrawn({ writer: { sql } }: House): Promise<{ seq: number; staff_id: string }[]> {
  const rows = await sql
    .selectFrom("approval")
    .innerJoin("entry", "entry.seq", "approval.seq")
    .select(["approval.seq", "approval.staff_id", "entry.leaf"])
    .orderBy("approval.seq")
    .execute();
  return rows.filter((r) => isDrawn(r.leaf, 20)).map(({ seq, staff_id }) => ({ seq, staff_id }));
}

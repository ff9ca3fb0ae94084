import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type CaseRef, caseNow } from "~/desk/case.server";
import { checkSerial } from "~/desk/check-serial.server";
import { demoCode } from "~/desk/demo-authenticator.server";
import { resetPath } from "~/desk/links.server";
import { redeemGrant } from "~/desk/redeem-grant.server";
import { approveTicket, openPacket } from "~/desk/review-ticket.server";
import { signInHolder } from "~/desk/sign-in-holder.server";
import { submitTicket } from "~/desk/submit-ticket.server";
import { holderHash } from "~/facts.server";
import { verifyPassword } from "~/passwords.server";
import { workOnce } from "./deliveries";
import { by } from "./story";
import { type FaultDesk, openFaultDesk } from "./testing";
import { agentOf, claimedTicket, countEntries, openedTicket, startTwo, type TwoProcesses } from "./two-desks";

const claims = 10;
const redemptions = 20;

describe.each(["sqlite", "postgres"] as const)("Two processes that do the same at once (%s)", (kind) => {
  let desk: FaultDesk;
  let two: TwoProcesses;
  beforeAll(async () => {
    desk = await openFaultDesk(kind, { lanes: 2, holders: claims + 2 });
    two = await startTwo(desk);
  }, 120_000);
  afterAll(async () => {
    await two?.end();
    await desk?.drop();
  });

  it("give each of ten tickets, claimed by two agents at once, one owner and one refusal", async () => {
    const refs: CaseRef[] = [];
    for (let n = 0; n < claims; n += 1) refs.push(await openedTicket(desk, n));
    const race = (lane: number) => ({ do: "claim", actor: agentOf(desk, lane), refs }) as const;
    const [one, other] = await two.race(race(0), race(1));
    for (const [n, ref] of refs.entries()) {
      const refused = [one.outcomes[n]?.refused, other.outcomes[n]?.refused];
      expect(refused.sort()).toEqual(["already-claimed", null]);
      expect(await countEntries(desk, "ticket.claimed", ref.account)).toBe(1);
      const owner = agentOf(desk, one.outcomes[n]?.refused === null ? 0 : 1);
      expect(`staff:${(await caseNow(desk.house.door, ref)).ticket?.agent}`).toBe(owner.id);
    }
  });

  it("redeem one grant once of twenty times, and the password of that one works", async () => {
    const { door } = desk.house;
    const ref = await sentLink(desk, claims);
    const token = resetPath(door, ref.ticket, 1).slice("/reset/".length);
    const passwords = Array.from({ length: redemptions }, (_, n) => `harbour kettle violet ${n}0${n}`);
    const race = (from: number) =>
      ({ do: "redeem", token, passwords: passwords.slice(from, from + redemptions / 2) }) as const;
    const raced = await two.race(race(0), race(redemptions / 2));
    const outcomes = raced.flatMap((r) => r.outcomes.map((o) => o.refused));
    expect(outcomes.filter((refused) => refused === null)).toHaveLength(1);
    expect(outcomes.filter((refused) => refused === "grant-used")).toHaveLength(redemptions - 1);
    expect(await countEntries(desk, "grant.redeemed", ref.account)).toBe(1);
    expect(await countEntries(desk, "account.recovered", ref.account)).toBe(1);
    const stored = await holderHash(door, ref.account);
    const working: string[] = [];
    for (const password of passwords) if (await verifyPassword(stored, password, "holder")) working.push(password);
    expect(working).toEqual([passwords[outcomes.indexOf(null)]]);
    const username = desk.file.holders[claims]?.username ?? "";
    const signedIn = await signInHolder(door, by(anyone), { username, password: working[0] ?? "", source: "faults" });
    expect(signedIn).toEqual({
      refused: null,
      account: ref.account,
      pending: null,
      at: expect.any(Number),
      auth: expect.any(String),
    });
  }, 120_000);

  it("tell a form of a reset that is sent twice that it is done, and another form that the link was used", async () => {
    const { door } = desk.house;
    const ref = await sentLink(desk, claims + 1);
    const token = resetPath(door, ref.ticket, 1).slice("/reset/".length);
    const typed = { password: "harbour kettle violet 77", repeat: "harbour kettle violet 77" };
    const who = () => ({ ...by(anyone), key: { key: "reset", digest: "one form" } });
    const once = await redeemGrant(door, who(), token, typed);
    expect(once).toMatchObject({ refused: null, done: { newPassword: true } });
    expect(await redeemGrant(door, who(), token, typed)).toEqual(once);
    expect(await redeemGrant(door, by(anyone), token, typed)).toMatchObject({ refused: "grant-used", done: null });
    expect(await countEntries(desk, "grant.redeemed", ref.account)).toBe(1);
  }, 60_000);
});

const anyone = { id: "anyone", role: "anyone", auth: "password", session: null } as const;

/** A lost password, checked by one serial, countersigned, and its link sent. */
async function sentLink(desk: FaultDesk, holder: number): Promise<CaseRef> {
  const { door } = desk.house;
  const ref = await claimedTicket(desk, holder);
  const supervisor = desk.file.lanes[0]?.supervisors[0] ?? agentOf(desk);
  await checkSerial(door, by(agentOf(desk)), ref, desk.file.holders[holder]?.serials[0] ?? "");
  await submitTicket(door, by(agentOf(desk)), ref);
  await openPacket(door, by(supervisor), ref);
  const packet = (await caseNow(door, ref)).ticket?.packet?.hash ?? "";
  const code = (await demoCode(door, supervisor.id.slice("staff:".length))) ?? "";
  await approveTicket(door, by(supervisor), ref, { packet, reason: "evidence-complete", note: "", code });
  while ((await workOnce(desk.house, desk.file)) > 0);
  expect((await caseNow(door, ref)).ticket?.state).toBe("reset_sent");
  return ref;
}

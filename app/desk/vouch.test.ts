import { onEveryEngine } from "db/testing";
import { ned, rob, stepsUp, tellAdmins } from "db/testing-erasure";
import { cli, granted } from "db/testing-trail";
import { verifyDatabase } from "db/verify";
import { acceptInvitation } from "domain/invite";
import { days, lifetime, minutes } from "domain/time";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Outgoing } from "~/delivery/port.server";
import type { House } from "~/door.server";
import { readForErasure } from "~/read-erasures.server";
import { readProofs, readVouch } from "~/read-proofs.server";
import { answerInvitation, endLinkWith } from "./answer-invitation.server";
import { accountNow, type CaseRef, caseNow } from "./case.server";
import { deliverMessages } from "./deliver-messages.server";
import { cancelTicket } from "./end-ticket.server";
import { confirmErasure, proposeErasure } from "./erase-account.server";
import { invitePerson } from "./invite-person.server";
import { linkAccount, unlinkAccount } from "./own-contacts.server";
import { ada, who } from "./testing-desk";
import { deskOf, holder, mailOf, readyTicket, setAhead } from "./testing-holders";
import { askForVouch, typeNumber, vouchFor, vouchNumber } from "./vouch.server";

onEveryEngine("People who vouch", (place) => {
  let house: House;
  let [hal, vera, ida, tom] = ["", "", "", ""];
  let aheadMs = 0;
  const pass = (ms: number) => {
    aheadMs += ms;
    setAhead(place(), aheadMs);
  };
  const invite = (account: string, email: string, installer = false, key?: string) =>
    invitePerson(house.door, who(holder(account), key), account, { email, installer });
  const answer = (account: string, link: string, accept = true, key?: string) =>
    answerInvitation(house.door, who(holder(account), key), account, { link, accept });
  const proofs = (account: string) => readProofs(house.door, account);
  const linkOf = async (account: string) => (await proofs(account)).invitations[0]?.link ?? "";
  const type = (account: string, link: string, number: string, request: string | null = null) =>
    typeNumber(house.door, who(holder(account)), { account, link, request }, number);
  const vouch = (account: string, link: string, key?: string) =>
    vouchFor(house.door, who(holder(account), key), { account, link, request: null });

  beforeAll(async () => {
    const desk = await deskOf(place(), ["hal", "vera", "ida", "tom"]);
    house = desk.house;
    ({ hal, vera, ida, tom } = desk.ids);
    await tellAdmins({ now: house.door.clock.now(), ledger: house.door.ledger, db: house.writer });
  });
  afterAll(() => house.close());

  it("are invited by address: the page is the same whether anybody has it", async () => {
    const [known, unknown] = [await invite(hal, mailOf("vera")), await invite(hal, "nobody@harbour.example")];
    expect([known.refused, unknown.refused]).toEqual([null, null]);
    const { people } = await proofs(hal);
    expect(people.map(({ linked, mayVouchFrom, address }) => [linked, mayVouchFrom, address])).toEqual([
      [false, null, "v•••@h•••.example"],
      [false, null, "n•••@h•••.example"],
    ]);
    expect((await invite(hal, "no address")).refused).toBe("not-an-address");
  });

  it("see who asks, in their own session, and are linked when they say yes", async () => {
    const asked = await proofs(vera);
    expect(asked.invitations).toMatchObject([{ name: "Hal Gray" }]);
    const link = asked.invitations[0]?.link ?? "";
    expect((await answer(ida, link)).refused).toBe("no-such-invitation");
    await granted(answer(vera, link, true, "yes"));
    expect((await answer(vera, link, true, "yes")).replayed).toBe(true);
    expect((await proofs(hal)).people[0]).toMatchObject({ linked: true });
    expect((await proofs(vera)).vouchees).toMatchObject([{ link, name: "Hal Gray" }]);
  });

  it("find a yes finished that was broken off between the two accounts", async () => {
    await granted(invite(hal, mailOf("ida")));
    const link = await linkOf(ida);
    await granted(
      house.door.ledger.enact({
        ...who(holder(ida)),
        stream: "case",
        account: hal,
        ticket: null,
        decide: acceptInvitation({ link, voucher: ida }),
      }),
    );
    await granted(answer(ida, link));
    expect((await proofs(ida)).vouchees).toHaveLength(1);
  });

  it("say no, and nothing is left on either side; a yes that their own account does not take reaches neither", async () => {
    await granted(invite(vera, mailOf("tom")));
    const toms = house.writer.sql.updateTable("account").where("id", "=", tom);
    await toms.set({ status: "frozen" }).execute();
    expect((await answer(tom, await linkOf(tom))).refused).toBe("account-frozen");
    expect((await proofs(vera)).people).toMatchObject([{ linked: false }]);
    await toms.set({ status: "active" }).execute();
    await granted(answer(tom, await linkOf(tom), false));
    expect([(await proofs(vera)).people, (await proofs(tom)).invitations]).toEqual([[], []]);
  });

  it("have their contacts told of every step, and no message names anybody", async () => {
    const rows = await house.writer.sql.selectFrom("outbox").select(["template", "account_id", "ticket_id"]).execute();
    const told = (account: string) => new Set(rows.filter((r) => r.account_id === account).map((r) => r.template));
    expect(told(hal)).toEqual(new Set(["told-link-invited", "told-link-accepted"]));
    expect(told(tom)).toEqual(new Set(["told-link-received", "told-link-declined"]));
    expect(rows.every((r) => r.ticket_id === null)).toBe(true);
    const letters: Outgoing[] = [];
    const deliver = async (letter: Outgoing) => {
      letters.push(letter);
      return undefined;
    };
    await deliverMessages(house, { email: deliver, phone: deliver });
    expect(letters.length).toBe(Math.min(rows.length, 20));
    for (const { subject, text } of letters) expect(subject + text).not.toMatch(/hal\b|vera|ida\b|tom\b|gray/i);
    const states = await house.writer.sql
      .selectFrom("outbox")
      .select("done_at")
      .where("done_at", "is not", null)
      .execute();
    expect(states).toHaveLength(letters.length);
  });

  let ref: CaseRef;
  const number = async () =>
    vouchNumber(house.door, ref.ticket, (await caseNow(house.door, ref)).ticket?.vouch?.generation ?? 0);
  const wrong = async () => ((await number()) === "000000" ? "000001" : "000000");
  const veras = async () => (await proofs(vera)).vouchees[0]?.link ?? "";
  const idas = async () => (await proofs(ida)).vouchees[0]?.link ?? "";

  it("may not be asked before 90 days, and then vouch once with the number, after they saw what for", async () => {
    ref = await readyTicket(house, hal, mailOf("ida"));
    expect((await askForVouch(house.door, who(ada), ref)).refused).toBe("nobody-may-vouch");
    await granted(cancelTicket(house.door, who(ada), ref, "caller-gave-up"));
    pass(days(90));
    ref = await readyTicket(house, hal, mailOf("ida"));
    await granted(askForVouch(house.door, who(ada), ref));
    const link = await veras();
    expect(await readVouch(house.door, vera, link)).toBeNull();
    await granted(type(vera, link, await number()));
    pass(lifetime.vouchNumberMs);
    expect(await readVouch(house.door, vera, link)).toBeNull();
    await granted(askForVouch(house.door, who(ada), ref));
    expect((await type(vera, link, await wrong())).refused).toBe("wrong-number");
    expect((await vouch(vera, link)).refused).toBe("no-such-number");
    await granted(type(vera, link, await number()));
    expect(await readVouch(house.door, vera, link)).toMatchObject({
      name: "Hal Gray",
      loss: { email: true, phone: true },
    });
  });

  it("do not vouch for whom they are themselves: the new contact's owner, or who made the request in this browser", async () => {
    expect((await type(ida, await idas(), await number())).refused).toBe("own-request");
    expect((await type(vera, await veras(), await number(), ref.ticket)).refused).toBe("own-request");
  });

  it("do not vouch where their account is one of a member of staff, whoever works on the ticket", async () => {
    const cliWho = { actor: cli, request: "cli" };
    await granted(linkAccount(house.door, cliWho, "ada", vera));
    expect((await vouch(vera, await veras())).refused).toBe("staff-may-not-vouch");
    await granted(unlinkAccount(house.door, cliWho, "ada", vera));
  });

  it("count once, whoever of twenty clicks comes first, and their own contacts hear of it", async () => {
    const link = await veras();
    const all = await Promise.all(Array.from({ length: 20 }, () => vouch(vera, link)));
    expect(all.filter((one) => one.refused === null)).toHaveLength(1);
    expect((await caseNow(house.door, ref)).ticket?.evidence.map((v) => v.factor)).toEqual(["vouch"]);
    const { account_id } = await house.writer.sql
      .selectFrom("outbox")
      .select("account_id")
      .where("template", "=", "told-vouch-given")
      .limit(1)
      .executeTakeFirstOrThrow();
    expect(account_id).toBe(vera);
  });

  it("vouch once in 30 days, for whomever", async () => {
    await granted(cancelTicket(house.door, who(ada), ref, "caller-gave-up"));
    pass(minutes(3));
    ref = await readyTicket(house, hal);
    await granted(askForVouch(house.door, who(ada), ref));
    expect((await type(vera, await veras(), await number())).refused).toBe("vouched-lately");
    pass(days(30));
    expect((await proofs(vera)).vouchees[0]?.mayVouchFrom).toBeLessThanOrEqual(house.door.clock.now());
    await granted(cancelTicket(house.door, who(ada), ref, "caller-gave-up"));
  });

  it("hear the same whether there is a ticket or not", async () => {
    expect((await type(vera, await veras(), "123456")).refused).toBe("no-such-number");
  });

  it("are let go by either, on both sides", async () => {
    const link = await veras();
    await granted(endLinkWith(house.door, who(holder(vera)), vera, link));
    expect((await proofs(hal)).people.some((one) => one.link === link)).toBe(false);
    expect((await proofs(vera)).vouchees).toEqual([]);
    expect((await endLinkWith(house.door, who(holder(vera)), vera, link)).refused).toBe("no-such-link");
  });

  it("leave nothing behind when their account is erased, not even their address at whom they were linked with", async () => {
    const named = async () => (await proofs(hal)).people.map((one) => one.address);
    expect(await named()).toContain("i•••@h•••.example");
    const teller = { now: house.door.clock.now(), ledger: house.door.ledger, db: house.writer };
    const reason = "They asked in writing, file 12";
    await granted(proposeErasure(house.door, who(rob), ida, { reason, stepUp: await stepsUp(teller, rob, ida) }));
    const waiting = await readForErasure(house.door, { id: "ned", name: "Ned", role: "admin" }, ida);
    const given = { proposal: waiting?.proposal?.id ?? "", stepUp: await stepsUp(teller, ned, ida) };
    await granted(confirmErasure(house, who(ned), ida, given));
    expect(await named()).not.toContain("i•••@h•••.example");
    expect((await accountNow(house.door, ida))?.links).toBeUndefined();
  });

  it("leave a database that is what its entries say", async () => {
    expect((await verifyDatabase(house.door.reader)).problem).toBeNull();
  });
});

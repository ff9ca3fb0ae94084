import { describe, expect, it } from "vitest";
import { claim, handOver } from "./claim";
import type { EventType, Verdict } from "./event";
import { evolveMember } from "./member";
import { open } from "./open";
import { addOwnContact, linkAccount, removeOwnContact, unlinkAccount } from "./own-contacts";
import { approve } from "./review";
import type { Member } from "./staff";
import { isStaffAccount, isStaffContact, isTiedTo, type StaffTie } from "./staff-ties";
import { ada, given, memberOf, monday, rob, sam } from "./testing";
import { claimed, lossOf, opened, submitted } from "./testing-stories";

const mailOf = (contact: string, same: string | null = null) =>
  addOwnContact({ contact, kind: "email", commitment: "ab".repeat(32), same });

function decided(member: Member | null, decide: ReturnType<typeof mailOf>, actor = rob): [Member | null, Verdict] {
  const verdict = decide(member, { actor, member: memberOf("rob", "admin") }, monday);
  const entries = verdict.map((e, seq) => ({ ...e, seq, at: monday, actor, subject: null, object: "ada" }));
  return [entries.reduce(evolveMember, member), verdict];
}
const said = ([, [first]]: [Member | null, Verdict]): EventType | string =>
  first.type === "refused" ? first.data.reason : first.type;

describe("What is a member's own", () => {
  const plain = memberOf("ada", "agent");

  it("is noted and taken off again by an admin, contact by contact and account by account", () => {
    const [withMail] = decided(plain, mailOf("k1"));
    expect(withMail?.contacts).toEqual([{ id: "k1", kind: "email" }]);
    expect(decided(withMail, removeOwnContact("k1"))[0]?.contacts).toEqual([]);
    const [linked] = decided(plain, linkAccount("hal"));
    expect(linked?.accounts).toEqual(["hal"]);
    expect(decided(linked, unlinkAccount("hal"))[0]?.accounts).toEqual([]);
  });

  it("is refused where there is nothing to note or to take off, and to everyone else", () => {
    expect(said(decided(plain, mailOf("k2", "k1")))).toBe("already-added");
    expect(said(decided(plain, removeOwnContact(null)))).toBe("no-such-contact-of-theirs");
    expect(said(decided(plain, removeOwnContact("k1")))).toBe("no-such-contact-of-theirs");
    expect(said(decided({ ...plain, accounts: ["hal"] }, linkAccount("hal")))).toBe("already-linked");
    expect(said(decided(plain, unlinkAccount("hal")))).toBe("not-linked");
    expect(said(decided(null, mailOf("k1")))).toBe("no-such-member");
    expect(said(decided(plain, mailOf("k1"), sam))).toBe("not-your-role");
    const many = Array.from({ length: 20 }, (_, i) => ({ id: `k${i}`, kind: "email" as const }));
    expect(said(decided({ ...plain, contacts: many }, mailOf("k99")))).toBe("too-many-contacts");
  });
});

describe("Nobody works on an account that is their own", () => {
  const own = { facts: { ownAccount: true } };

  it("neither opens, claims, hands over nor signs for it", () => {
    given()
      .when(open({ ticket: "t1", reference: "A", loss: lossOf.T1 }), { actor: ada, ...own })
      .refused("own-account");
    opened()
      .when(claim(), { actor: ada, ...own })
      .refused("own-account");
    claimed()
      .when(handOver("bob"), { actor: sam, ...own })
      .refused("own-account");
    const packet = submitted().ticket.packet?.hash ?? "";
    submitted()
      .when(approve({ packet, stepUp: "s", reason: "r", note: null }), { actor: sam, ...own })
      .refused("own-account");
  });

  it("nor is it handed to them", () => {
    claimed()
      .when(handOver("bob"), { actor: sam, facts: { receiverOwn: true } })
      .refused("own-account");
  });
});

describe("An account is tied to a member of staff", () => {
  const tie = (change: Partial<StaffTie>): StaffTie => ({
    ...{ staff: "ada", active: true, how: "own-contact", contact: "c-mail" },
    ...change,
  });
  const counting = { live: new Set(["c-mail"]), named: "c-new" };

  it("by a link, or by a contact in force that is an active member's own", () => {
    expect(isStaffAccount([tie({})], counting)).toBe(true);
    expect(isStaffAccount([tie({ how: "linked", contact: null })], counting)).toBe(true);
    for (const none of [
      tie({ contact: "c-old" }),
      tie({ contact: "c-new" }),
      tie({ active: false }),
      tie({ how: "shared-contact" }),
    ])
      expect(isStaffAccount([none], counting)).toBe(false);
  });

  it("and a new contact by being an active member's own", () => {
    expect(isStaffContact([tie({ contact: "c-new" })], counting)).toBe(true);
    for (const none of [
      tie({}),
      tie({ contact: "c-new", active: false }),
      tie({ contact: "c-new", how: "shared-contact" }),
    ])
      expect(isStaffContact([none], counting)).toBe(false);
  });

  it("and is somebody's own by any account of theirs, also where it only shares a contact with it", () => {
    expect(isTiedTo([tie({ how: "shared-contact" })], ["ada2", "ada"], counting)).toBe(true);
    expect(isTiedTo([tie({ contact: "c-new" })], ["ada"], counting)).toBe(true);
    expect(isTiedTo([tie({ contact: "c-old" })], ["ada"], counting)).toBe(false);
    expect(isTiedTo([tie({})], ["bob"], counting)).toBe(false);
  });
});

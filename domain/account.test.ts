import { describe, expect, it } from "vitest";
import { answersSpent, contactsOf, contactsToTell } from "./account";
import { drawAnswers, recordAnswers, reserveAnswers } from "./check-answers";
import { note } from "./end";
import { event, refuse } from "./event";
import { object } from "./reset";
import {
  ada,
  anyone,
  bob,
  given,
  hal,
  longAgo,
  mail,
  max,
  monday,
  phone,
  rob,
  type Story,
  sam,
  worker,
} from "./testing";
import { answers, claimed, completed, lossOf, opened, ready, resetSent, serial, submitted } from "./testing-stories";
import { days } from "./time";

const spoken = { attempt: "x1", channel: "desk" } as const;
const typed = { attempt: "x1", channel: "portal" } as const;

describe("Answers once spoken to an agent", () => {
  const told = () => claimed().recorded(ada, event("answers.attempted", spoken));

  it("score nothing in another ticket for 180 days", () => {
    const { account } = told();
    expect(answersSpent(account, "t2", monday + days(180) - 1)).toBe(true);
    expect(answersSpent(account, "t2", monday + days(180))).toBe(false);
  });

  it("go on to score in the ticket they were spoken in", () => {
    expect(answersSpent(told().account, "t1", monday)).toBe(false);
  });

  it("are spoken even when the compare never came to a result", () => {
    expect(told().account.attempts[0]?.result).toBe("reserved");
    expect(answersSpent(told().account, "t2", monday)).toBe(true);
  });

  it("are not spoken when not one of them was right: whoever guesses over the phone burns nothing of the holder's", () => {
    const next = (right: number) => answers(ready(), right).account;
    expect([0, 1, 2].map((right) => answersSpent(next(right), "t2", monday))).toEqual([false, true, true]);
  });

  it("stay spoken when a later set in that ticket has none right, and when one under way beside them has", () => {
    expect(answersSpent(answers(answers(ready(), 1), 0).account, "t2", monday)).toBe(true);
    const both = ready()
      .when(drawAnswers(0), { actor: ada })
      .when(reserveAnswers("x1"), { actor: ada })
      .when(reserveAnswers("x2"), { actor: ada });
    const recorded = (attempt: string, right: number) => recordAnswers({ attempt, right, of: 3, evidence: attempt });
    const one = both.when(recorded("x1", 0), { actor: ada });
    expect(answersSpent(one.account, "t2", monday)).toBe(true);
    expect(answersSpent(one.when(recorded("x2", 0), { actor: ada }).account, "t2", monday)).toBe(false);
  });

  it("are not spoken when the requester typed them in the portal", () => {
    const story = claimed().recorded(ada, event("answers.attempted", typed));
    expect(answersSpent(story.account, "t2", monday)).toBe(false);
  });
});

describe("The contacts of an account", () => {
  it("are those imported until a recovery changes them", () => {
    expect(contactsOf([mail, phone], null)).toEqual([mail, phone]);
  });

  it("gain the new contact and lose the replaced one with a recovery", () => {
    const done = completed();
    expect(contactsOf([mail, phone], done.account)).toMatchObject([
      { id: mail.id, endedAt: done.now },
      { id: phone.id, endedAt: null },
      { id: "c-new", kind: "email", since: done.now, endedAt: null },
    ]);
  });

  it("keep the end that an import gave them", () => {
    const ended = { ...mail, endedAt: longAgo };
    expect(contactsOf([ended], null)).toEqual([ended]);
  });

  it("are told of every step while in force and for 90 days after", () => {
    const ended = (ago: number) => ({ ...mail, endedAt: monday - ago });
    expect(contactsToTell([ended(days(90) - 1), phone], monday)).toHaveLength(2);
    expect(contactsToTell([ended(days(90)), phone], monday)).toEqual([phone]);
  });
});

describe("A recovery", () => {
  it("ends every session of the account and is remembered", () => {
    const done = completed(lossOf.T1);
    expect(done.account).toMatchObject({ sessionsEndedAt: done.now, recoveries: [{ ticket: "t1", at: done.now }] });
  });

  it("removes the second factor in T2 and T4 and leaves it in T1 and T3", () => {
    const totp = () => given().record({ secondFactor: "totp" });
    const removed = (["T1", "T2", "T3", "T4"] as const).map(
      (tier) => completed(lossOf[tier], totp()).account.secondFactorRemovedAt !== null,
    );
    expect(removed).toEqual([false, true, false, true]);
  });
});

describe("The claim of an account", () => {
  it("is held by one ticket from its claim to its end", () => {
    expect(opened().account.claimed).toBeNull();
    expect(claimed().account.claimed).toBe("t1");
    expect(resetSent().account.claimed).toBe("t1");
    expect(completed().account).toMatchObject({ claimed: null, lastEnded: "t1" });
  });

  it("is not let go by another ticket's end", () => {
    const ended = opened(lossOf.T3, claimed().on("t2")).recorded(worker, event("ticket.expired", { why: "idle" }));
    expect(ended.account).toMatchObject({ claimed: "t1", lastEnded: "t2" });
  });
});

describe("A hand in the case", () => {
  it("is had by whoever opened, claimed or worked a ticket of the account", () => {
    expect(Object.keys(submitted().account.hands)).toEqual(["ada"]);
  });

  it("is had by a supervisor who wrote a note", () => {
    const noted = submitted().when(note({ note: "n1", removed: 0, commitment: "00" }), { actor: sam });
    expect(noted.account.hands.sam).toEqual([{ at: noted.now, ticket: "t1" }]);
  });

  it("does not come from viewing, searching, or being refused", () => {
    const story = given().recorded(
      bob,
      event("ticket.viewed", { state: "open" }),
      event("account.searched", { kind: "name", hits: 1 }),
      event("serial.searched", { attempt: "x" }),
      refuse("ticket.claim", "already-claimed")[0],
    );
    expect(story.case.account?.hands ?? {}).toEqual({});
  });

  it("does not come from reviewing: opening the packet, approving, returning, rejecting, stopping a hold", () => {
    const { account } = resetSent(lossOf.T4);
    expect([account.hands.sam, account.hands.max]).toEqual([undefined, undefined]);
  });

  it("is remembered with the time of the last act", () => {
    const later = claimed()
      .after(days(2))
      .recorded(ada, event("ticket.noted", { note: "n", removed: 0 }));
    expect(later.account.hands.ada).toEqual([{ at: later.now, ticket: "t1" }]);
  });

  it("is remembered for each ticket by itself", () => {
    const both = opened(lossOf.T1, opened().after(days(2)).on("t2"));
    expect(both.account.hands.ada?.map((hand) => hand.ticket)).toEqual(["t1", "t2"]);
  });

  it("is let go after 90 days, and not before its ticket has ended", () => {
    const hands = (story: Story, ms: number) => opened(lossOf.T1, story.after(ms).on("t2")).account.hands.ada?.length;
    const expired = event("ticket.expired", { why: "idle" });
    const ended = opened().recorded(worker, expired);
    expect([hands(ended, days(90) - 1), hands(ended, days(90)), hands(opened(), days(90))]).toEqual([2, 1, 2]);
  });

  it("is none of holders, requesters, admins of other things and the worker", () => {
    const story = given().recorded(hal, event("holder.signed-in", { secondFactor: "none" }));
    expect(story.account.hands).toEqual({});
    expect(story.account.signedInAt).toBe(monday);
  });
});

describe("An objection", () => {
  it("marks the account until two supervisors have ended the ticket", () => {
    const disputed = opened().when(object(mail.id), { actor: anyone });
    expect(disputed.account.disputed).toEqual(["t1"]);
    const ended = disputed.recorded(
      max,
      event("ticket.rejected", { round: 0, reason: "thief", note: null, second: true }),
    );
    expect(ended.account.disputed).toEqual([]);
  });

  it("freezes the account and ends its sessions when the ticket had been completed", () => {
    const disputed = completed().after(days(2)).when(object(mail.id), { actor: anyone });
    expect(disputed.account).toMatchObject({ frozenAt: disputed.now, sessionsEndedAt: disputed.now });
  });
});

describe("The memory of tries", () => {
  it("is of the account: tries in two tickets stand side by side", () => {
    const story = serial(ready(), null).recorded(ada, event("ticket.released", { by: "ada", why: "agent" }));
    const second = serial(ready(lossOf.T1, story.on("t2")), null);
    expect(second.account.attempts.map((a) => [a.ticket, a.result])).toEqual([
      ["t1", "failed"],
      ["t2", "failed"],
    ]);
  });

  it("holds a find by serial as a failed try of the desk", () => {
    const story = given().recorded(ada, event("serial.searched", { attempt: "x1" }));
    expect(story.account.attempts).toEqual([
      { id: "x1", kind: "serial", channel: "desk", ticket: null, at: monday, result: "reserved" },
    ]);
  });

  it("holds a passed set of answers as passed", () => {
    expect(answers(ready(), 2).account.attempts[0]?.result).toBe("passed");
  });

  it("is 30 days long", () => {
    const old = serial(ready(), null).after(days(30));
    const next = old.recorded(rob, event("serial.searched", { attempt: "x2" }));
    expect(next.account.attempts.map((a) => a.id)).toEqual(["x2"]);
  });

  it("is not of other accounts", () => {
    const before = claimed().account;
    const other = claimed()
      .record({ id: "acc-other" })
      .recorded(ada, event("serial.searched", { attempt: "x" }));
    expect(other.account).toEqual(before);
  });
});

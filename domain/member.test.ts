import { describe, expect, it } from "vitest";
import { type Event, type Recorded, refuse } from "./event";
import { beginEnrolment, enrol, evolveMember, type SignInTry, signIn, stepUp } from "./member";
import type { Actor, Member } from "./staff";
import { anyone, memberOf, monday } from "./testing";
import { minutes } from "./time";

const wrongPassword: SignInTry = { passwordRight: false, step: null };
const wrongCode: SignInTry = { passwordRight: true, step: null };
const right = (step = 100): SignInTry => ({ passwordRight: true, step });

const facts = { actor: anyone, member: null };

/** What the door says to each try in turn, and the member afterwards. */
function tries(member: Member, all: SignInTry[], now = monday, actor: Actor = anyone) {
  let m = member;
  const said: Event[] = [];
  for (const t of all) {
    const [first] = signIn(t)(m, facts, now);
    said.push(first);
    const entry: Recorded = { ...first, seq: 1, at: now, actor, subject: null, object: m.id };
    m = evolveMember(m, entry) ?? m;
  }
  return { member: m, said };
}
const times = (n: number, t: SignInTry): SignInTry[] => Array.from({ length: n }, () => t);

describe("A member's sign-in", () => {
  const ada = memberOf("ada", "agent");

  it("is not held by wrong passwords, which anyone can type in this name", () => {
    const { said } = tries(ada, [...times(50, wrongPassword), right()]);
    expect(said.at(-1)?.type).toBe("staff.signed-in");
  });

  it("is held for 15 minutes by five wrong codes after the right password", () => {
    const { member, said } = tries(ada, times(5, wrongCode));
    expect(said.every((e) => e.type === "staff.sign-in-failed")).toBe(true);
    const held = refuse("staff.sign-in", "too-many-tries");
    expect(signIn(right())(member, facts, monday)).toEqual(held);
    expect(signIn(right())(member, facts, monday + minutes(15) - 1)).toEqual(held);
    expect(signIn(right())(member, facts, monday + minutes(15))[0].type).toBe("staff.signed-in");
  });

  it("counts a used code like a wrong one", () => {
    const { member } = tries({ ...ada, lastStep: 200 }, times(5, right(200)));
    expect(signIn(right(201))(member, facts, monday)).toEqual(refuse("staff.sign-in", "too-many-tries"));
  });

  it("is not held by a right password that has no authenticator yet", () => {
    const { member } = tries({ ...ada, enrolledAt: null }, times(6, wrongCode));
    expect(enrol(right())(member, facts, monday)[0].type).toBe("staff.enrolled");
  });

  it("never begins an enrolment, whose seed would replace the old one, once an authenticator is enrolled", () => {
    const begun = (m: Member) => beginEnrolment()(m, facts, monday)[0];
    expect(begun({ ...ada, enrolledAt: null })).toMatchObject({
      type: "staff.sign-in-failed",
      data: { why: "not-enrolled" },
    });
    expect([begun(ada)]).toEqual(refuse("staff.sign-in", "already-enrolled"));
    expect([begun({ ...ada, enrolledAt: null, disabledAt: monday })]).toEqual(
      refuse("staff.sign-in", "no-such-member"),
    );
  });

  it("starts to count anew once it succeeded", () => {
    const { said } = tries(ada, [...times(4, wrongCode), right(), ...times(4, wrongCode), right(101)]);
    expect(said.at(-1)?.type).toBe("staff.signed-in");
  });
});

describe("A member's fresh code", () => {
  it("that was used already is no guess: a form sent twice holds nobody, five wrong codes do", () => {
    const actor: Actor = { id: "staff:sam", role: "supervisor", auth: "password+totp", session: "s" };
    const having = (why: string, n: number): Member =>
      Array.from({ length: n }).reduce<Member>(
        (m, _, seq) => {
          const failed = { type: "staff.sign-in-failed" as const, data: { why } };
          return evolveMember(m, { ...failed, seq, at: monday, actor, subject: null, object: m.id }) ?? m;
        },
        memberOf("sam", "supervisor"),
      );
    const step = (m: Member) => stepUp({ id: "s1", act: "approve", object: "t1:p", step: 100 })(m, facts, monday)[0];
    expect(step(having("code-used", 8)).type).toBe("staff.stepped-up");
    expect(step(having("wrong-code", 5))).toEqual(refuse("staff.step-up", "too-many-tries")[0]);
  });
});

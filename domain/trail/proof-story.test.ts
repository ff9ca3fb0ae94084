import { describe, expect, it } from "vitest";
import { event, type Recorded } from "../event";
import type { Actor } from "../staff";
import { ada, given, type Story } from "../testing";
import { byVera, code, linked, veraVouching, withCodes } from "../testing-proofs";
import { confirmed, proposed, ready } from "../testing-stories";
import { days, hours } from "../time";
import { askVouch, giveVouch, openVouch } from "../vouch";
import { savedCodeProblem, vouchProblem } from "./proof-story";

type Of<T extends Recorded["type"]> = Extract<Recorded, { type: T }>;

/** An entry that somebody slips in where a story has come to. */
const slipped = <T extends Recorded["type"]>(story: Story, slip: ReturnType<typeof event>, actor: Actor): Of<T> =>
  ({ ...slip, seq: story.entries.length, at: story.now, actor, subject: "acc-hal", object: story.about }) as Of<T>;

describe("The verifier's story of saved codes", () => {
  const begun = () => ready(undefined, withCodes().after(days(1)));
  const problem = (story: Story, code: string | null, evidence: string | null = "e") => {
    const data = { attempt: "a", result: "match", code, evidence, channel: "desk" } as const;
    const e = slipped<"saved-code.checked">(story, event("saved-code.checked", data), ada);
    return savedCodeProblem(e, story.ticket, story.account);
  };

  it("takes one of the set in force, and a miss", () => {
    expect(problem(begun(), "s1.3")).toBeNull();
    expect(problem(begun(), null, null)).toBeNull();
  });

  it("finds one of no set in force, spent, made after the ticket was opened, or that is none", () => {
    expect(problem(begun(), "s2.3")).toBe("its code was of no set in force");
    expect(problem(ready(), "s1.3")).toBe("its code was of no set in force");
    expect(problem(code(begun(), "s1.3"), "s1.3")).toBe("its code had been spent");
    const meanwhile = withCodes("s2", begun().after(hours(1)));
    expect(problem(meanwhile, "s2.1")).toBe("its code was made after the ticket was opened");
    expect(problem(meanwhile, "s2.1", null)).toBeNull();
    expect(problem(begun(), null)).toBe("it proves something by no code");
  });
});

describe("The verifier's story of vouches", () => {
  const asked = (story = ready(undefined, linked())) => story.when(askVouch(), { actor: ada });
  const opened = (story = asked()) => byVera(story, openVouch({ generation: 1, right: true, isRequester: false }));
  const problem = (story: Story, actor = veraVouching, generation = 1) => {
    const e = slipped<"vouch.given">(story, event("vouch.given", { generation, link: "l1", evidence: "e" }), actor);
    return vouchProblem(e, story.ticket, story.account);
  };

  it("takes one by the linked person who had typed the number", () => expect(problem(opened())).toBeNull());

  it("finds one by a stranger, or by who could not vouch yet", () => {
    expect(problem(opened(), { ...veraVouching, id: "voucher:mallory" })).toBe(
      "who vouched was not linked to the account",
    );
    expect(problem(ready(undefined, given()))).toBe("who vouched was not linked to the account");
    expect(problem(ready(undefined, linked({ age: 89 })))).toBe("who vouched could not do so yet");
    expect(problem(ready(undefined, linked({ installer: true })))).toBe("who vouched could not do so yet");
  });

  it("finds one without the number typed, given twice, or by a number that was void", () => {
    expect(problem(asked())).toBe("the number had not been typed");
    expect(problem(opened(), veraVouching, 2)).toBe("the number had not been typed");
    const vouched = byVera(opened(), giveVouch({ evidence: "e-vouch", isRequester: false }));
    expect(problem(vouched)).toBe("it had been vouched for by that number");
    expect(problem(opened().after(hours(24)))).toBe("its number was void by then");
    expect(problem(confirmed(proposed(opened(), "c-two")))).toBe("its number was void by then");
  });
});

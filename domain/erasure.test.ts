import { describe, expect, it } from "vitest";
import type { Decide } from "./case";
import { note } from "./end";
import {
  confirmErasure,
  liftLegalHold,
  placeLegalHold,
  proposeErasure,
  type Reasoned,
  waitingErasure,
  withdrawErasure,
} from "./erasure";
import { event } from "./event";
import { flagLookup } from "./lookups";
import { open } from "./open";
import type { Actor } from "./staff";
import { account, ada, given, memberOf, monday, rob, type Story, sam, worker } from "./testing";
import { claimed, lossOf, opened } from "./testing-stories";
import { days, minutes } from "./time";

const ned: Actor = { ...rob, id: "staff:ned" };
const cli: Actor = { id: "cli:ops", role: "cli", auth: "none", session: null };
const otherCli: Actor = { ...cli, id: "cli:root" };
const asked = (stepUp: string | null = "s1"): Reasoned => ({
  reason: { id: "r1", commitment: "ab".repeat(32) },
  stepUp,
});
const propose = (stepUp: string | null = "s1", proposal = "p1") => proposeErasure({ ...asked(stepUp), proposal });
const confirm = (stepUp: string | null = "s2", proposal = "p1") => confirmErasure({ proposal, stepUp });
const rows = [{ table: "contact", count: 2, digest: "cd".repeat(32) }] as const;
const erasing = { rows: [...rows], importing: false };

/** Both admins have a fresh code for every act on this account. */
const ready = (story: Story = given()): Story =>
  story
    .staffed(memberOf("ned", "admin"))
    .stepsUp("rob", "s1", account, "erase")
    .stepsUp("rob", "h1", account, "legal-hold")
    .stepsUp("ned", "s2", account, "erase");
const proposed = (story: Story = ready()): Story => story.when(propose(), { actor: rob });
const erased = (): Story => proposed().when(confirm(), { actor: ned, facts: { erasing } });
const held = (story: Story = ready()): Story => story.when(placeLegalHold(asked("h1")), { actor: rob });

describe("An erasure", () => {
  it("is proposed by one admin and confirmed by another, and says what is left", () => {
    const told = proposed().gives({
      type: "erasure.proposed",
      data: { proposal: "p1", reason: "r1", stepUp: "s1" },
    });
    expect(told.last.pii).toEqual({ reason: "ab".repeat(32) });
    const done = told.when(confirm(), { actor: ned, facts: { erasing } });
    done.gives({ type: "account.erased", data: { proposal: "p1", stepUp: "s2" } });
    expect(done.last.data).toMatchObject({ rows });
    expect(done.account.erased).toMatchObject({ by: ned.id, at: monday, proposal: { id: "p1", by: rob.id } });
    expect(done.account.erasure).toBeUndefined();
  });

  it.each([
    ["an agent", ada],
    ["a supervisor", sam],
    ["the worker", worker],
  ])("is no matter for %s", (_who, actor) => {
    ready().when(propose(), { actor }).refused("not-your-role");
    proposed().when(confirm(), { actor, facts: { erasing } }).refused("not-your-role");
    proposed().when(withdrawErasure("p1"), { actor }).refused("not-your-role");
    ready()
      .when(placeLegalHold(asked("h1")), { actor })
      .refused("not-your-role");
    held()
      .when(liftLegalHold(asked("h1")), { actor })
      .refused("not-your-role");
  });

  it("takes a reason", () => {
    ready()
      .when(proposeErasure({ reason: null, stepUp: "s1", proposal: "p1" }), { actor: rob })
      .refused("reason-missing");
  });

  it("takes a fresh code of each of the two, for this act on this account", () => {
    ready().when(propose("s2"), { actor: rob }).refused("step-up-needed");
    ready().when(propose("h1"), { actor: rob }).refused("step-up-needed");
    ready().when(propose(null), { actor: rob }).refused("step-up-needed");
    ready().after(minutes(5)).when(propose(), { actor: rob }).refused("step-up-needed");
    given().stepsUp("rob", "s1", "acc-ida", "erase").when(propose(), { actor: rob }).refused("step-up-needed");
    proposed().when(confirm("s1"), { actor: ned, facts: { erasing } }).refused("step-up-needed");
  });

  it("is not confirmed by who proposed it, nor by another account of that human", () => {
    proposed().when(confirm("s1"), { actor: rob, facts: { erasing } }).refused("own-proposal");
    proposed()
      .staffed(memberOf("ned", "admin", "rob"))
      .stepsUp("ned", "s2", account, "erase")
      .when(confirm(), { actor: ned, facts: { erasing } })
      .refused("own-proposal");
  });

  it("may be proposed or confirmed at the command line, but not both", () => {
    const typed = ready().when(propose(null), { actor: cli });
    typed.gives("erasure.proposed");
    typed.when(confirm(null), { actor: cli, facts: { erasing } }).refused("own-proposal");
    typed.when(confirm(null), { actor: otherCli, facts: { erasing } }).refused("both-at-the-command-line");
    typed.when(confirm(), { actor: ned, facts: { erasing } }).gives("account.erased");
    proposed().when(confirm(null), { actor: cli, facts: { erasing } }).gives("account.erased");
  });

  it("waits for one proposal at a time, for seven days", () => {
    proposed().when(propose("s2", "p2"), { actor: ned }).refused("already-proposed");
    const late = proposed().after(days(7)).stepsUp("ned", "s2", account, "erase");
    late.when(confirm(), { actor: ned, facts: { erasing } }).refused("proposal-lapsed");
    late.when(withdrawErasure("p1"), { actor: ned }).refused("nothing-proposed");
    late.when(propose("s2", "p2"), { actor: ned }).gives("erasure.proposed");
    expect(waitingErasure(proposed().account, monday + days(7) - 1)?.id).toBe("p1");
  });

  it("is withdrawn by any admin, and then nothing is left to confirm", () => {
    const back = proposed().when(withdrawErasure("p1"), { actor: ned });
    back.gives({ type: "erasure.withdrawn", data: { proposal: "p1" } });
    back.when(confirm(), { actor: ned, facts: { erasing } }).refused("nothing-proposed");
    back.when(withdrawErasure("p1"), { actor: rob }).refused("nothing-proposed");
    proposed().when(confirm("s2", "p9"), { actor: ned, facts: { erasing } }).refused("nothing-proposed");
  });

  it("is refused while a ticket is live or disputed, or the account frozen, and says which", () => {
    const both = (story: Story, reason: string) => {
      ready(story).when(propose(), { actor: rob }).refused(reason);
      const begun = ready(story).recorded(
        rob,
        event("erasure.proposed", { proposal: "p1", reason: "r1", stepUp: "s1" }),
      );
      begun.when(confirm(), { actor: ned, facts: { erasing } }).refused(reason);
    };
    both(claimed(lossOf.T3), "ticket-live");
    both(opened().recorded(worker, event("ticket.disputed", { contact: "c-mail", how: "link" })), "ticket-disputed");
    both(given(event("account.frozen", { why: "objection" })), "account-frozen");
    both(given().record({ status: "frozen" }), "account-frozen");
    ready(opened().recorded(worker, event("ticket.expired", { why: "idle" })))
      .when(propose(), { actor: rob })
      .gives("erasure.proposed");
  });

  it("waits until an import is over", () => {
    proposed()
      .when(confirm(), { actor: ned, facts: { erasing: { ...erasing, importing: true } } })
      .refused("import-under-way");
  });

  it("is done once, and nothing else is done to that account afterwards", () => {
    const refuses = (decide: Decide, actor: Actor) =>
      erased().when(decide, { actor, facts: { erasing } }).refused("account-erased");
    refuses(flagLookup("rob"), worker);
    refuses(propose("s1", "p2"), rob);
    refuses(confirm(), ned);
    refuses(placeLegalHold(asked("h1")), rob);
    refuses(open({ ticket: "t9", reference: "ABCD-EFGH", loss: lossOf.T3 }), ada);
    const ended = ready(opened().recorded(worker, event("ticket.expired", { why: "idle" })));
    proposed(ended)
      .when(confirm(), { actor: ned, facts: { erasing } })
      .when(note({ note: "n", removed: 0, commitment: "ab".repeat(32) }), { actor: ada })
      .refused("account-erased");
  });

  it("makes nobody a hand in the account's cases", () => {
    expect(proposed().account.hands).toEqual({});
    expect(held().account.hands).toEqual({});
  });
});

describe("A legal hold", () => {
  it("is placed with a reason and a fresh code, and refuses both proposing and confirming until it is lifted", () => {
    held().gives({ type: "legal-hold.placed", data: { reason: "r1", stepUp: "h1" } });
    held().when(propose(), { actor: rob }).refused("legal-hold");
    held(proposed()).when(confirm(), { actor: ned, facts: { erasing } }).refused("legal-hold");
    const lifted = held(proposed()).when(liftLegalHold(asked("h1")), { actor: rob });
    lifted.gives("legal-hold.lifted").when(confirm(), { actor: ned, facts: { erasing } }).gives("account.erased");
  });

  it("is placed once, lifted once, and neither without a reason or a fresh code", () => {
    held()
      .when(placeLegalHold(asked("h1")), { actor: rob })
      .refused("already-held");
    ready()
      .when(liftLegalHold(asked("h1")), { actor: rob })
      .refused("no-legal-hold");
    for (const decide of [placeLegalHold, liftLegalHold]) {
      const story = decide === placeLegalHold ? ready() : held();
      story.when(decide({ reason: null, stepUp: "h1" }), { actor: rob }).refused("reason-missing");
      story.when(decide(asked("s1")), { actor: rob }).refused("step-up-needed");
    }
  });

  it("may be placed and lifted at the command line", () => {
    const typed = ready().when(placeLegalHold(asked(null)), { actor: cli });
    typed
      .gives("legal-hold.placed")
      .when(liftLegalHold(asked(null)), { actor: cli })
      .gives("legal-hold.lifted");
  });
});

import { describe, expect, it } from "vitest";
import { claim, handOver, release } from "./claim";
import { sweep } from "./end";
import { event } from "./event";
import { addPhoto, judgePhoto } from "./judge-photo";
import { object } from "./reset";
import { submit } from "./submit";
import { ada, anyone, bob, mail, max, memberOf, sam, worker } from "./testing";
import { approvedBy, claimed, completed, lossOf, opened, ready, serial, submitted } from "./testing-stories";
import { minutes } from "./time";

describe("Claiming", () => {
  it("gives an open ticket to the agent and begins verifying", () => {
    const story = opened()
      .when(claim(), { actor: bob })
      .gives({ type: "ticket.claimed", data: { by: "bob" } });
    story.in("verifying");
    expect(story.ticket.agent).toBe("bob");
  });

  it("gives one of two agents who claim at once the ticket and refuses the other clearly", () => {
    claimed().when(claim(), { actor: bob }).refused("already-claimed");
    claimed().when(claim(), { actor: ada }).refused("already-claimed");
  });

  it("is refused once the ticket is no longer open", () => {
    const disputed = opened().when(object(mail.id), { actor: anyone });
    disputed.when(claim(), { actor: ada }).refused("not-open");
  });

  it("is refused while the account is frozen", () => {
    opened().record({ status: "frozen" }).when(claim(), { actor: ada }).refused("account-frozen");
  });

  it("holds one live ticket of an account at a time, until that one ends", () => {
    const two = opened(lossOf.T1, claimed().on("t2"));
    two.when(claim(), { actor: bob }).refused("account-has-claimed-ticket");
    opened(lossOf.T1, completed().on("t2")).when(claim(), { actor: bob }).gives("ticket.claimed");
  });
});

describe("Releasing", () => {
  it("gives the ticket back to the queue, and another may claim it", () => {
    const released = claimed()
      .when(release(), { actor: ada })
      .gives({ type: "ticket.released", data: { why: "agent" } });
    released.in("open").when(claim(), { actor: bob }).in("verifying");
  });

  it("is for the agent who holds it", () => {
    claimed().when(release(), { actor: bob }).refused("not-your-ticket");
    opened().when(release(), { actor: ada }).refused("not-your-ticket");
  });

  it("is over once the ticket is in review", () => {
    submitted().when(release(), { actor: ada }).refused("not-verifying");
  });

  it("keeps the evidence: it belongs to the ticket", () => {
    const again = serial(ready(), "d1").when(release(), { actor: ada }).when(claim(), { actor: bob });
    expect(again.ticket.evidence).toHaveLength(1);
  });

  it("happens by itself after 30 idle minutes", () => {
    claimed()
      .after(minutes(30) - 1)
      .when(sweep(), { actor: worker })
      .refused("nothing-due");
    const idle = claimed().after(minutes(30)).when(sweep(), { actor: worker });
    idle.gives({ type: "ticket.released", data: { by: "worker", why: "idle" } }).in("open");
    expect(idle.account.claimed).toBeNull();
  });
});

describe("Handing over", () => {
  it("by a supervisor gives a claimed or an open ticket to an agent, and is recorded with both", () => {
    const handed = claimed().when(handOver("bob"), { actor: sam });
    handed.gives({ type: "ticket.handed-over", data: { from: "ada", to: "bob" } }).in("verifying");
    expect(handed.ticket.agent).toBe("bob");
    opened().when(handOver("bob"), { actor: sam }).in("verifying");
  });

  it("is an act on the case: this supervisor approves nothing of it any more", () => {
    const handed = opened(lossOf.T1).when(handOver("ada"), { actor: sam });
    approvedBy(serial(handed, "d1").when(submit(), { actor: ada }), sam).refused("own-case");
  });

  it("goes to active agents only", () => {
    claimed().when(handOver("ada"), { actor: sam }).refused("already-claimed");
    claimed().when(handOver("max"), { actor: sam }).refused("no-such-agent");
    claimed().when(handOver("nobody"), { actor: sam }).refused("no-such-agent");
    claimed().member("bob", event("staff.disabled", {})).when(handOver("bob"), { actor: sam }).refused("no-such-agent");
  });

  it("never goes to who judged a photo of it, under any account of theirs", () => {
    const judged = ready()
      .staffed(memberOf("bob2", "agent", "bob"))
      .when(addPhoto({ id: "p1", upload: "u1", commitment: "" }), { actor: ada })
      .when(judgePhoto({ photo: "p1", numbered: true, attempt: "x1", result: "match", device: "d1", evidence: "e1" }), {
        actor: bob,
      });
    judged.when(handOver("bob"), { actor: sam }).refused("own-evidence");
    judged.when(handOver("bob2"), { actor: sam }).refused("own-evidence");
    judged.staffed(memberOf("cal", "agent")).when(handOver("cal"), { actor: sam }).gives("ticket.handed-over");
  });

  it("is refused from review on", () => {
    submitted().when(handOver("bob"), { actor: sam }).refused("not-verifying");
  });

  it("is refused while the account is frozen or another ticket of it is claimed", () => {
    claimed().record({ status: "frozen" }).when(handOver("bob"), { actor: sam }).refused("account-frozen");
    opened(lossOf.T1, claimed().on("t2")).when(handOver("bob"), { actor: sam }).refused("account-has-claimed-ticket");
  });

  it("is for supervisors: no agent takes a ticket by handing it over", () => {
    claimed().when(handOver("bob"), { actor: bob }).refused("not-your-role");
    claimed().staffed(memberOf("max", "agent")).when(handOver("bob"), { actor: max }).refused("not-your-role");
  });
});

import { describe, it } from "vitest";
import { claim, handOver } from "./claim";
import { note } from "./end";
import { event } from "./event";
import { judgePhoto } from "./judge-photo";
import { submit } from "./submit";
import { ada, bob, given, max, memberOf, type Story, sam } from "./testing";
import { approvedBy, completed, lossOf, opened, ready, serial, submitted } from "./testing-stories";
import { days } from "./time";

const asSupervisor = (id: string) => memberOf(id, "supervisor");

describe("Nobody approves their own case:", () => {
  const own = (story: Story, id: string) => approvedBy(story, { ...sam, id: `staff:${id}` }).refused("own-case");

  it("not the agent who worked it and was made supervisor since", () => {
    own(submitted().member("ada", event("staff.role-changed", { role: "supervisor" })), "ada");
  });

  it("not the agent who only opened it", () => {
    const story = opened(lossOf.T1).when(claim(), { actor: bob });
    const worked = serial(story, "d1", true, bob).when(submit(), { actor: bob });
    own(worked.staffed(asSupervisor("ada")), "ada");
  });

  it("not one human under a second account", () => {
    own(submitted().staffed(memberOf("ada2", "supervisor", "ada")), "ada2");
  });

  it("not who handed it over", () => {
    const handed = opened(lossOf.T1).when(handOver("ada"), { actor: sam });
    own(serial(handed, "d1").when(submit(), { actor: ada }), "sam");
  });

  it("not who judged its photo", () => {
    const photo = ready(lossOf.T1).recorded(ada, event("photo.added", { photo: "p1", upload: "u1", channel: "desk" }));
    const judgement = {
      photo: "p1",
      numbered: true,
      attempt: "x1",
      result: "match",
      device: "d1",
      evidence: "e1",
    } as const;
    own(photo.when(judgePhoto(judgement), { actor: sam }).when(submit(), { actor: ada }), "sam");
  });

  it("not who wrote a note on it", () => {
    own(submitted().when(note({ note: "n1", removed: 0, commitment: "00" }), { actor: sam }), "sam");
  });

  it("not who worked another ticket of the account within 90 days", () => {
    const promoted = (ms: number) =>
      submitted(
        lossOf.T1,
        opened(lossOf.T3, given().recorded(bob, event("ticket.noted", { note: "n", removed: 0 })))
          .after(ms)
          .on("t2"),
      );
    own(promoted(days(90) - 1).staffed(asSupervisor("bob")), "bob");
    approvedBy(promoted(days(90)).staffed(asSupervisor("bob")), { ...sam, id: "staff:bob" }).in("on_hold");
  });

  it("but who only viewed it, or approved an earlier ticket of the account, may", () => {
    const viewed = submitted().recorded(max, event("ticket.viewed", { state: "in_review" }));
    approvedBy(viewed, max).in("on_hold");
    approvedBy(submitted(lossOf.T1, completed(lossOf.T1).after(days(90)).on("t2")), sam).in("on_hold");
  });
});

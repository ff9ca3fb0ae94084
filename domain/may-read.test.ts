import { describe, expect, it } from "vitest";
import { release } from "./claim";
import { event } from "./event";
import { addPhoto, declinePhoto } from "./judge-photo";
import { addPurchase, declinePurchase } from "./judge-purchase";
import { mayRead, partingActs, photoToJudge, purchaseToJudge, type SightFacts } from "./may-read";
import { object } from "./reset";
import { ada, anyone, bob, mail, max, type Story, worker } from "./testing";
import { claimed, completed, evidenced, holdRunning, opened, submitted } from "./testing-stories";

type Role = "agent" | "supervisor" | "auditor" | "admin";
const seen = (story: Story, id: string, role: Role = "agent", facts: Partial<SightFacts> = {}) =>
  mayRead(story.ticket, { id, role }, { hasDecided: false, isOwn: false, now: story.now, ...facts });
const disputed = () => claimed().when(object(mail.id), { actor: anyone });
const withPhoto = () => evidenced().when(addPhoto({ id: "p1", upload: "u1", commitment: "00" }), { actor: ada });

describe("A ticket", () => {
  it("is read by every supervisor while it waits for supervisors, and by no auditor or admin ever", () => {
    for (const story of [submitted(), holdRunning(), disputed()])
      expect([seen(story, "sam", "supervisor"), seen(story, "max", "supervisor")]).toEqual(["all", "all"]);
    for (const story of [opened(), claimed(), submitted(), completed()])
      expect([seen(story, "ivy", "auditor"), seen(story, "rob", "admin")]).toEqual(["none", "none"]);
  });

  it("is a line to a supervisor before and after that, unless they decided something on it", () => {
    for (const story of [opened(), claimed(), completed()]) {
      expect(seen(story, "sam", "supervisor")).toBe("none");
      expect(seen(story, "sam", "supervisor", { hasDecided: true })).toBe("all");
    }
  });

  it("that ended is read by supervisors while an approval of it waits for a second look, and after it by who gave it", () => {
    const drawn = completed().recorded(
      worker,
      event("review.sampled", { approval: 7, by: "sam", agent: "ada", oneIn: 20 }),
    );
    expect([seen(drawn, "max", "supervisor"), seen(drawn, "bob")]).toEqual(["all", "none"]);
    const data = { approval: 7, by: "max", looks: "right", reason: "v", stepUp: "s" } as const;
    expect(seen(drawn.recorded(max, event("review.sampled-judged", data)), "max", "supervisor")).toBe("none");
    expect(partingActs).toContain("review.sampled-judged");
  });

  it("of the reader's own account is read by nobody of that human, whatever they hold or decided", () => {
    const isOwn = true;
    expect(seen(claimed(), "ada", "agent", { isOwn })).toBe("none");
    expect(seen(submitted(), "sam", "supervisor", { isOwn, hasDecided: true })).toBe("none");
    expect(seen(withPhoto(), "bob", "agent", { isOwn })).toBe("none");
  });

  it("that nobody has claimed is read by every agent, and after that by who holds it", () => {
    expect([seen(opened(), "ada"), seen(opened(), "bob")]).toEqual(["all", "all"]);
    const held = opened().when(release(), { actor: ada });
    expect(seen(held, "bob")).toBe("all");
    expect([seen(claimed(), "ada"), seen(claimed(), "bob")]).toEqual(["all", "none"]);
    expect([seen(completed(), "ada"), seen(completed(), "bob")]).toEqual(["all", "none"]);
  });

  it("goes on to be read by the agent who opened it, and gives an agent nothing for a decision as supervisor", () => {
    const { ticket } = claimed();
    const facts = { hasDecided: true, isOwn: false, now: 0 };
    const asAda = { id: "ada", role: "agent" } as const;
    expect(mayRead({ ...ticket, agent: "bob" }, asAda, facts)).toBe("all");
    expect(mayRead({ ...ticket, agent: "bob", openedBy: "requester:t1" }, asAda, facts)).toBe("none");
  });

  it("shows a second person its photos while one of them waits for them, and nothing else", () => {
    expect([seen(withPhoto(), "bob"), photoToJudge(withPhoto().ticket, "bob")]).toEqual(["photos", "p1"]);
    expect(seen(withPhoto(), "sam", "supervisor")).toBe("photos");
    expect(photoToJudge(withPhoto().ticket, "ada")).toBeNull();
    const judged = withPhoto().when(declinePhoto("p1", "unreadable"), { actor: bob });
    expect([seen(judged, "bob"), seen(judged, "sam", "supervisor")]).toEqual(["none", "none"]);
  });

  it("shows another agent a proof of purchase that waits for a second person in the same way", () => {
    const added = evidenced().when(addPurchase({ id: "b1", upload: "u1", form: "picture", commitment: "" }), {
      actor: ada,
    });
    expect([seen(added, "bob"), purchaseToJudge(added.ticket, "bob")]).toEqual(["photos", "b1"]);
    expect(purchaseToJudge(added.ticket, "ada")).toBeNull();
    expect(seen(added.when(declinePurchase("b1", "no-date"), { actor: bob }), "bob")).toBe("none");
  });
});

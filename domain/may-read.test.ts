import { describe, expect, it } from "vitest";
import { release } from "./claim";
import { addPhoto, declinePhoto } from "./judge-photo";
import { addPurchase, declinePurchase } from "./judge-purchase";
import { mayRead, photoToJudge, purchaseToJudge } from "./may-read";
import { ada, bob, type Story } from "./testing";
import { claimed, completed, evidenced, opened, submitted } from "./testing-stories";

const seen = (story: Story, id: string, role: "agent" | "supervisor" | "auditor" | "admin" = "agent") =>
  mayRead(story.ticket, { id, role });
const withPhoto = () => evidenced().when(addPhoto({ id: "p1", upload: "u1", commitment: "00" }), { actor: ada });

describe("A ticket", () => {
  it("is read by every supervisor, whatever its state, and by no auditor or admin", () => {
    for (const story of [opened(), claimed(), submitted(), completed()]) {
      expect(seen(story, "sam", "supervisor")).toBe("all");
      expect([seen(story, "ivy", "auditor"), seen(story, "rob", "admin")]).toEqual(["none", "none"]);
    }
  });

  it("that nobody has claimed is read by every agent, and after that by who holds it", () => {
    expect([seen(opened(), "ada"), seen(opened(), "bob")]).toEqual(["all", "all"]);
    const held = opened().when(release(), { actor: ada });
    expect(seen(held, "bob")).toBe("all");
    expect([seen(claimed(), "ada"), seen(claimed(), "bob")]).toEqual(["all", "none"]);
    expect([seen(completed(), "ada"), seen(completed(), "bob")]).toEqual(["all", "none"]);
  });

  it("goes on to be read by the agent who opened it", () => {
    const { ticket } = claimed();
    expect(mayRead({ ...ticket, agent: "bob" }, { id: "ada", role: "agent" })).toBe("all");
    expect(mayRead({ ...ticket, agent: "bob", openedBy: "requester:t1" }, { id: "ada", role: "agent" })).toBe("none");
  });

  it("shows another agent its photos while one of them waits for a second person, and nothing else", () => {
    expect([seen(withPhoto(), "bob"), photoToJudge(withPhoto().ticket, "bob")]).toEqual(["photos", "p1"]);
    expect(photoToJudge(withPhoto().ticket, "ada")).toBeNull();
    const judged = withPhoto().when(declinePhoto("p1", "unreadable"), { actor: bob });
    expect(seen(judged, "bob")).toBe("none");
    expect(seen(judged, "sam", "supervisor")).toBe("all");
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

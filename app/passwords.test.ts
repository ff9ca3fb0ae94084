import { describe, expect, it } from "vitest";
import { hashPassword, TooBusy, verifyPassword } from "./passwords.server";

describe("Passwords that wait", () => {
  it("are turned away when too many of their kind wait, and those of staff go on beside them", async () => {
    const holders = Array.from({ length: 100 }, () => verifyPassword(null, "a guess", "holder"));
    const settled = Promise.allSettled(holders);
    await expect(verifyPassword(null, "one more", "holder")).rejects.toBeInstanceOf(TooBusy);
    const first = await Promise.race([hashPassword("a password", "staff").then(() => "staff"), settled]);
    expect(first).toBe("staff");
    const outcomes = await settled;
    const turnedAway = outcomes.filter((o) => o.status === "rejected" && o.reason instanceof TooBusy).length;
    expect(turnedAway).toBeGreaterThan(30);
    expect(outcomes.filter((o) => o.status === "fulfilled" && o.value === false)).toHaveLength(100 - turnedAway);
    expect(await verifyPassword(null, "one more", "holder")).toBe(false);
  });
});

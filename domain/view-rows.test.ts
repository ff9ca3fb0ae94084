import { expect, it } from "vitest";
import { standard } from "./policies";
import type { Story } from "./testing";
import { kim, objected, settling, withNewSupervisors } from "./testing-disputes";
import { onHold } from "./testing-stories";
import { days } from "./time";
import { approvalRow } from "./view-rows";

const wishOf = (story: Story) =>
  approvalRow({ ticket: story.ticket, rules: standard, holder: "", contact: "", region: "" }, story.now).wish;

it("The line of a disputed ticket says what a first supervisor would make of it, whatever that is", () => {
  const open = withNewSupervisors(objected(onHold()).after(days(7)));
  expect(wishOf(open)).toBeNull();
  expect(wishOf(open.when(settling("resume"), { actor: kim }))).toBe("resume");
  expect(wishOf(open.when(settling("reject"), { actor: kim }))).toBe("reject");
  expect(wishOf(withNewSupervisors(onHold()))).toBeNull();
});

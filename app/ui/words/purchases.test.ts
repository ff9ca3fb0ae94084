import { expect, it } from "vitest";
import { portalPurchaseWords, purchaseWords } from "./purchases";

it("tells the requester and the agent the same of what a proof of purchase has to show", () => {
  for (const said of [purchaseWords.say, portalPurchaseWords.en.text]) {
    expect(said).toContain("It has to show the serial number, your name and a date");
    expect(said).toContain("no later than the day the device was added to your account");
    expect(said).not.toContain("It helps if");
  }
});

import { describe, expect, it } from "vitest";
import { callUsOf, telOf } from "./call-us";

describe("The telephone of the desk", () => {
  it("is a number with its country, and after a comma its days and times", () => {
    const hours = { from: "Mo", to: "Fr", opens: "09:00", closes: "17:30" };
    expect(callUsOf(" +44 20 7946 0018, Mo-Fr 09:00-17:30 ")).toEqual({ phone: "+44 20 7946 0018", hours });
    expect(callUsOf("+1 (206) 555-0100, Sa 10:00-24:00")?.hours).toMatchObject({ from: "Sa", to: "Sa" });
    expect(callUsOf("+442079460018")).toEqual({ phone: "+442079460018", hours: null });
    expect(telOf({ phone: "+1 (206) 555-0100" })).toBe("tel:+12065550100");
  });

  it("is nothing else", () => {
    const others = ["", "020 7946 0018", "call us", "+44 20", "+44 20 7946 0018, always", "javascript:alert(1)"];
    const hours = ["Mo-Fr 17:00-09:00", "Xx 09:00-17:00", "Mo-Xx 09:00-17:00", "Mo 09:00-25:00", "Mo 9-17"];
    for (const text of [...others, ...hours.map((each) => `+44 20 7946 0018, ${each}`)])
      expect(callUsOf(text), text).toBeNull();
  });
});

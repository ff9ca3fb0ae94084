import { describe, expect, it } from "vitest";
import { event } from "./event";
import { makeSavedCodes } from "./make-saved-codes";
import { codesLeft } from "./saved-codes";
import { ada, given, hal, mail, phone } from "./testing";
import { code, vera, withCodes } from "./testing-proofs";
import { ready } from "./testing-stories";
import { days } from "./time";

const making = makeSavedCodes({ set: "s1", passwordRight: true });

describe("making saved codes", () => {
  it("enters how many there are, and tells every contact", () => {
    const made = given().when(making, { actor: hal });
    made.gives(
      { type: "saved-codes.made", data: { set: "s1", count: 10 } },
      { type: "account.notified", data: { about: "saved-codes-made" } },
    );
    const [, told] = made.verdict;
    const contacts = told?.type === "account.notified" ? told.data.messages.map((m) => m.contact) : [];
    expect(contacts).toEqual([mail.id, phone.id]);
    expect(codesLeft(made.account)).toBe(10);
  });
  it("kills the set before it", () => {
    const told = ready(undefined, withCodes("s2", withCodes("s1").after(days(1))).after(days(1)));
    code(told, "s1.1").gives({ type: "saved-code.checked", data: { result: "miss" } });
    code(told, "s2.1").gives({ type: "saved-code.checked", data: { result: "match" } });
  });
  it("raises a flag where it kills a set while a ticket is open", () => {
    const again = makeSavedCodes({ set: "s2", passwordRight: true });
    const told = withCodes("s1", ready());
    told
      .when(again, { actor: hal })
      .gives("saved-codes.made", { type: "flag.raised", data: { flag: "codes-made-meanwhile" } }, "account.notified");
    ready().when(again, { actor: hal }).gives("saved-codes.made", "account.notified");
  });
  it("is the holder's alone", () => {
    given().when(making, { actor: ada }).refused("not-your-role");
    given().when(making, { actor: vera }).refused("not-your-role");
  });
  it("takes the password anew", () => {
    given()
      .when(makeSavedCodes({ set: "s1", passwordRight: false }), { actor: hal })
      .refused("wrong-password");
  });
  it("is not done on a frozen account", () => {
    given().record({ status: "frozen" }).when(making, { actor: hal }).refused("account-frozen");
  });
  it("waits for 30 days after a recovery", () => {
    const action = { newPassword: true, removeSecondFactor: false, replace: [] };
    const recovered = given(event("account.recovered", { action, added: null }));
    recovered.when(making, { actor: hal }).refused("in-quarantine");
    recovered.after(days(30)).when(making, { actor: hal }).gives("saved-codes.made", "account.notified");
  });
  it("is told to nobody where there is no contact", () => {
    given().knowing({ imported: [] }).when(making, { actor: hal }).gives("saved-codes.made");
  });
});

import { describe, expect, it } from "vitest";
import { chooseLanguage, writtenIn } from "./language";
import { anyone, given } from "./testing";

describe("The language an account is written to in", () => {
  it("is the desk's until its holder chose one", () => {
    expect(writtenIn(null, "ar")).toBe("ar");
    const chosen = given().when(chooseLanguage("ar", "en"), { actor: anyone });
    chosen.gives({ type: "account.language-chosen", data: { language: "ar" } });
    expect(writtenIn(chosen.case.account, "en")).toBe("ar");
  });

  it("is entered only when it changes", () => {
    given().when(chooseLanguage("en", "en"), { actor: anyone }).refused("already-so");
    const chosen = given().when(chooseLanguage("ar", "en"), { actor: anyone });
    chosen.when(chooseLanguage("ar", "en"), { actor: anyone }).refused("already-so");
    chosen.when(chooseLanguage("en", "en"), { actor: anyone }).gives("account.language-chosen");
  });
});

import { onEveryEngine } from "db/testing";
import { minutes } from "domain/time";
import { afterAll, beforeAll, expect, it } from "vitest";
import { cookiesOf, startDesk, type TestDesk } from "./testing";
import { askWords } from "./ui/words/ask";

onEveryEngine("The door of a forgotten password", (place) => {
  let desk: TestDesk;
  beforeAll(async () => {
    desk = await startDesk(place(), ["forgot", "forgot.code"]);
  });
  afterAll(() => desk.stop());

  const ask = (contact: string, cookie = "") =>
    desk.ask("POST", "/forgot", { form: { key: "k", contact }, headers: cookie ? { cookie } : {} });
  const asked = async () => {
    const rows = desk.house.writer.sql.selectFrom("entry").select("seq").where("type", "=", "forgotten.asked");
    return (await rows.execute()).length;
  };

  it("refuses what is neither an address nor a number, and gives it back to be mended", async () => {
    const before = await asked();
    for (const slip of ["hal mercer", "hal@", "+49 12 ab"]) {
      const { status, body } = await ask(slip);
      expect([status, body.includes(askWords.en.notAContact)], slip).toEqual([422, true]);
      expect(body).toContain(`value="${slip}"`);
      const code = await desk.ask("POST", "/forgot/code", { form: { key: "k", contact: slip, code: "123456" } });
      expect([code.status, code.body.includes(askWords.en.notAContact)], slip).toEqual([422, true]);
    }
    expect(await asked()).toBe(before);
    expect((await ask("00 1 (415) 555-1032")).body).toContain("Look in your messages");
  });

  it("shows what was typed, says when it can be asked again, and then sends it again", async () => {
    const first = await ask("hal@harbour.example");
    expect(first.body).toContain('<bdi dir="ltr">hal@harbour.example</bdi>');
    expect(first.body).toMatch(/You asked today at \d\d:\d\d\. You can ask again today at \d\d:\d\d\./);
    const cookie = cookiesOf(first);
    const before = await asked();
    const early = await ask("HAL@harbour.example", cookie);
    expect(early.body).toContain("You asked for it a moment ago, so nothing more was sent.");
    expect(await asked()).toBe(before);
    expect((await ask("mia@harbour.example", cookie)).body).not.toContain("a moment ago");
    desk.setAhead(minutes(2));
    expect((await ask("hal@harbour.example", cookie)).body).toContain("another message is on its way");
    expect(await asked()).toBe(before + 2);
  });

  it("takes a code on a page of its own, filled with what this browser asked for and no other", async () => {
    const cookie = cookiesOf(await ask("+1 415 555 1032"));
    const { body } = await desk.ask("GET", "/forgot?stage=code", { headers: { cookie } });
    expect(body).toContain('action="/forgot/code"');
    expect(body).toContain('value="+1 415 555 1032"');
    expect((await desk.ask("GET", "/forgot?stage=code")).body).not.toContain("555 1032");
    expect((await desk.ask("GET", "/forgot", { headers: { cookie } })).body).toContain('value="+1 415 555 1032"');
    const wrong = await desk.ask("POST", "/forgot/code", {
      form: { key: "k", contact: "+1 415 555 1032", code: "123456" },
    });
    expect([wrong.status, wrong.body.includes("That code does not work.")]).toEqual([401, true]);
  });
});

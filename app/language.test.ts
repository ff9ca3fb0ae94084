import { onEveryEngine } from "db/testing";
import { putOnFile } from "db/testing-account";
import { afterAll, beforeAll, expect, it } from "vitest";
import { makeSession } from "./desk/sign-in.server";
import { startHolder } from "./holder.server";
import { addMember, cookiesOf, startDesk, type TestDesk } from "./testing";
import { formWords } from "./ui/words/portal-form";

const pages = ["language", "request", "forgot", "forgot.code", "account.sign-in", "sign-in", "errors"];

onEveryEngine("The language of the public side", (place) => {
  let desk: TestDesk;
  beforeAll(async () => {
    desk = await startDesk(place(), pages);
    await putOnFile(desk.house.writer.sql, "acc");
  });
  afterAll(() => desk.stop());

  const arabic = { "accept-language": "ar-EG,ar;q=0.9,en;q=0.5" };
  const choose = (language: string, from: string, headers: Record<string, string> = {}) =>
    desk.ask("POST", "/language", { form: { key: "language", language, from }, headers });

  it("is the one that the browser asks for, in the words, the title and the direction", async () => {
    const { body } = await desk.ask("GET", "/forgot", { headers: arabic });
    expect(body).toContain('<html lang="ar" dir="rtl">');
    expect(body).toContain("<title>كلمة مرور جديدة · مساعدة الحسابات</title>");
    expect((await desk.ask("GET", "/forgot")).body).toContain('<html lang="en" dir="ltr">');
  });

  it("is the one chosen at the foot of a page rather than the browser's, and leads back to where it was chosen", async () => {
    const chosen = await choose("en", "/forgot/code", arabic);
    expect(chosen).toMatchObject({ status: 303, headers: { location: "/forgot" } });
    const headers = { ...arabic, cookie: cookiesOf(chosen) };
    expect((await desk.ask("GET", "/forgot", { headers })).body).toContain('<html lang="en"');
    expect(await choose("ar", "https://evil.example/")).toMatchObject({ headers: { location: "/help" } });
    expect((await choose("xx", "/forgot")).status).toBe(400);
  });

  it("decides which faces a page asks for before its style has come", async () => {
    const facesOf = (body: string) =>
      [...body.matchAll(/<link rel="preload" as="font"[^>]*\/([a-z-]+)\.woff2"[^>]*crossorigin="anonymous"/gi)].map(
        ([, face]) => face,
      );
    expect(facesOf((await desk.ask("GET", "/forgot")).body)).toEqual(["inter-latin"]);
    const { body } = await desk.ask("GET", "/forgot", { headers: arabic });
    expect(facesOf(body)).toEqual(["inter-latin", "noto-sans-arabic"]);
  });

  it("is that of what was refused and of pages that could not be shown, too", async () => {
    const form = { key: "k", contact: "x".repeat(400) };
    const refused = await desk.ask("POST", "/forgot", { form, headers: arabic });
    expect(refused.status).toBe(422);
    expect(refused.body).toContain(formWords.ar.unread);
    expect(refused.body).toContain(formWords.ar.tooLong(320));
    const wrong = { key: "k", username: "nobody", password: "nothing" };
    const signIn = await desk.ask("POST", "/account/sign-in", { form: wrong, headers: arabic });
    expect(signIn.body).toContain("هذا لا يفتح الحساب.");
    const nothing = await desk.ask("GET", "/request/nothing", { headers: arabic });
    expect(nothing.status).toBe(404);
    expect(nothing.body).toContain("<title>لا توجد صفحة كهذه · مساعدة الحسابات</title>");
  });

  it("is nobody's to set by a header of ours", async () => {
    const form = { key: "k", contact: "x".repeat(400) };
    const { body } = await desk.ask("POST", "/forgot", { form, headers: { "countersign-language": "ar" } });
    expect(body).toContain(formWords.en.unread);
  });

  it("is English at the desk", async () => {
    expect((await desk.ask("GET", "/sign-in", { headers: arabic })).body).toContain('<html lang="en" dir="ltr">');
    const bob = await addMember(desk, "bob", "agent");
    const headers = { ...arabic, cookie: `cs=${await makeSession(desk.house, bob)}` };
    expect((await desk.ask("GET", "/nothing", { headers })).body).toContain('<html lang="en" dir="ltr">');
  });

  it("is the reader's where there is no page at all, with its switch and the way to the public start", async () => {
    const { status, body } = await desk.ask("GET", "/nothing", { headers: arabic });
    expect([status, body.includes('<html lang="ar" dir="rtl">')]).toEqual([404, true]);
    expect(body).toContain('action="/language"');
    expect(body).toContain('href="/help"');
    expect(body).not.toContain('href="/"');
  });

  it("is entered on the account of whoever chose it while signed in, once for each change", async () => {
    const entered = async () => {
      const rows = await desk.house.writer.sql
        .selectFrom("entry")
        .select("seq")
        .where("type", "=", "account.language-chosen")
        .execute();
      return rows.length;
    };
    await choose("ar", "/forgot");
    expect(await entered()).toBe(0);
    const cookie = (await startHolder(desk.house, "acc", desk.house.door.clock.now())).split(";")[0] ?? "";
    await choose("en", "/account", { cookie });
    expect(await entered()).toBe(0);
    await choose("ar", "/account", { cookie });
    await choose("ar", "/account", { cookie });
    expect(await entered()).toBe(1);
    await choose("en", "/account", { cookie });
    expect(await entered()).toBe(2);
  });
});

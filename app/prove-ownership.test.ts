import { onEveryEngine } from "db/testing";
import { putOnFile } from "db/testing-account";
import { normaliseAnswer } from "domain/answers";
import { hours } from "domain/time";
import { afterAll, beforeAll, expect, it } from "vitest";
import { caseNow } from "./desk/case.server";
import { softHash } from "./desk/compare-answers.server";
import { objectionPath } from "./desk/links.server";
import { openTicket } from "./desk/open-ticket.server";
import { startHolder } from "./holder.server";
import { addMember, startDesk, type TestDesk } from "./testing";

/** As a link names it. */
const mail = "e".repeat(32);
const answers = ["Biscuit", "Elm Street", "Winterfold"];
const right = Object.fromEntries(answers.map((answer, i) => [`answer-q${i}`, answer]));
const wrong = { ...right, "answer-q0": "no idea", "answer-q1": "no idea" };

onEveryEngine("Whoever objected", (place) => {
  let desk: TestDesk;
  let path: string;
  let ada: string;
  let keys = 0;
  const post = (step: string, form: Record<string, string> = {}, key = `k${keys++}`) =>
    desk.ask("POST", `${path}${step}`, { form: { key, ...form } });
  const requestOf = async (account: string) => {
    const actor = { id: ada, role: "agent", auth: "demo", session: null } as const;
    const loss = { password: false, secondFactor: false, email: true, phone: false };
    const opened = await openTicket(desk.house.door, { actor, request: "test" }, account, loss);
    return { account, ticket: opened.ticket ?? "" };
  };
  beforeAll(async () => {
    desk = await startDesk(place());
    const { door, writer } = desk.house;
    await putOnFile(writer.sql, "hal", {
      contacts: [
        { id: mail, kind: "email" },
        { id: "phone", kind: "phone" },
      ],
      answers: answers.map((answer, i) => ({
        id: `a${i}`,
        question: `q${i}`,
        hash: softHash(door.secrets, { account: "hal", question: `q${i}` }, normaliseAnswer(answer)),
      })),
    });
    ada = `staff:${await addMember(desk, "ada", "agent")}`;
    const ref = await requestOf("hal");
    path = objectionPath(door, ref.ticket, mail);
    expect((await post("")).status).toBe(200);
    expect((await post("/code")).status).toBe(303);
    const generation = (await caseNow(door, ref)).ticket?.codes[mail]?.generation ?? 0;
    const code = door.secrets.code(mail, ref.ticket, generation);
    expect((await post("/confirmation", { code })).headers.location).toBe(`${path}?done=confirmation`);
    expect((await post("/questions")).status).toBe(303);
  });
  afterAll(() => desk.stop());

  it("is not thanked for answers that were wrong when they are given again", async () => {
    for (const _ of ["first", "again"]) {
      const answer = await post("/answers", wrong);
      expect(answer.status).toBe(422);
      expect(answer.body).toContain("We could not use these answers.");
      expect(answer.body).toContain("<title>Was this you? · Account help</title>");
    }
  });

  it("finds the way to the proof on their own page, also where that page tells of a refusal", async () => {
    const { house } = desk;
    const cookie = (await startHolder(house, "hal", house.door.clock.now())).split(";")[0] ?? "";
    const link = "a".repeat(32);
    const page = await desk.ask("GET", "/account", { headers: { cookie } });
    const refused = await desk.ask("POST", "/account/vouch", {
      headers: { cookie },
      form: { key: "vouch", link, code: "123456" },
    });
    expect([page.status, refused.status]).toEqual([200, 403]);
    for (const { body } of [page, refused]) expect(body).toContain(`href="${path}"`);
  });

  it("is told once that answers are right, and of the form sent twice only that they came", async () => {
    expect((await post("/answers", right, "same")).headers.location).toBe(`${path}?done=answers`);
    const again = await post("/answers", right, "same");
    expect(again.headers.location).toBe(`${path}?done=answers-counted`);
    expect((await desk.ask("GET", again.headers.location ?? "")).body).toContain("You gave us these before.");
  });

  it("shows that the account is theirs by signing in with their second factor, where they did so since", async () => {
    const { house } = desk;
    const other = "f".repeat(32);
    const contacts = [
      { id: other, kind: "email" },
      { id: "9".repeat(32), kind: "phone" },
    ] as const;
    await putOnFile(house.writer.sql, "eve", { secondFactor: "sms", contacts });
    const ref = await requestOf("eve");
    const { ticket } = ref;
    const behindLink = objectionPath(house.door, ticket, other);
    await desk.ask("POST", behindLink, { form: { key: "stop" } });
    const pageOf = async (ahead: number, auth: string) => {
      const cookie = (await startHolder(house, "eve", house.door.clock.now() + ahead, auth)).split(";")[0] ?? "";
      const page = await desk.ask("GET", "/account", { headers: { cookie } });
      return { cookie, body: page.body, behind: (await desk.ask("GET", behindLink, { headers: { cookie } })).body };
    };
    const prove = (cookie: string) =>
      desk.ask("POST", "/account/objection/proof", { form: { key: `k${keys++}`, ticket }, headers: { cookie } });
    for (const { cookie, body, behind } of [await pageOf(-hours(1), "password+sms"), await pageOf(0, "password")]) {
      for (const page of [body, behind]) expect(page).toContain("You can also show it by signing in.");
      expect((await prove(cookie)).status).toBe(403);
    }
    expect((await desk.ask("GET", behindLink)).body).toContain("if your account has a second factor: sign in with it");
    const strong = await pageOf(0, "password+sms");
    for (const page of [strong.body, strong.behind]) expect(page).toContain("The account is mine");
    expect((await prove(strong.cookie)).headers.location).toBe("/account");
    expect((await caseNow(house.door, ref)).ticket?.dispute?.provedAt).not.toBeNull();
    expect((await pageOf(0, "password+sms")).body).not.toContain("The account is mine");
  });
});

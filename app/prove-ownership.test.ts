import { onEveryEngine } from "db/testing";
import { putOnFile } from "db/testing-account";
import { normaliseAnswer } from "domain/answers";
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
  let keys = 0;
  const post = (step: string, form: Record<string, string> = {}, key = `k${keys++}`) =>
    desk.ask("POST", `${path}${step}`, { form: { key, ...form } });
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
    const actor = { id: `staff:${await addMember(desk, "ada", "agent")}`, role: "agent", auth: "demo" } as const;
    const loss = { password: false, secondFactor: false, email: true, phone: false };
    const opened = await openTicket(door, { actor: { ...actor, session: null }, request: "test" }, "hal", loss);
    const ref = { account: "hal", ticket: opened.ticket ?? "" };
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
});

import { openWriter } from "db/engine";
import { onEveryEngine } from "db/testing";
import { tellCase, tellReset } from "db/testing-case";
import { granted, staffed, type Teller, tellerOf, tellImport, tellStaff } from "db/testing-trail";
import { stepUp } from "domain/member";
import { reject } from "domain/review";
import { days } from "domain/time";
import { afterAll, beforeAll, expect, it } from "vitest";
import { makeSession } from "./desk/sign-in.server";
import { startRequester } from "./holder.server";
import { addMember, cookiesOf, startDesk, type TestDesk } from "./testing";

const acts = ["request.status", "request.again", "request.appeal", "request.photos"];
const sam = staffed("sam", "supervisor");

/** Sam rejects a ticket, with a code made for it. */
async function tellRejection(t: Teller, account: string, ticket: string): Promise<void> {
  const made = { id: `no-${ticket}`, act: "reject", object: ticket, step: Math.floor(t.now / 30_000) };
  const who = { actor: sam, request: "reject" };
  await granted(t.ledger.enact({ stream: "staff", id: "sam", ...who, decide: stepUp(made) }));
  const decide = reject({ reason: "not-enough-proof", note: `words-${ticket}`, stepUp: made.id });
  await granted(t.ledger.enact({ stream: "case", account, ticket, ...who, decide }));
}

onEveryEngine("What follows an answer", (place) => {
  let desk: TestDesk;
  const cookies: Record<string, string> = {};
  beforeAll(async () => {
    const db = openWriter(place().url);
    const t = tellerOf(db);
    t.now = Date.now() - days(20);
    await tellStaff(t);
    await tellImport(t);
    await tellCase(t, "hal", "t1");
    await tellReset(t, "hal", "t1");
    await tellCase(t, "ida", "t2");
    await tellRejection(t, "ida", "t2");
    await db.close();
    desk = await startDesk(place(), [...acts, "flags", "flag.review", "errors"]);
    for (const [ticket, account] of [
      ["t1", "hal"],
      ["t2", "ida"],
    ] as const)
      cookies[ticket] =
        startRequester(desk.house, { ticket, account, contact: `new-${ticket}`, turn: null }).split(";")[0] ?? "";
    cookies.mia = `cs=${await makeSession(desk.house, await addMember(desk, "mia", "supervisor"))}`;
  });
  afterAll(() => desk.stop());

  const get = async (who: string, path: string) =>
    (await desk.ask("GET", path, { headers: { cookie: cookies[who] ?? "" } })).body;
  const post = (who: string, path: string, form: Record<string, string>) =>
    desk.ask("POST", path, { headers: { cookie: cookies[who] ?? "" }, form: { key: `k.${path}`, ...form } });

  it("is another request where a recovery did not let its requester in: it knows the first, and needs no code again", async () => {
    expect(await get("t1", "/request/status")).toContain("Still not in?");
    const answer = await post("t1", "/request/again", {});
    expect([answer.status, answer.headers.location]).toEqual([303, "/request/status"]);
    cookies.again = cookiesOf(answer);
    const page = await get("again", "/request/status");
    expect(page).toContain("We have your request");
    expect(page).toContain("Read us this number");
    expect(page).not.toContain("Still not in?");
    expect((await post("t1", "/request/again", {})).status).toBe(303);
    const rows = await desk.house.writer.sql
      .selectFrom("ticket")
      .select("doc")
      .where("account_id", "=", "hal")
      .execute();
    const made = rows.map((r) => JSON.parse(r.doc)).filter((ticket) => ticket.id !== "t1");
    expect(made).toHaveLength(1);
    expect(made[0]).toMatchObject({ follows: "t1", sendTo: "new-t1", tier: "T4", asked: { again: true } });
    expect((await post("t2", "/request/again", {})).status).toBe(409);
  });

  it("is one other look at a rejection, by a supervisor who reads the requester's words and answers with a reason", async () => {
    expect(await get("t2", "/request/status")).toContain("Ask someone else to look again");
    const none = await post("t2", "/request/appeal", { words: "  ", key: "none" });
    expect([none.status, none.body.includes("Write a sentence or two.")]).toEqual([422, true]);
    const words = "I have the box: DS-2CD2432F-IW20150126CCCH502126167. Look again.";
    expect((await post("t2", "/request/appeal", { words })).status).toBe(303);
    const waits = await get("t2", "/request/status");
    expect(waits).toContain("looks at it again. The answer will be on this page.");
    expect(waits).toMatch(/You wrote:.*I have the box: .*Look again\./s);
    expect(waits).not.toContain("502126167");
    expect((await post("t2", "/request/appeal", { words: "And again.", key: "more" })).status).toBe(409);

    const flags = await get("mia", "/flags");
    expect(flags).toContain("I have the box");
    expect(flags).not.toContain("502126167");
    const account = "ida";
    const form = flags
      .split("<form")
      .find((one) => one.includes(`value="${account}"`) && one.includes('name="answer"'));
    const [, seq = ""] = /flags\/(\d+)\/review/.exec(form ?? "") ?? [];
    const path = `/flags/${seq}/review`;
    expect((await post("mia", path, { account, note: "Looked.", key: "1" })).status).toBe(409);
    expect((await post("mia", path, { account, note: "", answer: "stands", key: "2" })).status).toBe(422);
    expect((await post("mia", path, { account, note: "One label only.", answer: "stands", key: "3" })).status).toBe(
      303,
    );
    expect(await get("mia", "/flags")).not.toContain("I have the box");
    expect(await get("t2", "/request/status")).toContain("The answer stays the same");
  });
});

import { onEveryEngine } from "db/testing";
import { afterAll, beforeAll, expect, it } from "vitest";
import { makeSession } from "./desk/sign-in.server";
import { addMember, startDesk, type TestDesk } from "./testing";
import { trailWords as words } from "./ui/words/trail";

const account = "0197a3c5d2e84b7f9a1c3e5d7f902b4d";
const { wrong } = words;

onEveryEngine("A search of the trail", (place) => {
  let desk: TestDesk;
  let cookie: string;
  beforeAll(async () => {
    desk = await startDesk(place(), ["trail"]);
    cookie = `cs=${await makeSession(desk.house, await addMember(desk, "ivy", "auditor"))}`;
  });
  afterAll(() => desk.stop());
  const search = async (query: Record<string, string>) => {
    const { status, body } = await desk.ask("GET", `/trail?${new URLSearchParams(query)}`, { headers: { cookie } });
    return { status, body: body.replaceAll("&#x27;", "'") };
  };
  const errorAt = (body: string, field: string) => new RegExp(`id="${field}-error"[^>]*>([^<]*)<`).exec(body)?.[1];
  const typedIn = (body: string, field: string) =>
    /value="([^"]*)"/.exec(new RegExp(`<input id="${field}"[^>]*>`).exec(body)?.[0] ?? "")?.[1];

  it.each<[string, Record<string, string>, string]>([
    ["ticket", { ticket: "abc" }, wrong.ticket],
    ["ticket", { ticket: "CS-10x" }, wrong.ticket],
    ["account", { account: "hal@harbour.example" }, wrong.account],
    ["account", { account: "HAL-4711" }, wrong.account],
    ["from", { from: "2026-02-01", to: "2026-01-31" }, wrong.from],
    ["from", { from: "2026-01-31T12:00:01Z", to: "2026-01-31T12:00:00Z" }, wrong.from],
  ])("says at %s what is wrong with %j, keeps all that was typed, and is no empty trail", async (field, part, says) => {
    const typed: Record<string, string> = { account, ticket: "CS-1042", type: "staff.added", ...part };
    const { status, body } = await search(typed);
    expect([status, errorAt(body, field)]).toEqual([400, says]);
    for (const name of ["ticket", "account", ...Object.keys(part)]) expect(typedIn(body, name)).toBe(typed[name]);
    expect(body).toMatch(/<option value="staff.added" selected=""/);
    expect(body).toContain(wrong.title);
    expect(body).not.toContain(words.emptyTitle);
  });

  it.each<Record<string, string>>([
    { ticket: "CS-1042" },
    { ticket: " cs1042 " },
    { account },
    { from: "2026-01-31", to: "2026-01-31" },
    { from: "2026-01-31T12:00:00Z", to: "2026-01-31" },
    { from: "2026-01-31T12:00:00Z", to: "2026-01-31T12:00:00Z" },
  ])("by %j finds nothing here, and says that", async (query) => {
    const { status, body } = await search(query);
    expect(status).toBe(200);
    expect(body).toContain(words.emptyTitle);
    expect(body).not.toContain("-error");
  });

  it("has no word against fields that are empty, and of two wrong ones says what is wrong with both", async () => {
    expect((await search({ ticket: " ", account: "", from: "", to: "" })).status).toBe(200);
    const { body } = await search({ ticket: "abc", account: "Hal Harbour" });
    expect([errorAt(body, "ticket"), errorAt(body, "account")]).toEqual([wrong.ticket, wrong.account]);
    for (const hint of [words.ticketHint, words.accountHint]) expect(body).toContain(hint);
  });
});

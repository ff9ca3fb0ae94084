import { onEveryEngine } from "db/testing";
import { afterAll, beforeAll, expect, it } from "vitest";
import { makeSession } from "./desk/sign-in.server";
import { type Answer, addMember, startDesk, type TestDesk } from "./testing";
import { demoWords } from "./ui/words/demo";

onEveryEngine("The page of an error", (place) => {
  let desk: TestDesk;
  /** The same desk, run as a demo. */
  let demo: TestDesk;
  beforeAll(async () => {
    desk = await startDesk(place());
    demo = await startDesk(place(), undefined, { COUNTERSIGN_MODE: "demo" });
  });
  afterAll(() => Promise.all([desk.stop(), demo.stop()]));
  const bars = ({ body }: Answer) => body.split(`<aside aria-label="${demoWords.name}"`).length - 1;

  it("gives who works here their own page of an error, with the way back", async () => {
    const bob = await addMember(desk, "bob", "agent");
    const headers = { cookie: `cs=${await makeSession(desk.house, bob)}` };
    const unknown = await desk.ask("GET", "/nothing/here", { headers });
    expect(unknown.status).toBe(404);
    expect(unknown.body).toContain('href="/queue"');
    expect(unknown.body).toContain("Go on: Queue");
    expect(unknown.body).not.toContain("Account help");
    const foreign = await desk.ask("GET", "/policies", { headers });
    expect(foreign.status).toBe(403);
    expect(foreign.body).toContain("Your role does not reach this page");
    expect(foreign.body).toContain("Go on: Queue");
    const form = await desk.ask("GET", "/tickets/1001/submission", { headers });
    expect(form).toMatchObject({ status: 405, headers: { allow: "POST" } });
    expect(form.body).toContain("This address only takes a form");
    expect(form.body).toContain('href="/tickets/1001"');
    const missing = await desk.ask("GET", "/tickets/1001/photos/none", { headers });
    expect(missing.status).toBe(404);
    expect(missing.body).not.toContain("Back to the ticket");
  });

  it("leads an admin on to where admins work", async () => {
    const rob = await addMember(desk, "rob", "admin");
    const answer = await desk.ask("GET", "/queue", { headers: { cookie: `cs=${await makeSession(desk.house, rob)}` } });
    expect(answer.status).toBe(403);
    expect(answer.body).toContain('href="/policies"');
    expect(answer.body).not.toContain('href="/queue"');
  });

  it("keeps the demo's bar, so that a visitor can be somebody else, and has none outside the demo", async () => {
    const eve = await addMember(desk, "eve", "agent");
    const headers = { cookie: `cs=${await makeSession(desk.house, eve)}` };
    const asked = [
      ["/policies", 403],
      ["/nothing/here", 404],
      ["/tickets/1001/submission", 405],
      ["/tickets/4711", 404],
    ] as const;
    for (const [path, status] of asked) {
      const answer = await demo.ask("GET", path, { headers });
      expect([path, answer.status, bars(answer)]).toEqual([path, status, 1]);
      expect(answer.body).toContain('href="/sign-in"');
    }
    const visitor = await demo.ask("GET", "/reset/abc");
    expect([visitor.status, bars(visitor)]).toEqual([404, 1]);
    for (const [path] of asked) expect(bars(await desk.ask("GET", path, { headers }))).toBe(0);
  });

  it("leaves the public its own page of an error, and says of a cut link that it is not whole", async () => {
    const visitor = await desk.ask("GET", "/tickets/1001/submission");
    expect(visitor.status).toBe(405);
    expect(visitor.body).toContain("Account help");
    expect(visitor.body).not.toContain("Back to the ticket");
    for (const path of ["/objection/abc", "/objection/", "/reset/abc", "/reset"]) {
      const cut = await desk.ask("GET", path);
      expect(cut.status, path).toBeGreaterThanOrEqual(400);
      expect(cut.body, path).toContain("This link is not whole");
      expect(cut.body, path).toContain("Copy all of it from the message, or ask us for help.");
    }
  });
});

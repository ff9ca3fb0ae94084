import { onEveryEngine } from "db/testing";
import { afterAll, beforeAll, expect, it } from "vitest";
import { makeSession } from "./desk/sign-in.server";
import { addMember, startDesk, type TestDesk } from "./testing";

const ours = ["index", "healthz", "sign-in", "enrolment", "sign-out", "demo.sign-in", "errors"];

onEveryEngine("The web process", (place) => {
  let desk: TestDesk;
  beforeAll(async () => {
    desk = await startDesk(place(), ours);
  });
  afterAll(() => desk.stop());

  it("says that it works", async () => {
    expect(await desk.ask("GET", "/healthz")).toMatchObject({ status: 200, body: "ok\n" });
  });

  it("lets nothing foreign into a page and keeps nothing of it", async () => {
    const { headers } = await desk.ask("GET", "/sign-in");
    const nonce = /'nonce-([^']+)'/.exec(headers["content-security-policy"] as string)?.[1];
    expect(nonce).toMatch(/^[A-Za-z0-9+/]{22}==$/);
    expect(headers["content-security-policy"]).toBe(
      `default-src 'self';script-src 'self' 'nonce-${nonce}';style-src 'self';img-src 'self' data:;object-src 'none';base-uri 'none';frame-ancestors 'none';form-action 'self'`,
    );
    expect(headers).toMatchObject({
      "cache-control": "no-store",
      "referrer-policy": "same-origin",
      "x-content-type-options": "nosniff",
      "x-frame-options": "DENY",
    });
    expect(headers).not.toHaveProperty("x-powered-by");
    expect(headers).not.toHaveProperty("strict-transport-security");
  });

  it("draws another nonce for every answer, for the one script of a page", async () => {
    const [one, two] = await Promise.all([desk.ask("GET", "/sign-in"), desk.ask("GET", "/sign-in")]);
    expect(one.headers["content-security-policy"]).not.toBe(two.headers["content-security-policy"]);
    const nonce = /'nonce-([^']+)'/.exec(one.headers["content-security-policy"] as string)?.[1];
    expect(one.body.match(/<script[^>]*>/g)).toEqual([
      `<script type="module" src="/build/entry.client.js" nonce="${nonce}">`,
    ]);
    expect(one.body).not.toMatch(/ style=| on[a-z]+="/);
  });

  it("answers an unknown address with a page that says so", async () => {
    const answer = await desk.ask("GET", "/nothing/here");
    expect(answer.status).toBe(404);
    expect(answer.body).toContain("There is no such page");
    expect(answer.body).not.toContain("<script");
    expect(answer.headers["content-security-policy"]).toContain("'nonce-");
  });

  it("closes the page of errors itself, the files of the process and paths that climb", async () => {
    for (const path of [
      "/-/turned-away",
      "/build/../package.json",
      "/build/%2e%2e/%2e%2e/package.json",
      "//evil.example/",
      "/\\evil.example",
    ]) {
      expect((await desk.ask("GET", path)).status, path).toBe(404);
    }
    expect((await desk.ask("GET", "http://evil.example/sign-in")).status).toBe(400);
  });

  it("makes no address of what Host or a proxy's headers say", async () => {
    const headers = {
      host: "evil.example",
      "x-forwarded-host": "evil.example",
      "x-forwarded-proto": "https",
      forwarded: "host=evil.example",
    };
    for (const path of ["/", "/sign-in", "/nothing"]) {
      const answer = await desk.ask("GET", path, { headers });
      expect(JSON.stringify(answer), path).not.toContain("evil.example");
    }
  });

  it("goes on with the configured address where localhost is asked", async () => {
    const answer = await desk.ask("GET", "/sign-in?to=%2Fqueue", {
      headers: { host: `localhost:${desk.config.port}` },
    });
    expect(answer).toMatchObject({ status: 307, headers: { location: `${desk.config.baseUrl}/sign-in?to=%2Fqueue` } });
  });

  it("takes a form from its own origin and no other", async () => {
    const form = { key: "k.sign-in", name: "nobody", password: "x", code: "" };
    const origins = [
      "",
      "null",
      "http://evil.example",
      `${desk.config.baseUrl}.evil.example`,
      desk.config.baseUrl.replace("http:", "https:"),
    ];
    for (const origin of origins) {
      const before = await sizeOf(desk);
      expect((await desk.ask("POST", "/sign-in", { form, headers: { origin } })).status, origin).toBe(403);
      expect(await sizeOf(desk)).toBe(before);
    }
    expect(
      (await desk.ask("POST", "/sign-in", { form, headers: { origin: "null", "sec-fetch-site": "cross-site" } }))
        .status,
    ).toBe(403);
    expect(
      (await desk.ask("POST", "/sign-in", { form, headers: { origin: "null", "sec-fetch-site": "same-origin" } }))
        .status,
    ).toBe(401);
    expect((await desk.ask("POST", "/sign-in", { form })).status).toBe(401);
  });

  it("takes no other method, kind or length of form than a route has", async () => {
    const form = { key: "k.sign-in", name: "nobody", password: "x", code: "" };
    expect(await desk.ask("PUT", "/sign-in", { form })).toMatchObject({
      status: 405,
      headers: { allow: "GET, HEAD, POST" },
    });
    expect(await desk.ask("GET", "/sign-out")).toMatchObject({ status: 405, headers: { allow: "POST" } });
    expect((await desk.ask("POST", "/sign-in", { form, headers: { "content-type": "application/json" } })).status).toBe(
      415,
    );
    expect(
      (await desk.ask("POST", "/sign-in", { form, headers: { "content-type": "multipart/form-data; boundary=x" } }))
        .status,
    ).toBe(415);
    expect((await desk.ask("POST", "/sign-in", { form: { ...form, name: "n".repeat(70_000) } })).status).toBe(413);
  });

  it("turns away a form with a field that is unknown, missing or there twice, and one without its key", async () => {
    const form = { key: "k.sign-in", name: "nobody", password: "x", code: "" };
    const before = await sizeOf(desk);
    for (const bad of [
      { ...form, role: "admin" },
      { key: "k", name: "nobody", password: "x" },
      { ...form, key: "" },
    ]) {
      expect((await desk.ask("POST", "/sign-in", { form: bad })).status).toBe(400);
    }
    const twice: [string, string][] = [...Object.entries(form), ["name", "another"]];
    expect((await desk.ask("POST", "/sign-in", { form: twice })).status).toBe(400);
    expect(await sizeOf(desk)).toBe(before);
  });

  it("says which field was too long, and gives back what was typed but no secret", async () => {
    const answer = await desk.ask("POST", "/sign-in", {
      form: { key: "k.sign-in", name: "Ada <b>", password: `secret${"x".repeat(300)}`, code: "123456" },
    });
    expect(answer.status).toBe(422);
    expect(answer.body).toContain("at most 256 characters");
    expect(answer.body).toContain("Ada &lt;b&gt;");
    expect(answer.body).not.toContain("secretx");
    expect(answer.body).not.toContain("123456");
  });

  it("runs no loader for a head or for a browser that only guesses", async () => {
    const head = await desk.ask("HEAD", "/sign-in?to=%2Fqueue");
    expect(head).toMatchObject({ status: 200, body: "" });
    expect(head.headers).not.toHaveProperty("set-cookie");
    expect((await desk.ask("GET", "/sign-in", { headers: { "sec-purpose": "prefetch;prerender" } })).status).toBe(503);
  });

  it("gives data of a route only where its page would be given", async () => {
    expect((await desk.ask("GET", "/sign-in?_data=routes%2Fsign-in%2Froute")).status).toBe(200);
    expect((await desk.ask("GET", "/healthz?_data=routes%2Fsign-in%2Froute")).status).toBe(404);
    expect((await desk.ask("GET", "/sign-in?_data=routes%2Fqueue%2Froute")).status).toBe(404);
    expect((await desk.ask("GET", "/sign-in?_data=routes%2Fsign-in%2Froute&_data=routes%2Fqueue%2Froute")).status).toBe(
      404,
    );
    expect((await desk.ask("POST", "/sign-out?_data=routes%2Fsign-out%2Froute", { form: { key: "k" } })).status).toBe(
      401,
    );
  });

  it("sends the one who is signed in to where their role works, and anyone else to sign in", async () => {
    expect(await desk.ask("GET", "/")).toMatchObject({ status: 303, headers: { location: "/sign-in" } });
    const token = await makeSession(desk.house, await addMember(desk, "ivy", "auditor"));
    expect(await desk.ask("GET", "/", { headers: { cookie: `cs=${token}` } })).toMatchObject({
      status: 303,
      headers: { location: "/trail" },
    });
  });

  it("stops with an entry", async () => {
    const own = await startDesk(place(), ours);
    const before = await sizeOf(desk);
    await own.stop();
    const rows = await desk.house.door.reader.sql
      .selectFrom("entry")
      .select("type")
      .where("seq", ">=", before)
      .execute();
    expect(rows).toEqual([{ type: "desk.stopped" }]);
  });
});

async function sizeOf(desk: TestDesk): Promise<number> {
  return (await desk.house.door.reader.sql.selectFrom("head").select("size").executeTakeFirstOrThrow()).size;
}

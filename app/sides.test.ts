import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { makePlace } from "db/place";
import { minutes } from "domain/time";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { access, isPortal } from "./access";
import { makeSession } from "./desk/sign-in.server";
import { makeGate } from "./gate.server";
import { startHolder } from "./holder.server";
import { table } from "./routes.mjs";
import { type Answer, addMember, freePort, startDesk, type TestDesk } from "./testing";
import { testBuild } from "./testing-build";

interface Walked {
  path: string;
  id: string;
}
/** Every address there is, with names that lead nowhere. */
const walk: Walked[] = (table as [string, string][])
  .filter(([path]) => path !== "*")
  .map(([path, folder]) => ({
    path: `/${path.replace(/^\//, "")}`.replace(/:(number|seq|size|approval)/, "999999").replace(/:\w+/, "nobody"),
    id: `routes/${folder}/route`,
  }));
const sideOf = ({ id }: Walked) => access[id]?.side;
const of = (side: string): Walked[] => walk.filter((one) => sideOf(one) === side);

describe("A desk and a portal in two processes", () => {
  let place: Awaited<ReturnType<typeof makePlace>>;
  let sides: Record<"desk" | "portal", TestDesk>;
  /** A browser that is signed in everywhere it can be. */
  let cookie: string;
  beforeAll(async () => {
    place = await makePlace("sqlite");
    for (const folder of ["build", "verify", "portal"]) {
      mkdirSync(join(place.folder, "public", folder), { recursive: true });
      writeFileSync(join(place.folder, "public", folder, "page.js"), "1;\n");
    }
    const ports = { desk: await freePort(), portal: await freePort() };
    const start = (serve: "desk" | "portal") =>
      startDesk(place, undefined, {
        COUNTERSIGN_SERVE: serve,
        COUNTERSIGN_BASE_URL: `http://127.0.0.1:${ports.desk}`,
        COUNTERSIGN_PORTAL_URL: `http://127.0.0.1:${ports.portal}`,
        PORT: String(ports[serve]),
      });
    sides = { desk: await start("desk"), portal: await start("portal") };
    const token = await makeSession(sides.desk.house, await addMember(sides.desk, "ada", "agent"));
    const holder = await startHolder(sides.portal.house, "no-account", sides.portal.house.door.clock.now());
    cookie = `cs=${token}; ${holder.split(";")[0]}`;
  });
  afterAll(async () => {
    await Promise.all([sides.desk.stop(), sides.portal.stop()]);
    await place.drop();
  });

  /** An answer without what differs from one to the next whatever is asked: its time, its nonce and keys, the path it names. */
  const bare = ({ status, headers, body }: Answer, path: string) => {
    const { date: _date, "content-length": _length, "content-security-policy": policy, ...kept } = headers;
    const nonce = /'nonce-([^']+)'/.exec(String(policy))?.[1] ?? "";
    const still = body
      .replaceAll(nonce, "")
      .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, "")
      .replace(/<time.*?<\/time>/g, "");
    return { status, kept, body: still.replaceAll(`value="${path}"`, 'value="PATH"') };
  };
  const asks = [
    { name: "a page", method: "GET", data: false },
    { name: "the head of a page", method: "HEAD", data: false },
    { name: "data", method: "GET", data: true },
    { name: "a form", method: "POST", data: false },
    { name: "a form's data", method: "POST", data: true },
    { name: "a method that no route has", method: "PUT", data: true },
  ] as const;

  const pairs = [
    { side: "portal", other: "desk" },
    { side: "desk", other: "portal" },
  ] as const;
  describe.each(pairs)("the $side", ({ side, other }) => {
    it.each(asks)(
      `answers $name of the ${other}'s as if there were none`,
      async ({ method, data }) => {
        const ask = async (path: string, id: string, who: string) => {
          const address = data ? `${path}?_data=${encodeURIComponent(id)}` : path;
          const more = { headers: { cookie: who }, ...(method === "POST" ? { form: { key: "k" } } : {}) };
          return bare(await sides[side].ask(method, address, more), path);
        };
        for (const who of data || method === "HEAD" ? ["", cookie] : [cookie]) {
          const unknown = await ask("/no/such/page", "routes/no/route", who);
          expect(unknown.status).toBe(404);
          for (const { path, id } of of(other)) expect(await ask(path, id, who), path).toEqual(unknown);
        }
      },
      90_000,
    );

    it("answers what is its own and what is both's", async () => {
      const { config } = sides[side];
      const gate = makeGate(await testBuild(), config);
      for (const one of [...of(side), ...of("both")])
        for (const method of ["GET", "POST"]) {
          const url = new URL(`${config.ownUrl}${one.path}`);
          const opening = gate.open({ method, url, header: () => undefined });
          expect("status" in opening ? opening.status : 200, `${method} ${one.path}`).not.toBe(404);
        }
      expect((await sides[side].ask("GET", "/healthz")).status).toBe(200);
    });

    it(`is not talked into being the ${other} by a header`, async () => {
      const host = new URL(sides[other].config.ownUrl).host;
      for (const { path } of of(other).slice(0, 5)) {
        const headers = {
          host,
          "x-forwarded-host": host,
          "x-forwarded-port": "443",
          forwarded: `host=${host}`,
          cookie,
        };
        // On loopback another port's name is sent on to the configured address, and that answers as ever.
        const answer = await sides[side].ask("GET", path, { headers });
        expect([404, 307], path).toContain(answer.status);
        if (answer.status === 307) expect(answer.headers.location).toBe(`${sides[side].config.ownUrl}${path}`);
        expect((await sides[side].ask("GET", path, { headers: { ...headers, host: "desk.example" } })).status).toBe(
          404,
        );
      }
    });

    it(`takes no form that comes from the ${other}`, async () => {
      const path = side === "portal" ? "/language" : "/sign-in";
      const from = (origin: string) => sides[side].ask("POST", path, { form: {}, headers: { origin } });
      expect((await from(sides[other].config.ownUrl)).status).toBe(403);
      expect((await from(sides[side].config.ownUrl)).status).toBe(400);
    });
  });

  it("start where each has something to do", async () => {
    const start = async (side: "desk" | "portal", who: string) =>
      (await sides[side].ask("GET", "/", { headers: { cookie: who } })).headers.location;
    expect(await start("portal", "")).toBe("/help");
    expect(await start("portal", cookie)).toBe("/help");
    expect(await start("desk", "")).toBe("/sign-in");
    expect(await start("desk", cookie)).toBe("/queue");
  });

  it("show a page of their own side for what there is not", async () => {
    const missing = async (side: "desk" | "portal", path: string, who = "", language = "ar") =>
      (await sides[side].ask("GET", path, { headers: { cookie: who, "accept-language": language } })).body;
    expect(await missing("portal", "/queue", cookie)).toContain('lang="ar" dir="rtl"');
    expect(await missing("portal", "/queue", cookie)).toContain('href="/help"');
    expect(await missing("desk", "/request/status", cookie)).toContain('lang="en" dir="ltr"');
    expect(await missing("desk", "/request/status", cookie)).toContain('href="/queue"');
    expect(await missing("portal", "/reset/cut", "", "en")).toContain("This link is not whole");
    expect(await missing("desk", "/reset/cut", "", "en")).not.toContain("This link is not whole");
  });

  it("know the one who is signed in on their own side alone", async () => {
    const seen = async () =>
      (await sides.desk.house.door.reader.sql.selectFrom("session").select("seen_at").executeTakeFirstOrThrow())
        .seen_at;
    const before = await seen();
    sides.portal.setAhead(minutes(5));
    expect((await sides.portal.ask("GET", "/help", { headers: { cookie } })).status).toBe(200);
    expect(await seen()).toBe(before);
    expect((await sides.desk.ask("GET", "/no/such/page", { headers: { cookie } })).body).toContain("ada Example");
    expect((await sides.desk.ask("GET", "/queue", { headers: { cookie } })).status).toBe(200);
    expect(await seen()).not.toBe(before);
  });

  it("both hand out what pages are drawn with, and each alone what is made for it", async () => {
    const status = async (path: string) =>
      Promise.all((["desk", "portal"] as const).map(async (side) => (await sides[side].ask("GET", path)).status));
    expect(await status("/build/page.js")).toEqual([200, 200]);
    expect(await status("/verify/page.js")).toEqual([200, 404]);
    expect(await status("/portal/page.js")).toEqual([404, 200]);
    expect(await status("/build/../verify/page.js")).toEqual([404, 404]);
    for (const path of ["//verify/page.js", "/verify%2fpage.js", "/portal/../verify/page.js"])
      expect((await status(path))[1], path).toBe(404);
  });
});

it("Every route is on the side that its address belongs to", () => {
  for (const one of walk.filter((w) => sideOf(w) !== "both"))
    expect([one.path, sideOf(one)]).toEqual([one.path, isPortal(one.path) ? "portal" : "desk"]);
  expect(of("both").map(({ path }) => path)).toEqual(["/", "/healthz"]);
});

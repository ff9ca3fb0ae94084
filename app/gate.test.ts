import { makePlace } from "db/place";
import { putOnFile } from "db/testing-account";
import type { Role } from "domain/staff";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { access, isPortal, type methods } from "./access";
import { configOf } from "./config.server";
import { openTicket } from "./desk/open-ticket.server";
import { makeSession } from "./desk/sign-in.server";
import { type Asked, makeGate } from "./gate.server";
import { startHolder, startRequester } from "./holder.server";
import { routes } from "./routes.mjs";
import { type Answer, addMember, startDesk, type TestDesk } from "./testing";
import { testBuild } from "./testing-build";

type Who = Role | "anyone" | "requester" | "holder";
/** A ticket whose link will go to a registered contact, for the requester of the matrix. */
async function requestOf(desk: TestDesk, agent: string) {
  await putOnFile(desk.house.writer.sql, "acc", { contacts: [{ id: "c1", kind: "email" }] });
  const loss = { password: true, secondFactor: false, email: false, phone: false };
  const actor = { id: agent, role: "agent", auth: "demo", session: null } as const;
  const opened = await openTicket(desk.house.door, { actor, request: "r" }, "acc", loss);
  return { ticket: opened.ticket ?? "", account: "acc", contact: "c1", turn: null };
}

const everyone: readonly Who[] = ["anyone", "agent", "supervisor", "auditor", "admin", "requester", "holder"];

/** Who may ask what, written down a second time: one name alone opens it to that one, `all` to everyone. */
const matrix: readonly (readonly [method: (typeof methods)[number], path: string, who: string])[] = [
  ["GET", "/", "all"],
  ["GET", "/healthz", "all"],
  ["GET", "/sign-in", "all"],
  ["POST", "/sign-in", "all"],
  ["GET", "/enrolment", "all"],
  ["POST", "/enrolment", "all"],
  ["POST", "/sign-out", "agent supervisor auditor admin"],
  ["GET", "/queue", "agent supervisor"],
  ["GET", "/tickets/new", "agent"],
  ["POST", "/tickets/new", "agent"],
  ["GET", "/tickets/999999", "agent supervisor"],
  ["POST", "/tickets/999999/claim", "agent"],
  ["POST", "/tickets/999999/release", "agent"],
  ["GET", "/tickets/999999/hand-over", "supervisor"],
  ["POST", "/tickets/999999/hand-over", "supervisor"],
  ["POST", "/tickets/999999/reveals", "agent supervisor"],
  ["POST", "/tickets/999999/contact", "agent"],
  ["POST", "/tickets/999999/contact-code", "agent"],
  ["POST", "/tickets/999999/contact-confirmation", "agent"],
  ["POST", "/tickets/999999/serial", "agent"],
  ["POST", "/tickets/999999/questions", "agent"],
  ["POST", "/tickets/999999/answers", "agent"],
  ["POST", "/tickets/999999/possession", "agent"],
  ["POST", "/tickets/999999/saved-code", "agent"],
  ["POST", "/tickets/999999/vouch", "agent"],
  ["POST", "/tickets/999999/photos", "agent"],
  ["GET", "/tickets/999999/photos/p", "agent supervisor"],
  ["GET", "/tickets/999999/photos/p/image", "agent supervisor"],
  ["POST", "/tickets/999999/photos/p/judgement", "agent supervisor"],
  ["POST", "/tickets/999999/purchases", "agent"],
  ["GET", "/tickets/999999/purchases/p", "agent supervisor"],
  ["GET", "/tickets/999999/purchases/p/file", "agent supervisor"],
  ["POST", "/tickets/999999/purchases/p/judgement", "agent supervisor"],
  ["POST", "/tickets/999999/notes", "agent supervisor"],
  ["POST", "/tickets/999999/submission", "agent"],
  ["POST", "/tickets/999999/cancellation", "agent"],
  ["POST", "/tickets/999999/grant", "agent"],
  ["POST", "/tickets/999999/hold-stop", "supervisor"],
  ["POST", "/tickets/999999/caller", "agent"],
  ["POST", "/tickets/999999/acknowledgement", "agent"],
  ["POST", "/tickets/999999/safety", "agent supervisor"],
  ["POST", "/tickets/999999/withholding", "supervisor"],
  ["POST", "/tickets/999999/approval", "supervisor"],
  ["POST", "/tickets/999999/return", "supervisor"],
  ["POST", "/tickets/999999/rejection", "supervisor"],
  ["GET", "/tickets/999999/dispute", "supervisor"],
  ["POST", "/tickets/999999/dispute/verdict", "supervisor"],
  ["GET", "/approvals", "supervisor"],
  ["GET", "/approvals/999999", "supervisor"],
  ["GET", "/safety", "supervisor"],
  ["POST", "/safety/acc/lift", "supervisor"],
  ["GET", "/glass", "supervisor auditor admin"],
  ["POST", "/glass", "supervisor"],
  ["POST", "/glass/999999/confirmation", "supervisor"],
  ["POST", "/glass/999999/closing", "supervisor"],
  ["POST", "/glass/999999/acknowledgement", "admin"],
  ["GET", "/flags", "supervisor"],
  ["POST", "/flags/999999/review", "supervisor"],
  ["GET", "/trail", "auditor"],
  ["GET", "/trail/0", "auditor"],
  ["GET", "/trail/0/proof", "auditor"],
  ["GET", "/checkpoints", "auditor admin"],
  ["GET", "/checkpoints/1/note", "auditor admin"],
  ["GET", "/readers", "auditor"],
  ["GET", "/trail/exports", "auditor admin"],
  ["POST", "/trail/exports", "auditor"],
  ["GET", "/trail/exports/x", "auditor admin"],
  ["GET", "/trail/exports/x/file", "auditor"],
  ["GET", "/verify", "all"],
  ["GET", "/reports", "supervisor auditor admin"],
  ["GET", "/reports/file", "supervisor auditor admin"],
  ["GET", "/second-reviews", "supervisor auditor admin"],
  ["GET", "/second-reviews/1", "supervisor auditor admin"],
  ["POST", "/second-reviews/1/look", "supervisor"],
  ["GET", "/imports", "admin"],
  ["POST", "/imports", "admin"],
  ["GET", "/imports/i", "admin"],
  ["GET", "/imports/i/refused.csv", "admin"],
  ["GET", "/policies", "auditor admin"],
  ["GET", "/policies/d", "auditor admin"],
  ["GET", "/policies/draft", "auditor admin"],
  ["POST", "/policies/draft", "admin"],
  ["POST", "/policies/draft/file", "admin"],
  ["POST", "/policies/draft/confirmation", "admin"],
  ["POST", "/policies/draft/withdrawal", "admin"],
  ["GET", "/policies/draft/replay.csv", "auditor admin"],
  ["GET", "/deliveries", "admin"],
  ["POST", "/deliveries/m/attempt", "admin"],
  ["GET", "/erasures", "admin"],
  ["POST", "/erasures/search", "admin"],
  ["GET", "/erasures/acc", "admin"],
  ["POST", "/erasures/acc/proposal", "admin"],
  ["POST", "/erasures/acc/withdrawal", "admin"],
  ["POST", "/erasures/acc/confirmation", "admin"],
  ["POST", "/erasures/acc/hold", "admin"],
  ["POST", "/erasures/acc/hold-lift", "admin"],
  ["GET", "/scim/v2/Schemas", "all"],
  ["GET", "/scim/v2/Schemas/s", "all"],
  ["GET", "/scim/v2/Users", "all"],
  ["POST", "/scim/v2/Users", "all"],
  ["GET", "/scim/v2/Users/u", "all"],
  ["PUT", "/scim/v2/Users/u", "all"],
  ["PATCH", "/scim/v2/Users/u", "all"],
  ["DELETE", "/scim/v2/Users/u", "all"],
  ["GET", "/help", "all"],
  ["GET", "/request", "all"],
  ["POST", "/request", "all"],
  ["GET", "/request/new", "all"],
  ["POST", "/request/new", "all"],
  ["GET", "/request/new/hand", "all"],
  ["POST", "/request/new/hand", "all"],
  ["POST", "/request/code", "all"],
  ["GET", "/request/status", "requester"],
  ["POST", "/request/again", "requester"],
  ["POST", "/request/appeal", "requester"],
  ["POST", "/request/answers", "requester"],
  ["POST", "/request/saved-code", "requester"],
  ["POST", "/request/vouch", "requester"],
  ["POST", "/request/photos", "requester"],
  ["POST", "/request/purchases", "requester"],
  ["POST", "/request/cancellation", "requester"],
  ["POST", "/request/grant", "requester"],
  ["POST", "/language", "all"],
  ["POST", "/delivery/m", "all"],
  ["GET", "/forgot", "all"],
  ["POST", "/forgot", "all"],
  ["POST", "/forgot/code", "all"],
  ["GET", "/new-password/t", "all"],
  ["POST", "/new-password/t", "all"],
  ["GET", "/reset/t", "all"],
  ["POST", "/reset/t", "all"],
  ["GET", "/objection/t", "all"],
  ["POST", "/objection/t", "all"],
  ["POST", "/objection/t/code", "all"],
  ["POST", "/objection/t/confirmation", "all"],
  ["POST", "/objection/t/serial", "all"],
  ["POST", "/objection/t/questions", "all"],
  ["POST", "/objection/t/answers", "all"],
  ["GET", "/account/sign-in", "all"],
  ["POST", "/account/sign-in", "all"],
  ["GET", "/account/sign-in/code", "all"],
  ["POST", "/account/sign-in/code", "all"],
  ["POST", "/account/sign-in/text", "all"],
  ["GET", "/account", "holder"],
  ["POST", "/account/sign-out", "holder"],
  ["POST", "/account/objection", "holder"],
  ["POST", "/account/objection/proof", "holder"],
  ["GET", "/account/second-factor", "holder"],
  ["POST", "/account/second-factor", "holder"],
  ["GET", "/account/second-factor/setup", "holder"],
  ["POST", "/account/second-factor/setup", "holder"],
  ["POST", "/account/second-factor/text", "holder"],
  ["POST", "/account/second-factor/removal", "holder"],
  ["POST", "/account/safety", "holder"],
  ["GET", "/account/codes", "holder"],
  ["POST", "/account/codes", "holder"],
  ["GET", "/account/people", "holder"],
  ["GET", "/account/contacts", "holder"],
  ["POST", "/account/contacts", "holder"],
  ["POST", "/account/contacts/code", "holder"],
  ["POST", "/account/contacts/new-code", "holder"],
  ["POST", "/account/contacts/removal", "holder"],
  ["GET", "/account/devices", "holder"],
  ["POST", "/account/devices", "holder"],
  ["POST", "/account/devices/removal", "holder"],
  ["GET", "/account/questions", "holder"],
  ["POST", "/account/questions", "holder"],
  ["POST", "/account/people", "holder"],
  ["POST", "/account/people/ending", "holder"],
  ["POST", "/account/invitation", "holder"],
  ["GET", "/account/vouch", "holder"],
  ["POST", "/account/vouch", "holder"],
  ["POST", "/account/vouch/confirmation", "holder"],
  ["GET", "/account/requests", "holder"],
  ["GET", "/account/password", "holder"],
  ["POST", "/account/password", "holder"],
  ["GET", "/account/sessions", "holder"],
  ["POST", "/account/sessions", "holder"],
  ["POST", "/account/sessions/ending", "holder"],
  ["GET", "/not-me/t", "all"],
  ["POST", "/not-me/t", "all"],
  ["GET", "/demo", "all"],
  ["POST", "/demo/sign-in", "all"],
  ["POST", "/demo/clock", "all"],
  ["GET", "/demo/messages", "all"],
  ["GET", "/demo/messages/m", "all"],
];

const isStaff = (who: string | undefined): boolean => ["agent", "supervisor", "auditor", "admin"].includes(who ?? "");
/** Where one is sent who is not in yet. */
const doorFor: Record<string, string> = { holder: "/account/sign-in", requester: "/request" };
const mayAsk = (who: Who, whose: string): boolean => whose === "all" || whose.split(" ").includes(who);

describe("The gate", () => {
  let place: Awaited<ReturnType<typeof makePlace>>;
  let desk: TestDesk;
  const cookies: Record<Who, string> = {
    anyone: "",
    agent: "",
    supervisor: "",
    auditor: "",
    admin: "",
    requester: "",
    holder: "",
  };
  beforeAll(async () => {
    place = await makePlace("sqlite");
    desk = await startDesk(place);
    for (const role of ["agent", "supervisor", "auditor", "admin"] as const) {
      cookies[role] = `cs=${await makeSession(desk.house, await addMember(desk, role, role))}`;
    }
    cookies.holder = (await startHolder(desk.house, "no-account", desk.house.door.clock.now())).split(";")[0] ?? "";
    cookies.requester =
      startRequester(desk.house, await requestOf(desk, `staff:${await addMember(desk, "opener", "agent")}`)).split(
        ";",
      )[0] ?? "";
  });
  afterAll(async () => {
    await desk.stop();
    await place.drop();
  });

  const ask = (method: string, path: string, who: Who): Promise<Answer> =>
    desk.ask(method, path, { headers: { cookie: cookies[who] }, ...(method === "POST" ? { form: {} } : {}) });

  it.each(matrix)("lets %s %s through for %s and for nobody else", async (method, path, whose) => {
    const judged = async (who: Who) => {
      const { status, headers } = await ask(method, path, who);
      if (mayAsk(who, whose)) expect([401, 403, 405], who).not.toContain(status);
      else if (isStaff(who) && isStaff(whose.split(" ")[0])) expect(status, who).toBe(403);
      else expect([status, headers.location?.split("?")[0]], who).toEqual([303, doorFor[whose] ?? "/sign-in"]);
    };
    await Promise.all(everyone.map(judged));
  });

  it.each(matrix)("judges the data of %s %s as it judges the page", async (method, path, whose) => {
    const judged = async (who: Who) => {
      const { status, body } = await ask(method, `${path}?_data=${encodeURIComponent(idOf(path))}`, who);
      expect([401, 403], who).toContain(status);
      expect(body).toBe("");
    };
    await Promise.all(everyone.filter((one) => !mayAsk(one, whose)).map(judged));
  });

  it.each(matrix)("enters that a role was turned away from %s %s, and who it was", async (method, path, whose) => {
    const wrong = (["auditor", "agent"] as const).find((role) => !mayAsk(role, whose));
    if (!wrong || !isStaff(whose.split(" ")[0])) return;
    await ask(method, path, wrong);
    const { sql } = desk.house.door.reader;
    const last = await sql
      .selectFrom("entry")
      .select(["type", "bytes"])
      .orderBy("seq", "desc")
      .limit(1)
      .executeTakeFirstOrThrow();
    expect(JSON.parse(last.bytes.toString("utf8"))).toMatchObject({
      actor: { role: wrong },
      outcome: "denied",
      data: { command: "open", reason: "not-your-role" },
    });
  });

  const paths = [...new Set(matrix.map(([, path]) => path))];
  it.each(paths)("takes no method that %s does not name", async (path) => {
    const named = new Set(matrix.filter(([, p]) => p === path).map(([method]) => method));
    const others = ["GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"].filter((method) => !named.has(method as "GET"));
    for (const method of others) expect((await ask(method, path, "agent")).status, method).toBe(405);
  });

  it("has a row for every route, and a route for every row", () => {
    const ids = allRoutes().map(({ file }) => file.replace(/\.tsx$/, ""));
    expect(ids.filter((id) => !(id in access))).toEqual(["routes/errors/route"]);
    expect(Object.keys(access).filter((id) => id !== "root" && !ids.includes(id))).toEqual([]);
    expect([...new Set(paths.map(idOf))].sort()).toEqual(ids.filter((id) => id !== "routes/errors/route").sort());
  });

  it("never lets a route's own layout or an unlisted route through", async () => {
    const build = await testBuild(["index"]);
    const gate = makeGate(
      {
        routes: {
          ...build.routes,
          "routes/new/route": { id: "routes/new/route", parentId: "root", path: "new", module: {} as never },
        },
      },
      desk.config,
    );
    expect(gate.open(asked("GET", "/new"))).toEqual({ status: 404 });
    expect(gate.open(asked("GET", "/toString"))).toEqual({ status: 404 });
  });

  it("turns away an address with a NUL in it, which no database takes", async () => {
    for (const path of ["/trail?actor=%00", "/trail?account=a%00b", "/queue?region=%00", "/tickets/1%00"])
      for (const who of ["agent", "auditor"] as const) expect((await ask("GET", path, who)).status, path).toBe(400);
    const form = { key: "k", reference: "a\0b" };
    expect((await desk.ask("POST", "/request/code", { form })).status).toBe(400);
  });

  it("closes the demo's routes in production", async () => {
    const production = configOf({
      NODE_ENV: "test",
      COUNTERSIGN_BASE_URL: "https://help.example",
      COUNTERSIGN_MAIL_URL: "smtp://mail.example",
      COUNTERSIGN_PROXIES: "none",
    });
    const gate = makeGate(await testBuild(), production);
    for (const path of paths.filter((one) => one.startsWith("/demo"))) {
      expect(gate.open(asked("GET", path)), path).toEqual({ status: 404 });
      expect(gate.open(asked("POST", path)), path).toEqual({ status: 404 });
    }
  });

  it("takes a form without an origin from a machine that signs, and on no other route", async () => {
    const headers: Record<string, string> = {
      "content-type": "application/x-www-form-urlencoded",
      "content-length": "9",
    };
    const gate = makeGate(await testBuild(), desk.config);
    const statusOf = (path: string, more: Record<string, string> = {}) => {
      const all = { ...headers, ...more };
      const opening = gate.open({ ...asked("POST", path), header: (name) => all[name] });
      return "status" in opening ? opening.status : "open";
    };
    const posts = matrix.filter(([method]) => method === "POST").map(([, path]) => path);
    for (const path of posts)
      expect(statusOf(path), path).toBe(path === "/delivery/m" ? "open" : path === "/scim/v2/Users" ? 415 : 403);
    expect(Object.keys(access).filter((id) => access[id]?.signed)).toEqual(["routes/delivery/route"]);
    expect(statusOf("/delivery/m", { origin: "https://evil.example" })).toBe("open");
    expect(statusOf("/delivery/m", { "content-type": "application/json" })).toBe(415);
    expect(statusOf("/delivery/m", { "content-length": "70000" })).toBe(413);
  });

  it("takes JSON from a machine with a token at the SCIM server's addresses alone, and no form there", async () => {
    const byToken = Object.keys(access).filter((id) => access[id]?.token);
    expect(byToken).toEqual(["about", "about.one", "users", "user"].map((name) => `routes/scim.${name}/route`));
    expect(
      Object.entries(access).filter(
        ([id, { PUT, PATCH, DELETE }]) => (PUT ?? PATCH ?? DELETE) && !byToken.includes(id),
      ),
    ).toEqual([]);
    const gate = makeGate(await testBuild(), desk.config);
    const statusOf = (method: string, path: string, headers: Record<string, string>) => {
      const opening = gate.open({ ...asked(method, path), header: (name) => headers[name] });
      return "status" in opening ? opening.status : "open";
    };
    for (const type of ["application/scim+json", "application/json; charset=utf-8"]) {
      expect(statusOf("POST", "/scim/v2/Users", { "content-type": type })).toBe("open");
      expect(statusOf("PATCH", "/scim/v2/Users/u", { "content-type": type, "content-length": "65537" })).toBe(413);
      expect(statusOf("POST", "/tickets/new", { "content-type": type, origin: desk.config.ownUrl })).toBe(415);
    }
    expect(statusOf("PUT", "/scim/v2/Users/u", { "content-type": "multipart/form-data" })).toBe(415);
    expect(statusOf("DELETE", "/scim/v2/Users/u", {})).toBe("open");
  });

  it("goes after signing in only to a page that the role may open", async () => {
    const gate = makeGate(await testBuild(), desk.config);
    expect(gate.mayOpen("/queue?view=mine", "agent")).toBe(true);
    const never = [
      "/trail",
      "//evil.example/queue",
      "/\\evil.example",
      "https://evil.example/queue",
      "queue",
      "/sign-out",
      "/healthz",
      "/nothing",
      "",
    ];
    for (const path of never) expect(gate.mayOpen(path, "agent"), path).toBe(false);
  });

  it("leads whoever chose a language back to the page they were at, or to the one its form stands on", async () => {
    const gate = makeGate(await testBuild(), desk.config);
    const back = [
      ["/forgot", "/forgot"],
      ["/forgot/code", "/forgot"],
      ["/request", "/request"],
      ["/request?stage=code", "/request?stage=code"],
      ["/request/code", "/request"],
      ["/request/status?done=photo", "/request/status"],
      ["/request/photos", "/request/status"],
      ["/account/people/ending", "/account/people"],
      ["/account/codes", "/account/codes"],
      ["/account/vouch?link=l1", "/account/vouch?link=l1"],
      ["/account/vouch/confirmation", "/account/vouch"],
      ["/reset/t-o_k3n", "/reset/t-o_k3n"],
      ["/new-password/t0k3n", "/new-password/t0k3n"],
      ["/objection/t0k3n", "/objection/t0k3n"],
      ["/objection/t0k3n/confirmation", "/objection/t0k3n"],
    ];
    for (const [from = "", to] of back) expect(gate.pageOf(from), from).toBe(to);
  });

  it("leads whoever chose a language nowhere else: to no other site, to no page of the desk, to no action", async () => {
    const gate = makeGate(await testBuild(), desk.config);
    const elsewhere = [
      "",
      "request",
      "https://evil.example/request",
      "//evil.example/request",
      "/\\evil.example",
      "/request/../queue",
      "/request/../../evil",
      "/queue",
      "/language",
      "/request\r\nx: y",
      "/request?stage=code#x",
      "/reset/a%00b",
    ];
    for (const from of elsewhere) expect(gate.pageOf(from), from).toBe("/help");
    for (const path of paths.filter((one) => one.startsWith("/") && !one.includes(":"))) {
      const to = gate.pageOf(path);
      expect("status" in gate.open(asked("GET", to)), `${path} → ${to}`).toBe(false);
      expect(isPortal(to), to).toBe(true);
    }
  });

  const asked = (method: string, path: string): Asked => ({
    method,
    url: new URL(`${desk.config.baseUrl}${path}`),
    header: () => undefined,
  });
});

interface Listed {
  path: string;
  file: string;
}

function allRoutes(): Listed[] {
  const found: Listed[] = [];
  routes((define) => define((path, file) => found.push({ path, file })));
  return found;
}

/** The id of the route that a path of the matrix is for. */
function idOf(path: string): string {
  const segments = path.split("/").slice(1);
  const fits = (pattern: string) => {
    const parts = pattern.replace(/^\//, "").split("/");
    return parts.length === segments.length && parts.every((part, i) => part === segments[i] || part.startsWith(":"));
  };
  const found = allRoutes()
    .filter((route) => fits(route.path))
    .sort((a, b) => a.path.split(":").length - b.path.split(":").length)[0];
  return (found?.file ?? "").replace(/\.tsx$/, "");
}

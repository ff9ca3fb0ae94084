import { type APIRequestContext, request } from "playwright/test";
import { type Desk, expect, test } from "./desk";

type Role = "agent" | "supervisor" | "auditor" | "admin";
type Who = "nobody" | Role;
/** Who is let in: everyone, or these; `requester` and `holder` prove themselves in the portal, and no staff session does. */
type Let = "everyone" | "requester" | "holder" | Role[];
interface Route {
  path: string;
  id: string;
  method: string;
}

const staff: Role[] = ["agent", "supervisor", "auditor", "admin"];

/** Written by hand, from what each role comes here to do; a route that is not here fails the test. */
const table: Record<string, Let> = {
  "GET /": "everyone",
  "GET /healthz": "everyone",
  "GET /sign-in": "everyone",
  "POST /sign-in": "everyone",
  "GET /enrolment": "everyone",
  "POST /enrolment": "everyone",
  "POST /sign-out": staff,
  "GET /queue": ["agent", "supervisor"],
  "GET /tickets/new": ["agent"],
  "POST /tickets/new": ["agent"],
  "GET /tickets/:number": ["agent", "supervisor"],
  "POST /tickets/:number/claim": ["agent"],
  "POST /tickets/:number/release": ["agent"],
  "GET /tickets/:number/hand-over": ["supervisor"],
  "POST /tickets/:number/hand-over": ["supervisor"],
  "POST /tickets/:number/contact": ["agent"],
  "POST /tickets/:number/contact-code": ["agent"],
  "POST /tickets/:number/contact-confirmation": ["agent"],
  "POST /tickets/:number/serial": ["agent"],
  "POST /tickets/:number/questions": ["agent"],
  "POST /tickets/:number/answers": ["agent"],
  "POST /tickets/:number/possession": ["agent"],
  "POST /tickets/:number/saved-code": ["agent"],
  "POST /tickets/:number/vouch": ["agent"],
  "POST /tickets/:number/photos": ["agent"],
  "GET /tickets/:number/photos/:photo": ["agent", "supervisor"],
  "GET /tickets/:number/photos/:photo/image": ["agent", "supervisor"],
  "POST /tickets/:number/photos/:photo/judgement": ["agent", "supervisor"],
  "POST /tickets/:number/purchases": ["agent"],
  "GET /tickets/:number/purchases/:purchase": ["agent", "supervisor"],
  "GET /tickets/:number/purchases/:purchase/file": ["agent", "supervisor"],
  "POST /tickets/:number/purchases/:purchase/judgement": ["agent", "supervisor"],
  "POST /tickets/:number/notes": ["agent", "supervisor"],
  "POST /tickets/:number/submission": ["agent"],
  "POST /tickets/:number/cancellation": ["agent"],
  "POST /tickets/:number/grant": ["agent"],
  "POST /tickets/:number/reveals": ["agent", "supervisor"],
  "POST /tickets/:number/hold-stop": ["supervisor"],
  "POST /tickets/:number/caller": ["agent"],
  "POST /tickets/:number/acknowledgement": ["agent"],
  "POST /tickets/:number/safety": ["agent", "supervisor"],
  "POST /tickets/:number/withholding": ["supervisor"],
  "POST /tickets/:number/approval": ["supervisor"],
  "POST /tickets/:number/return": ["supervisor"],
  "POST /tickets/:number/rejection": ["supervisor"],
  "GET /tickets/:number/dispute": ["supervisor"],
  "POST /tickets/:number/dispute/verdict": ["supervisor"],
  "GET /approvals": ["supervisor"],
  "GET /approvals/:number": ["supervisor"],
  "GET /safety": ["supervisor"],
  "POST /safety/:account/lift": ["supervisor"],
  "GET /glass": ["supervisor", "auditor", "admin"],
  "POST /glass": ["supervisor"],
  "POST /glass/:number/confirmation": ["supervisor"],
  "POST /glass/:number/closing": ["supervisor"],
  "POST /glass/:number/acknowledgement": ["admin"],
  "GET /flags": ["supervisor"],
  "POST /flags/:seq/review": ["supervisor"],
  "GET /trail": ["auditor"],
  "GET /trail/:seq": ["auditor"],
  "GET /trail/exports": ["auditor", "admin"],
  "POST /trail/exports": ["auditor"],
  "GET /trail/exports/:id": ["auditor", "admin"],
  "GET /trail/exports/:id/file": ["auditor"],
  "GET /verify": "everyone",
  "GET /trail/:seq/proof": ["auditor"],
  "GET /checkpoints": ["auditor", "admin"],
  "GET /checkpoints/:size/note": ["auditor", "admin"],
  "GET /readers": ["auditor"],
  "GET /reports": ["supervisor", "auditor", "admin"],
  "GET /reports/file": ["supervisor", "auditor", "admin"],
  "GET /second-reviews": ["supervisor", "auditor", "admin"],
  "GET /second-reviews/:approval": ["supervisor", "auditor", "admin"],
  "POST /second-reviews/:approval/look": ["supervisor"],
  "GET /imports": ["admin"],
  "POST /imports": ["admin"],
  "GET /imports/:id": ["admin"],
  "GET /imports/:id/refused.csv": ["admin"],
  "GET /policies": ["auditor", "admin"],
  "GET /policies/:digest": ["auditor", "admin"],
  "GET /policies/draft": ["auditor", "admin"],
  "POST /policies/draft": ["admin"],
  "POST /policies/draft/file": ["admin"],
  "POST /policies/draft/confirmation": ["admin"],
  "POST /policies/draft/withdrawal": ["admin"],
  "GET /policies/draft/replay.csv": ["auditor", "admin"],
  "GET /erasures": ["admin"],
  "POST /erasures/search": ["admin"],
  "GET /erasures/:account": ["admin"],
  "POST /erasures/:account/proposal": ["admin"],
  "POST /erasures/:account/withdrawal": ["admin"],
  "POST /erasures/:account/confirmation": ["admin"],
  "POST /erasures/:account/hold": ["admin"],
  "POST /erasures/:account/hold-lift": ["admin"],
  "GET /help": "everyone",
  "GET /request": "everyone",
  "POST /request": "everyone",
  "GET /request/new": "everyone",
  "POST /request/new": "everyone",
  "GET /request/new/:step": "everyone",
  "POST /request/new/:step": "everyone",
  "POST /request/code": "everyone",
  "GET /request/status": "requester",
  "POST /request/again": "requester",
  "POST /request/appeal": "requester",
  "POST /request/answers": "requester",
  "POST /request/saved-code": "requester",
  "POST /request/vouch": "requester",
  "POST /request/photos": "requester",
  "POST /request/purchases": "requester",
  "POST /request/cancellation": "requester",
  "POST /request/grant": "requester",
  "POST /language": "everyone",
  "GET /deliveries": ["admin"],
  "POST /deliveries/:message/attempt": ["admin"],
  "POST /delivery/:message": "everyone",
  // Without a token that is set there is nothing behind them, for anyone.
  "GET /scim/v2/:about": "everyone",
  "GET /scim/v2/:about/:of": "everyone",
  "GET /scim/v2/Users": "everyone",
  "POST /scim/v2/Users": "everyone",
  "GET /scim/v2/Users/:id": "everyone",
  "PUT /scim/v2/Users/:id": "everyone",
  "PATCH /scim/v2/Users/:id": "everyone",
  "DELETE /scim/v2/Users/:id": "everyone",
  "GET /forgot": "everyone",
  "POST /forgot": "everyone",
  "POST /forgot/code": "everyone",
  "GET /new-password/:token": "everyone",
  "POST /new-password/:token": "everyone",
  "GET /reset/:token": "everyone",
  "POST /reset/:token": "everyone",
  "GET /objection/:token": "everyone",
  "POST /objection/:token": "everyone",
  "POST /objection/:token/code": "everyone",
  "POST /objection/:token/confirmation": "everyone",
  "POST /objection/:token/serial": "everyone",
  "POST /objection/:token/questions": "everyone",
  "POST /objection/:token/answers": "everyone",
  "GET /account": "holder",
  "GET /account/sign-in": "everyone",
  "POST /account/sign-in": "everyone",
  "GET /account/sign-in/code": "everyone",
  "POST /account/sign-in/code": "everyone",
  "POST /account/sign-in/text": "everyone",
  "POST /account/sign-out": "holder",
  "POST /account/objection": "holder",
  "POST /account/objection/proof": "holder",
  "GET /account/second-factor": "holder",
  "POST /account/second-factor": "holder",
  "GET /account/second-factor/setup": "holder",
  "POST /account/second-factor/setup": "holder",
  "POST /account/second-factor/text": "holder",
  "POST /account/second-factor/removal": "holder",
  "POST /account/safety": "holder",
  "GET /account/codes": "holder",
  "POST /account/codes": "holder",
  "GET /account/people": "holder",
  "GET /account/contacts": "holder",
  "POST /account/contacts": "holder",
  "POST /account/contacts/code": "holder",
  "POST /account/contacts/new-code": "holder",
  "POST /account/contacts/removal": "holder",
  "GET /account/devices": "holder",
  "POST /account/devices": "holder",
  "POST /account/devices/removal": "holder",
  "GET /account/questions": "holder",
  "POST /account/questions": "holder",
  "POST /account/people": "holder",
  "POST /account/people/ending": "holder",
  "POST /account/invitation": "holder",
  "GET /account/vouch": "holder",
  "POST /account/vouch": "holder",
  "POST /account/vouch/confirmation": "holder",
  "GET /account/requests": "holder",
  "GET /account/password": "holder",
  "POST /account/password": "holder",
  "GET /account/sessions": "holder",
  "POST /account/sessions": "holder",
  "POST /account/sessions/ending": "holder",
  "GET /not-me/:token": "everyone",
  "POST /not-me/:token": "everyone",
  "GET /demo": "everyone",
  "POST /demo/sign-in": "everyone",
  "POST /demo/clock": "everyone",
  "GET /demo/messages": "everyone",
  "GET /demo/messages/:id": "everyone",
};

const people = { nobody: null, agent: "Ada", supervisor: "Sam", auditor: "Ivy", admin: "Rob" } as const;

test("Every route lets in exactly whom the hand-written table names, documents and data alike", async ({ desk }) => {
  const routes = await routesOf(desk);
  expect(routes.map(nameOf).toSorted()).toEqual(Object.keys(table).toSorted());
  for (const [who, name] of Object.entries(people) as [Who, (typeof people)[Who]][]) {
    await test.step(`as ${who}`, async () => {
      const browser = await visitor(desk, name);
      const wrong: string[] = [];
      for (const route of routes) {
        for (const data of [false, true]) {
          const answer = await ask(browser, desk, route, data);
          const expected = expectedOf(table[nameOf(route)] ?? [], who, data);
          if (answer !== expected) wrong.push(`${nameOf(route)}${data ? "?_data" : ""}: ${answer}, not ${expected}`);
        }
      }
      expect(wrong).toEqual([]);
      await browser.dispose();
    });
  }
});

test("A method, a data address or a path that no route has is refused to Ada as to nobody", async ({ desk }) => {
  const routes = await routesOf(desk);
  for (const name of [null, "Ada"] as const) {
    const browser = await visitor(desk, name);
    const status = async (method: string, path: string) =>
      (await browser.fetch(path, { method, maxRedirects: 0, headers: { Origin: desk.url } })).status();
    const taking = new Set(routes.filter((r) => r.method === "PUT").map((r) => addressOf(r.path)));
    for (const path of new Set(routes.map((r) => addressOf(r.path))))
      expect(await status("PUT", path), `PUT ${path}`).toBe(taking.has(path) ? 415 : 405);
    for (const id of ["routes/trail/route", "toString", "root%00", ""])
      expect(await status("GET", `/sign-in?_data=${id}`), id).toBe(404);
    expect(await status("GET", "/tickets/1/approve")).toBe(404);
    expect(await status("GET", "/build/../package.json")).toBe(404);
    await browser.dispose();
  }
});

test("A form from elsewhere, from nowhere or with a field too many changes nothing", async ({ desk }) => {
  const ada = await visitor(desk, "Ada");
  const form = { key: "find.1", intent: "find", kind: "username", q: "somebody" };
  const post = (headers: Record<string, string>, more: Record<string, string> = {}) =>
    ada.post("/tickets/new", { headers, form: { ...form, ...more }, maxRedirects: 0 });
  expect((await post({ Origin: "https://elsewhere.example" })).status()).toBe(403);
  expect((await post({ Origin: "null", "Sec-Fetch-Site": "cross-site" })).status()).toBe(403);
  expect((await post({})).status()).toBe(403);
  expect((await post({ Origin: desk.url }, { role: "supervisor" })).status()).toBe(400);
  expect((await post({ Origin: desk.url })).status()).toBe(200);
  await ada.dispose();
});

async function routesOf(desk: Desk): Promise<Route[]> {
  const { code, out, err } = await desk.countersign("routes", "--json");
  expect(code, err).toBe(0);
  return JSON.parse(out) as Route[];
}

const nameOf = ({ method, path }: Route): string => `${method} ${path.startsWith("/") ? path : `/${path}`}`;

/** An address of a route, with names that lead nowhere. */
const addressOf = (path: string): string =>
  `/${path.replace(/^\//, "")}`
    .replace(/:(number|seq|size)/, "999999")
    .replace(/:\w+/, "00000000-0000-7000-8000-000000000000");

async function visitor(desk: Desk, name: (typeof people)[Who]): Promise<APIRequestContext> {
  const cookie = name && (await desk.session(name)).cookie;
  return request.newContext({
    baseURL: desk.url,
    extraHTTPHeaders: cookie ? { Cookie: `${cookie.name}=${cookie.value}` } : {},
  });
}

/** What an answer amounts to: let in (whatever the page then says), sent to sign in, or turned away. */
async function ask(browser: APIRequestContext, desk: Desk, route: Route, data: boolean): Promise<string> {
  const query = data ? `?_data=${encodeURIComponent(route.id)}` : "";
  const response = await browser.fetch(`${addressOf(route.path)}${query}`, {
    method: route.method,
    maxRedirects: 0,
    // A form without its key is refused by every action, so that asking changes nothing.
    ...(route.method === "POST" ? { headers: { Origin: desk.url }, form: {} } : {}),
  });
  const to = response.headers().location ?? "";
  if (response.status() >= 300 && response.status() < 400 && isWayIn(to, route)) return "sent to sign in";
  if (response.status() === 401) return "401";
  if (response.status() === 403) return "403";
  return "let in";
}

const isWayIn = (to: string, route: Route): boolean =>
  !/sign-in|^\/?(enrolment|request)$|^\/$/.test(route.path) && /^\/(sign-in|request|account\/sign-in)(\?|$)/.test(to);

function expectedOf(allowed: Let, who: Who, data: boolean): string {
  if (allowed === "everyone") return "let in";
  const away = data ? "401" : "sent to sign in";
  if (allowed === "requester" || allowed === "holder" || who === "nobody") return away;
  return allowed.includes(who) ? "let in" : "403";
}

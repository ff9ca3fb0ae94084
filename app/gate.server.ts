import type { ServerBuild } from "@remix-run/node";
import { matchRoutes } from "@remix-run/react";
import { refuse } from "domain/event";
import { type Audience, access, isPortal, methods, type Placed, type Row } from "./access";
import type { Config } from "./config.server";
import type { Door } from "./door.server";
import { actingAs, type Visitor } from "./visitor.server";

/** A request as the gate sees it. */
export interface Asked {
  method: string;
  /** With the configured origin, whatever Host said. */
  url: URL;
  header(name: string): string | undefined;
}
/** What the gate says of a request before it looks at who asks. */
export type Opening = { row: Row; audience: Audience } | { status: number; allow?: string };
/** What it says of the one who asks. */
export type Entrance = { visitor: Visitor } | { to: string } | { status: number };
/** The routes of a build with the rows that open them. */
export interface Gate {
  open(asked: Asked): Opening;
  /** Whether a path is a page that this role of staff may open. */
  mayOpen(path: string, role: Visitor["actor"]["role"]): boolean;
  /** The public page that an address of the public side belongs to: itself, or for what only takes a form the page of that form. */
  pageOf(address: string): string;
}

/** Forms are short: a body without files is at most this long. */
const mostFormBytes = 64 * 1024;

/** Makes the gate of a build: closed to every route that has no row, and to every method its row does not name. */
export function makeGate(build: Pick<ServerBuild, "routes">, config: Config): Gate {
  const routes = treeOf(build);
  const rowsAt = (path: string): (Placed | undefined)[] =>
    (matchRoutes(routes, path) ?? []).map((m) => rowOf(m.route.id));
  return {
    open: (asked) => {
      const ids = (matchRoutes(routes, asked.url.pathname) ?? []).map((m) => m.route.id);
      return opened(asked, ids, config);
    },
    mayOpen: (path, role) => {
      const audience =
        path.startsWith("/") && !path.startsWith("//")
          ? rowsAt(new URL(`${config.ownUrl}${path}`).pathname).at(-1)?.GET
          : undefined;
      return Array.isArray(audience) && audience.includes(role);
    },
    pageOf: (address) => pageOf(address, (path) => rowsAt(path).at(-1)),
  };
}

const start = "/help";

function pageOf(address: string, rowAt: (path: string) => Row | undefined): string {
  if (!/^\/[\w/.-]*(\?[\w=&.-]*)?$/.test(address)) return start;
  // Dots are gone after this: what is looked up is what a browser goes to.
  const { pathname, search } = new URL(`https://desk.invalid${address}`);
  const view = /^\?(stage|link)=[\w-]+$/.test(search) ? search : "";
  if (!isPortal(pathname)) return start;
  for (let path = pathname; path !== ""; path = path.slice(0, path.lastIndexOf("/"))) {
    const row = rowAt(path);
    if (row?.GET) return path === pathname ? `${path}${view}` : path;
    if (row?.POST === "requester") return "/request/status";
  }
  return start;
}

/** Lets a visitor in as the one this route is for, or says where they should go instead; a wrong role is an entry. */
export async function enter(door: Door, asked: Asked, audience: Audience, visitor: Visitor): Promise<Entrance> {
  if (audience === "public") return { visitor: actingAs(visitor, "anyone") };
  if (audience === "requester")
    return visitor.requester ? { visitor: actingAs(visitor, "requester") } : away(asked, "/request");
  if (audience === "holder")
    return visitor.holder ? { visitor: actingAs(visitor, "holder") } : away(asked, "/account/sign-in");
  if (!visitor.member) return away(asked, signInFrom(asked));
  const staff = actingAs(visitor, "staff");
  if (audience.includes(visitor.member.role)) return { visitor: staff };
  await door.ledger.enact({
    stream: "reads",
    subject: null,
    object: null,
    actor: staff.actor,
    request: staff.request,
    decide: () => refuse("open", "not-your-role"),
  });
  return { status: 403 };
}

/** A row of the table's own: an id like `toString` has none. */
const rowOf = (id: string | undefined): Placed | undefined =>
  id && Object.hasOwn(access, id) ? access[id] : undefined;

function opened(asked: Asked, ids: (string | undefined)[], config: Config): Opening {
  const rows = ids.map(rowOf);
  const row = rows.at(-1);
  // Nothing matched, or something that has no row, or a data request for a route that is not part of this address.
  if (!row || rows.includes(undefined) || !isOfThese(asked.url.searchParams.getAll("_data"), ids))
    return { status: 404 };
  if (row.demo && config.mode === "production") return { status: 404 };
  // The other side's routes are not there, whatever is asked of them and by whom.
  if (!serves(config, row)) return { status: 404 };
  const method = methods.find((one) => one === (asked.method === "HEAD" ? "GET" : asked.method));
  const audience = method && row[method];
  if (audience === undefined) return { status: 405, allow: methodsOf(row) };
  // No database takes a NUL in a text, and nobody types one.
  if (asked.url.href.includes("%00")) return { status: 400 };
  const problem =
    method === "GET" ? prefetchProblem(asked) : row.token ? jsonProblem(asked) : formProblem(asked, row, config);
  return problem === null ? { row, audience } : { status: problem };
}

const serves = ({ serve }: Config, { side }: Placed): boolean => serve === "all" || side === "both" || side === serve;
const isOfThese = (asked: string[], ids: (string | undefined)[]): boolean =>
  asked.length <= 1 && asked.every((id) => ids.includes(id));
const methodsOf = (row: Row): string =>
  methods
    .filter((method) => row[method])
    .map((method) => (method === "GET" ? "GET, HEAD" : method))
    .join(", ");

/** Looking at a page can be an entry: a browser that only guesses that someone will look gets nothing. */
const prefetchProblem = (asked: Asked): number | null =>
  /prefetch|prerender/i.test(asked.header("sec-purpose") ?? asked.header("purpose") ?? "") ? 503 : null;

function formProblem(asked: Asked, row: Row, config: Config): number | null {
  if (!row.signed && !isOwnOrigin(asked, config)) return 403;
  const type = (asked.header("content-type") ?? "").split(";")[0]?.trim().toLowerCase();
  if (row.files && type === "multipart/form-data") return null;
  if (type !== "application/x-www-form-urlencoded") return 415;
  const length = asked.header("content-length");
  if (length === undefined) return 411;
  return Number(length) <= mostFormBytes ? null : 413;
}

/** What a machine sends: JSON, of a length that the route looks at as it reads where none is said; nothing with DELETE. */
function jsonProblem(asked: Asked): number | null {
  const type = (asked.header("content-type") ?? "").split(";")[0]?.trim().toLowerCase();
  if (asked.method !== "DELETE" && type !== "application/scim+json" && type !== "application/json") return 415;
  return Number(asked.header("content-length") ?? 0) <= mostFormBytes ? null : 413;
}

/**
 * A form comes from this very origin. From a page with `Referrer-Policy: no-referrer` (a reset link's) browsers send
 * `Origin: null`; with `Sec-Fetch-Site: same-origin`, which no script can set, that is one of our own.
 */
function isOwnOrigin(asked: Asked, config: Config): boolean {
  const origin = asked.header("origin");
  return origin === config.ownUrl || (origin === "null" && asked.header("sec-fetch-site") === "same-origin");
}

/** A page is left for where one gets in; data is just refused. */
const away = (asked: Asked, to: string): Entrance => (asked.url.searchParams.has("_data") ? { status: 401 } : { to });

function signInFrom({ method, url }: Asked): string {
  if (method !== "GET" && method !== "HEAD") return "/sign-in";
  const from = `${url.pathname}${url.search}`;
  return from.length > 1000 ? "/sign-in" : `/sign-in?to=${encodeURIComponent(from)}`;
}

interface Branch {
  id: string;
  path?: string;
  index?: boolean;
  caseSensitive?: boolean;
  children?: Branch[];
}

/** The manifest's flat list as the tree that Remix itself matches with. */
function treeOf(build: Pick<ServerBuild, "routes">) {
  const under = (parent: string | undefined): Branch[] =>
    Object.values(build.routes)
      .filter((r): r is NonNullable<typeof r> => r !== undefined && r.parentId === parent)
      .map(({ id, path, index, caseSensitive }) =>
        index ? { id, path, index, caseSensitive } : { id, path, caseSensitive, children: under(id) },
      );
  return under(undefined) as Parameters<typeof matchRoutes>[0];
}

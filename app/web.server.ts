import { resolve } from "node:path";
import { createRequestHandler } from "@remix-run/express";
import type { AppLoadContext, ServerBuild } from "@remix-run/node";
import compression from "compression";
import express, {
  type ErrorRequestHandler,
  type Express,
  type Request,
  type RequestHandler,
  type Response,
} from "express";
import { isPublicSide } from "./access";
import { whyHalted } from "./checkpoint-door.server";
import { isPlain, readCookie } from "./cookies.server";
import type { House } from "./door.server";
import { type Asked, enter, type Gate, makeGate } from "./gate.server";
import { haltedPage } from "./halted-page.server";
import { headersFor, nonceOf, noStore } from "./headers.server";
import { isScim, openScimDoor, type ScimTurned } from "./scim-door.server";
import { roomIn } from "./send-file.server";
import { sourceOf } from "./source.server";
import { isLanguage, type Language, languageHeader, languageOf } from "./ui/languages";
import { type Context, newVisitor, recognise } from "./visitor.server";

/** The web application of a house: headers, static files, the gate, and behind it Remix. */
export function webOf(house: House, build: ServerBuild, publicFolder: string): Express {
  const app = express();
  app.disable("x-powered-by");
  app.disable("etag");
  app.set("trust proxy", house.door.config.proxies);
  app.use(headersFor(house.door.config), compression());
  app.use(
    "/build",
    express.static(resolve(publicFolder, "build"), { immutable: true, maxAge: "1y", index: false, redirect: false }),
  );
  const { serve } = house.door.config;
  const files = (folder: string) =>
    express.static(resolve(publicFolder, folder), { maxAge: "1h", index: false, redirect: false });
  // What checks a bundle is handed out where bundles are; the portal's script where its pages are.
  if (serve !== "portal") app.use("/verify", files("verify"));
  if (serve !== "desk") app.use("/portal", files("portal"));
  app.use(noStore, oneHost(house), whileHalted(house, stylesheetOf(build)), gateOf(house, build));
  app.use(
    createRequestHandler({
      build,
      mode: build.mode,
      getLoadContext: (_req, res) => contextOf(res) as Context & AppLoadContext,
    }),
  );
  app.use(broken);
  return app;
}

const contextOf = (res: Response): Context => res.locals.context as Context;

/** On a desk of one's own `localhost` and `127.0.0.1` are one place but two origins: there is only the configured one. */
function oneHost({ door: { config } }: House): RequestHandler {
  const own = new URL(config.ownUrl).host;
  return (req, res, next) => {
    const { host = "" } = req.headers;
    const other = isPlain(config) && host !== own && /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(host);
    if (!other || req.method !== "GET" || req.path === "/healthz" || !isPath(req)) next();
    else res.redirect(307, `${config.ownUrl}${req.originalUrl}`);
  };
}

/** Where the house's stylesheet was built to: a file, which needs nothing of the database. */
function stylesheetOf(build: ServerBuild): string | null {
  const links = build.routes.root?.module.links?.() ?? [];
  return links.flatMap((link) => ("rel" in link && link.rel === "stylesheet" ? (link.href ?? []) : []))[0] || null;
}

/** While the trail is not what was published of it, one page explains that and nothing else answers: even a look is an entry. */
function whileHalted({ door }: House, stylesheet: string | null): RequestHandler {
  return (req, res, next) => {
    if (req.path === "/healthz") return next();
    whyHalted(door.reader.sql)
      .then((why) => {
        if (why === null) return next();
        if (isScim(req.path)) return void turnMachineAway(res, halted);
        return res.status(503).type("html").send(haltedPage(why, stylesheet));
      })
      .catch(next);
  };
}

/** Nothing gets past this that the table of access does not let through. */
function gateOf(house: House, build: ServerBuild): RequestHandler {
  const { config } = house.door;
  const gate = makeGate(build, config);
  const scim = openScimDoor(config, process.env, house.door.clock);
  const judge = async (req: Request, res: Response): Promise<boolean> => {
    const context = newContext(house, gate, req, res);
    if (!isPath(req)) return turnAway(req, res, { status: 400 });
    const url = new URL(`${config.ownUrl}${req.originalUrl}`);
    const asked: Asked = { method: req.method, url, header: (name) => req.get(name) };
    const isMachine = scim !== null && isScim(url.pathname);
    const turned = isMachine
      ? scim.judge({ authorization: req.get("authorization"), source: context.visitor.source })
      : null;
    if (turned) return turnMachineAway(res, turned);
    const opening = gate.open(asked);
    if (isMachine && "status" in opening) return turnMachineAway(res, closedOf(opening));
    if (scim === null && "row" in opening && opening.row.token) return turnAway(req, res, { status: 404 });
    const cookies = req.headers.cookie ?? null;
    if ("status" in opening) {
      // Whoever is signed in keeps their menu; a page that was not shown prolongs no session.
      context.visitor = await recognise(house, context.visitor, { cookies, live: true });
      showPublicly(house, req, context);
      return turnAway(req, res, opening);
    }
    if (opening.row.secretPath) res.setHeader("Referrer-Policy", "no-referrer");
    const from = { cookies: opening.row.signed || opening.row.token ? null : cookies, live: context.live };
    const visitor = await recognise(house, context.visitor, from);
    const entrance = await enter(house.door, asked, opening.audience, visitor);
    if ("to" in entrance) return end(res, 303, { Location: entrance.to, "Set-Cookie": entrance.cookies ?? [] });
    if ("status" in entrance) {
      context.visitor = visitor;
      return turnAway(req, res, entrance);
    }
    context.visitor = entrance.visitor;
    // A look can be an entry, and asking for the head of a page is no look.
    return req.method === "HEAD" ? end(res, 200, { "Content-Type": "text/html; charset=utf-8" }) : true;
  };
  const own = new URL(config.ownUrl);
  return (req, res, next) => {
    judge(req, res)
      .then((goOn) => {
        useOwnHost(req, own, contextOf(res).language);
        if (goOn) next();
      })
      .catch(next);
  };
}

function newContext(house: House, gate: Gate, req: Request, res: Response): Context {
  const visitor = newVisitor(sourceOf(req.ip));
  const byItself = req.get("countersign-live") !== undefined || req.query.live !== undefined;
  const live = req.method === "GET" && byItself;
  const { mayOpen, pageOf } = gate;
  const portal = isPublicSide(house.door.config.serve, req.path);
  const context = {
    visitor,
    door: house.door,
    house,
    nonce: nonceOf(res),
    path: req.path,
    portal,
    language: portal ? spoken(house, req) : "en",
    live,
    refused: null,
    file: null,
    room: () => roomIn(res),
    mayOpen,
    pageOf,
  };
  res.locals.context = context;
  return context;
}

/** Whoever does not work here is told on a page of the public side that there is no such page, in their language. */
function showPublicly(house: House, req: Request, context: Context): void {
  if (context.visitor.member || house.door.config.serve === "desk") return;
  context.portal = true;
  context.language = spoken(house, req);
}

/** The language that was chosen here, or the one the browser asks for. */
function spoken({ door }: House, req: Request): Language {
  const chosen = readCookie(door.config, req.headers.cookie, "cs-language");
  return isLanguage(chosen) ? chosen : languageOf(req.get("accept-language"));
}

const isPath = (req: Request): boolean => req.originalUrl.startsWith("/");

/** Has the error page shown, which nobody can ask for; data and heads get the status alone. */
function turnAway(req: Request, res: Response, turned: { status: number; allow?: string }): boolean {
  if (turned.allow) res.setHeader("Allow", turned.allow);
  if (req.method === "HEAD" || req.query._data !== undefined) return end(res, turned.status);
  contextOf(res).refused = turned.status;
  req.method = "GET";
  req.originalUrl = "/-/turned-away";
  return true;
}

/** A machine is told in its own words (RFC 7644, 3.12). */
function turnMachineAway(res: Response, { status, detail, headers }: ScimTurned): false {
  const schemas = ["urn:ietf:params:scim:api:messages:2.0:Error"];
  res
    .status(status)
    .set({ "Content-Type": "application/scim+json; charset=utf-8", ...headers })
    .send(JSON.stringify({ schemas, status: String(status), detail }));
  return false;
}

const halted: ScimTurned = {
  status: 503,
  detail: "This desk has stopped: its trail is not what was published of it. Nothing was changed.",
  headers: {},
};

const closedOf = ({ status, allow }: { status: number; allow?: string }): ScimTurned => ({
  status,
  detail: "There is nothing here for such a request.",
  headers: allow ? { Allow: allow } : {},
});

function end(res: Response, status: number, headers: Record<string, string | string[]> = {}): false {
  res.status(status).set(headers).end();
  return false;
}

/** Whatever Host, Origin or a proxy said was judged before; from here on there is only the configured address. */
function useOwnHost(req: Request, own: URL, language: Language): void {
  for (const name of Object.keys(req.headers))
    if (name.startsWith("x-forwarded-") || name === "forwarded") delete req.headers[name];
  req.headers.host = own.host;
  if (req.headers.origin) req.headers.origin = own.origin;
  req.headers[languageHeader] = language;
}

/** Something of ours broke before or beside Remix: a sentence and the number to ask about. */
const broken: ErrorRequestHandler = (error, _req, res, _next) => {
  const id = (res.locals.context as Context | undefined)?.visitor.request ?? "none";
  console.error(`${id} ${error instanceof Error ? error.stack : String(error)}`);
  if (res.headersSent) res.destroy();
  else
    res
      .status(500)
      .type("text/plain")
      .send(`Something went wrong on our side. If you tell us about it, give us this number: ${id}\n`);
};

import type { AppLoadContext, EntryContext, LoaderFunctionArgs } from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import { renderToString } from "react-dom/server";
import { bareDesk, errorDemo } from "./page.server";
import { PageContext } from "./page-context";

/** Of every page of the public side; made from entry.portal.ts. */
const portalScript = "/portal/page.js";

/** Draws a page in one go: it holds no part that comes later, and no script waits to take it over. */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  context: AppLoadContext,
): Promise<Response> {
  if (context.file) return context.file;
  const { portal } = context;
  const { callUs, owners, zone } = context.door.config;
  const own = portal ? portalScript : remix.manifest.entry.module;
  const script = context.refused === null ? own : null;
  const facts = {
    script,
    nonce: context.nonce,
    request: context.visitor.request,
    home: portal ? "/help" : "/",
    desk: portal ? null : bareDesk(context),
    demo: remix.staticHandlerContext.errors ? await errorDemo(context) : null,
    path: context.path,
    portal,
    address: `${context.path}${new URL(request.url).search}`,
    language: context.language,
    reach: { callUs, owners, zone },
  };
  const page = renderToString(
    <PageContext.Provider value={facts}>
      <RemixServer context={remix} url={request.url} />
    </PageContext.Provider>,
  );
  headers.set("Content-Type", "text/html; charset=utf-8");
  return new Response(`<!DOCTYPE html>${page}`, { status, headers });
}

/** An error is told to whoever runs the desk, under the request's id; the page says nothing of it. */
export function handleError(error: unknown, { request, context }: LoaderFunctionArgs): void {
  if (request.signal.aborted) return;
  console.error(`${context.visitor?.request ?? "none"} ${error instanceof Error ? error.stack : String(error)}`);
}

import { createServer, type Server } from "node:http";
import { signatureOf } from "./webhook.server";

export const hookKey = "key of this test";

/** A small HTTP server that takes what a webhook sends, as one that its own document describes would. */
export interface Receiver {
  url: string;
  /** What it took, each once. */
  taken: Record<string, unknown>[];
  /** What it answers next in place of 204. */
  next: { status: number; headers?: Record<string, string>; body?: string }[];
  /** What it turned away: a wrong signature, or an old one. */
  refused: string[];
  drop(): Promise<void>;
}

export async function startReceiver(now: () => number = Date.now): Promise<Receiver> {
  const taken: Receiver["taken"] = [];
  const next: Receiver["next"] = [];
  const refused: string[] = [];
  const keys = new Set<string>();
  const server: Server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const body = Buffer.concat(parts).toString("utf8");
    const timestamp = String(request.headers["countersign-timestamp"]);
    const isSigned = request.headers["countersign-signature"] === `v1=${signatureOf(hookKey, timestamp, body)}`;
    const isFresh = Math.abs(now() / 1000 - Number(timestamp)) <= 300;
    if (!isSigned || !isFresh) {
      refused.push(isSigned ? "old" : "unsigned");
      return response.writeHead(401).end();
    }
    const answer = next.shift();
    if (answer) return response.writeHead(answer.status, answer.headers).end(answer.body);
    const key = String(request.headers["idempotency-key"]);
    if (!keys.has(key)) taken.push(JSON.parse(body) as Record<string, unknown>);
    keys.add(key);
    response.writeHead(204).end();
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const at = server.address();
  const port = typeof at === "object" && at ? at.port : 0;
  const drop = () =>
    new Promise<void>((closed) => {
      server.close(() => closed());
      server.closeAllConnections();
    });
  return { url: `webhook+http://127.0.0.1:${port}/hook`, taken, next, refused, drop };
}

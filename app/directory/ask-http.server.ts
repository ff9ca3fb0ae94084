import { seconds } from "domain/time";
import { NotDone } from "./port.server";

const mostMs = seconds(15);
const mostBytes = 1024 * 1024;

/** A request to a directory, without what `askHttp` adds. */
export interface HttpRequest {
  method: "GET" | "POST" | "PATCH";
  headers: Record<string, string>;
  body?: string;
}
export interface HttpAnswer {
  status: number;
  headers: Headers;
  text: string;
}

/** One request to a directory; follows no redirect, for a secret goes with it; throws NotDone where no answer comes. */
export async function askHttp(url: string, init: HttpRequest): Promise<HttpAnswer> {
  try {
    const answer = await fetch(url, { ...init, redirect: "manual", signal: AbortSignal.timeout(mostMs) });
    return { status: answer.status, headers: answer.headers, text: await read(answer) };
  } catch (error) {
    throw new NotDone("unreachable", { unsure: !isNeverSent(error) });
  }
}

/** Reads an answer, and lets go of one that is longer than any ought to be. */
async function read(answer: Response): Promise<string> {
  const reader = answer.body?.getReader();
  const parts: Uint8Array[] = [];
  for (let bytes = 0; reader; ) {
    const { done, value } = await reader.read();
    if (done) break;
    bytes += value.length;
    if (bytes > mostBytes) {
      await reader.cancel();
      throw new Error("the answer is too long");
    }
    parts.push(value);
  }
  return Buffer.concat(parts).toString("utf8");
}

/** Nobody listened, or there is no such host: nothing can have been done. */
function isNeverSent(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : null;
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
  return ["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH", "ENETUNREACH"].includes(code);
}

/** What an answer that is neither a success nor a word on the password means for the step (RFC 9110; 429 of RFC 6585). */
export function troubleOf({ status, headers }: HttpAnswer): NotDone {
  const afterMs = retryAfterMs(headers.get("retry-after"));
  if (status === 401 || status === 403) return new NotDone("not-allowed");
  if (status === 404 || status === 410) return new NotDone("no-such-account");
  if (status === 409 || status === 412) return new NotDone("conflict");
  if (status === 429 || status === 503) return new NotDone("busy", { afterMs });
  // What is in front of a directory says so of one that may have had the request.
  if (status >= 500) return new NotDone("unreachable", { afterMs, unsure: true });
  return new NotDone("not-understood");
}

/** Retry-After in seconds or as a date (RFC 9110, 10.2.3). */
function retryAfterMs(value: string | null): number | undefined {
  if (value === null) return undefined;
  const ms = /^\d{1,6}$/.test(value) ? seconds(Number(value)) : Date.parse(value) - Date.now();
  return Number.isFinite(ms) && ms > 0 ? ms : undefined;
}

export const isSuccess = ({ status }: HttpAnswer): boolean => status >= 200 && status < 300;

/** An answer's JSON object, or null. */
export function objectIn({ text }: HttpAnswer): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : null;
  } catch {
    return null;
  }
}

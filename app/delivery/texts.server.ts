import { hours, type Millis, seconds } from "domain/time";
import { type Deliver, type Outgoing, TryLater, Undeliverable } from "./port.server";

/** A gateway that takes texts over HTTP, as its address names it. */
interface Gateway {
  /** Without the user, the secret and the sender, which are said elsewhere. */
  url: string;
  from: string;
  authorization: string | null;
  /** Where it reports what became of a message, by the message's id. */
  callbackOf(id: string): string;
  mostMs: Millis;
}

/** Well within a worker's lease of the message. */
const mostMs: Millis = seconds(30);
/** No server is waited for any longer, whatever it asks. */
const mostPatienceMs: Millis = hours(24);

/**
 * Sends texts over HTTP in the shape the big gateways share: `https://USER:SECRET@gateway.example/path?from=Desk` is posted the
 * form fields To, From, Body and StatusCallback. A 2xx answer accepts the text, 408, 429 and 5xx are tried again, any other
 * is its last word.
 */
export function deliverByHttp(address: string, baseUrl: string, within: Millis = mostMs): Deliver {
  const gateway = gatewayAt(address, baseUrl, within);
  return async (message) => {
    const answer = await posted(gateway, message);
    const problem = problemOf(answer);
    if (problem === null) return numberIn(answer);
    await answer.body?.cancel();
    throw problem;
  };
}

function gatewayAt(address: string, baseUrl: string, within: Millis): Gateway {
  const url = new URL(address);
  const from = url.searchParams.get("from");
  if (!from) throw new Error("COUNTERSIGN_SMS_URL needs ?from=, the number or name that texts come from.");
  const user = `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`;
  const authorization = url.username === "" ? null : `Basic ${Buffer.from(user, "utf8").toString("base64")}`;
  url.searchParams.delete("from");
  url.username = "";
  url.password = "";
  return { url: url.href, from, authorization, callbackOf: (id) => `${baseUrl}/delivery/${id}`, mostMs: within };
}

/** What went wrong with the connection is not passed on: it may name what was sent. */
async function posted({ url, from, authorization, callbackOf, mostMs }: Gateway, m: Outgoing): Promise<Response> {
  const form = new URLSearchParams({ To: m.to, From: from, Body: m.text, StatusCallback: callbackOf(m.id) });
  try {
    return await fetch(url, {
      method: "POST",
      headers: authorization === null ? {} : { authorization },
      body: form,
      // Where it points is not where this text was meant to go.
      redirect: "manual",
      signal: AbortSignal.timeout(mostMs),
    });
  } catch {
    throw new Error("the text gateway did not answer");
  }
}

/** Why an answer does not accept the text, or null. */
function problemOf({ status, headers }: Response): Error | null {
  if (status >= 200 && status < 300) return null;
  const later = status === 408 || status === 429 || status >= 500;
  if (!later && status >= 400) return new Undeliverable(`the text gateway refused it (${status})`);
  const afterMs = patienceOf(headers.get("retry-after"));
  const sentence = `the text gateway did not take it (${status})`;
  return afterMs === null ? new Error(sentence) : new TryLater(sentence, afterMs);
}

/** `Retry-After` in seconds or as a date (RFC 9110, 10.2.3). */
function patienceOf(asked: string | null): Millis | null {
  if (asked === null) return null;
  const ms = /^\d{1,9}$/.test(asked) ? seconds(Number(asked)) : Date.parse(asked) - Date.now();
  return Number.isNaN(ms) ? null : Math.min(Math.max(ms, 0), mostPatienceMs);
}

/** The longest answer that a number is looked for in. */
const mostBytes = 64 * 1024;

/** The number the gateway gave the text. Accepted is accepted, whatever else its answer is. */
async function numberIn(answer: Response): Promise<string | undefined> {
  try {
    const told: unknown = JSON.parse(await beginningOf(answer));
    const named = typeof told === "object" && told !== null ? (told as Record<string, unknown>) : {};
    const number = [named.sid, named.id, named.message_id].find((n) => typeof n === "string");
    return typeof number === "string" && /^[\w.:-]{1,100}$/.test(number) ? number : undefined;
  } catch {
    return undefined;
  }
}

async function beginningOf({ body }: Response): Promise<string> {
  const reader = body?.getReader();
  const parts: Uint8Array[] = [];
  for (let length = 0; reader && length <= mostBytes; ) {
    const { done, value } = await reader.read();
    if (done) break;
    parts.push(value);
    length += value.length;
  }
  await reader?.cancel();
  return Buffer.concat(parts).toString("utf8");
}

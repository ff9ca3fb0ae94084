import { createHmac } from "node:crypto";
import { directoryRules, directorySteps } from "domain/directory-job";
import { askHttp, type HttpAnswer, isSuccess, objectIn, troubleOf } from "./ask-http.server";
import { type Change, type Directory, NotDone, NotTaken } from "./port.server";

/**
 * Tells another system what to change, by a signed request: `Countersign-Signature: v1=` and the HMAC-SHA-256, in hex, over
 * `TIMESTAMP.BODY`. Its receiver refuses a timestamp (seconds since 1970) more than five minutes off, and a key it had before.
 */
export function webhookDirectory({ url, key }: { url: string; key: string }, now: () => number): Directory {
  return {
    kind: "webhook",
    takes: directorySteps,
    leastLength: async () => null,
    change: async ({ unsure: _, before: __, ...change }, sending) => {
      await sending(null);
      settled(await send(url, key, change, now));
    },
    problem: async () => {
      try {
        const answer = await send(url, key, { step: "ping" }, now);
        return isSuccess(answer) ? null : troubleOf(answer).trouble;
      } catch (error) {
        if (error instanceof NotDone) return error.trouble;
        throw error;
      }
    },
  };
}

type Sent = Omit<Extract<Change, { step: "password" }>, "unsure"> | Record<string, unknown>;

function send(url: string, key: string, change: Sent, now: () => number): Promise<HttpAnswer> {
  const body = JSON.stringify(change);
  const timestamp = String(Math.floor(now() / 1000));
  return askHttp(url, {
    method: "POST",
    body,
    headers: {
      "Content-Type": "application/json",
      "Countersign-Timestamp": timestamp,
      "Countersign-Signature": `v1=${signatureOf(key, timestamp, body)}`,
      ...(typeof change.id === "string" ? { "Idempotency-Key": change.id } : {}),
    },
  });
}

/** What stands after `v1=`. */
export const signatureOf = (key: string, timestamp: string, body: string): string =>
  createHmac("sha256", key).update(`${timestamp}.${body}`, "utf8").digest("hex");

/** 2xx is done; 422 with `{"refused": "too-short"}`, or another of the rules, is the receiver's word on the password. */
function settled(answer: HttpAnswer): void {
  if (isSuccess(answer)) return;
  const refused = answer.status === 422 ? objectIn(answer)?.refused : undefined;
  const rule = directoryRules.find((one) => one === refused);
  if (rule) throw new NotTaken(rule);
  throw troubleOf(answer);
}

import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import { minutes } from "domain/time";
import { makeBudget } from "./budget.server";
import type { Config } from "./config.server";
import type { Clock } from "./door.server";

/** The shortest token that nobody guesses. */
export const leastToken = 32;
/** As many requests a minute as an identity provider sends of its own accord, and more. */
const mostRequests = 1200;
/** After so many wrong tokens of one source within a minute it is told to wait; a right one is taken all the same. */
const mostWrong = 30;

/** Why a request at a SCIM address goes no further, as a SCIM client is told it. */
export interface ScimTurned {
  status: number;
  detail: string;
  headers: Record<string, string>;
}
/** The one place where an identity provider's token is judged, before anything is looked up. */
export interface ScimDoor {
  /** Null for a request with the right token. */
  judge(asked: { authorization: string | undefined; source: string }): ScimTurned | null;
}

/** Whether an address is one of the SCIM server's. */
export const isScim = (path: string): boolean => /^\/scim\/v2(\/|$)/i.test(path);

/** The door for the token that is set, or null where none is: then there is no SCIM server. Throws a sentence for one that cannot stand. */
export function openScimDoor(
  config: Config,
  env: Readonly<Record<string, string | undefined>>,
  clock: Clock,
): ScimDoor | null {
  const token = config.serve === "portal" ? null : scimToken(config, env);
  if (token === null) return null;
  const [requests, wrong] = [makeBudget(mostRequests, minutes(1)), makeBudget(mostWrong, minutes(1))];
  const isRight = comparer(token);
  return {
    judge: ({ authorization, source }) => {
      const now = clock.now();
      const given = /^Bearer +([\x21-\x7e]+) *$/i.exec(authorization ?? "")?.[1];
      if (given !== undefined && isRight(given))
        return requests.take("token", now) ? null : waits("This token asks too often.");
      return wrong.take(source, now) ? unknown : waits("Too many requests without the right token.");
    },
  };
}

const unknown: ScimTurned = {
  status: 401,
  detail: "This needs the bearer token of the identity provider.",
  headers: { "WWW-Authenticate": 'Bearer realm="scim"' },
};

const waits = (detail: string): ScimTurned => ({ status: 429, detail, headers: { "Retry-After": "60" } });

/** Both are digested under a key of this process first: the time tells nothing, neither of the letters nor of the length. */
function comparer(token: string): (given: string) => boolean {
  const key = randomBytes(32);
  const digest = (text: string) => createHmac("sha256", key).update(text, "utf8").digest();
  const right = digest(token);
  return (given) => timingSafeEqual(digest(given), right);
}

/** The token of the file or the environment, or null where neither is named; throws a sentence where it cannot be used. */
export function scimToken(config: Config, env: Readonly<Record<string, string | undefined>>): string | null {
  const { scimTokenFile: file } = config;
  const named = file === null ? "COUNTERSIGN_SCIM_TOKEN" : file;
  const token = file === null ? env.COUNTERSIGN_SCIM_TOKEN?.trim() : readToken(file);
  if (token === undefined) return null;
  if (token.length < leastToken || !/^[\x21-\x7e]+$/.test(token))
    throw new Error(
      `${named} holds no token of at least ${leastToken} letters, digits and signs. Make one with "openssl rand -hex 32".`,
    );
  return token;
}

function readToken(file: string): string {
  if ((statSync(file).mode & 0o077) !== 0) throw new Error(`${file} can be read by others. Run "chmod 600" on it.`);
  return readFileSync(file, "utf8").trim();
}

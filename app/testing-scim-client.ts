import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Place } from "db/place";
import { startDesk, type TestDesk } from "./testing";

export const scimSecret = "a token of this test: 0123456789abcdef".replaceAll(" ", "-");
const routes = ["index", "errors", "scim.about", "scim.about.one", "scim.users", "scim.user"];

/** What tests read of a user, a list, an error or a description; what an answer does not have is undefined in it. */
export interface ScimBody {
  schemas: string[];
  id: string;
  name: unknown;
  userName: string;
  active: boolean;
  emails: Record<string, unknown>[];
  meta: { location: string; version: string };
  totalResults: number;
  nextCursor: string;
  Resources: ScimBody[];
  detail: string;
  scimType: string;
}
/** What a SCIM server answered. */
export interface ScimAnswer {
  status: number;
  headers: Record<string, string>;
  body: ScimBody;
}
export interface ScimClient {
  desk: TestDesk;
  send(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<ScimAnswer>;
}

/** A desk that serves SCIM, and a client with the right token. */
export async function startScimDesk(place: Place): Promise<ScimClient> {
  const file = join(place.folder, "scim.token");
  writeFileSync(file, `${scimSecret}\n`, { mode: 0o600 });
  const desk = await startDesk(place, routes, { COUNTERSIGN_SCIM_TOKEN_FILE: file });
  const base = `${desk.config.ownUrl}/scim/v2`;
  return {
    desk,
    send: async (method, path, body, headers = {}) => {
      const answer = await fetch(`${base}${path}`, {
        method,
        headers: {
          Authorization: `Bearer ${scimSecret}`,
          ...(body === undefined ? {} : { "Content-Type": "application/scim+json" }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
      });
      const text = await answer.text();
      const isJson = /json/.test(answer.headers.get("content-type") ?? "");
      return {
        status: answer.status,
        headers: Object.fromEntries(answer.headers),
        body: isJson ? JSON.parse(text) : text,
      };
    },
  };
}

export const userSchema = "urn:ietf:params:scim:schemas:core:2.0:User";
const patchSchema = "urn:ietf:params:scim:api:messages:2.0:PatchOp";

/** A user as an identity provider sends one. */
export const userOf = (name: string, more: Record<string, unknown> = {}) => ({
  schemas: [userSchema],
  userName: `${name}@corp.example`,
  externalId: `ext-${name}`,
  displayName: `${name} of Corp`,
  name: { givenName: name, familyName: "Quist" },
  active: true,
  emails: [{ value: `${name}@corp.example`, type: "work", primary: true }],
  ...more,
});

export const patchOf = (...Operations: Record<string, unknown>[]) => ({ schemas: [patchSchema], Operations });

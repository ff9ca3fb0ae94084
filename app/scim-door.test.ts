import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { minutes } from "domain/time";
import { afterAll, describe, expect, it } from "vitest";
import { configOf } from "./config.server";
import { isScim, leastToken, openScimDoor } from "./scim-door.server";

const token = "0123456789abcdef0123456789abcdef";
const settings = { COUNTERSIGN_MODE: "test" };
const env = { COUNTERSIGN_SCIM_TOKEN: token };

describe("The SCIM door", () => {
  const folder = mkdtempSync(join(tmpdir(), "countersign-scim-"));
  afterAll(() => rmSync(folder, { recursive: true }));
  let now = 0;
  const open = (given: Record<string, string> = env, more: Record<string, string> = {}) =>
    openScimDoor(configOf({ ...settings, ...more }), given, { now: () => now });
  const statusOf = (door: ReturnType<typeof open>, authorization: string | undefined, source = "here") =>
    door?.judge({ authorization, source })?.status ?? "open";

  it("opens to the very token alone", () => {
    const door = open();
    expect(statusOf(door, `Bearer ${token}`)).toBe("open");
    expect(statusOf(door, `bearer  ${token} `)).toBe("open");
    for (const wrong of [
      undefined,
      "",
      token,
      `Basic ${token}`,
      "Bearer ",
      `Bearer ${token}0`,
      `Bearer ${token.slice(1)}`,
    ])
      expect(statusOf(door, wrong), wrong).toBe(401);
  });

  it("is there where a token is set, in a file of its owner's or the environment, and not at the portal", () => {
    expect(open({})).toBeNull();
    expect(open(env, { COUNTERSIGN_SERVE: "portal", COUNTERSIGN_PORTAL_URL: "http://127.0.0.2:4000" })).toBeNull();
    const file = join(folder, "token");
    writeFileSync(file, `${token}-of-the-file\n`, { mode: 0o600 });
    const door = open(env, { COUNTERSIGN_SCIM_TOKEN_FILE: file });
    expect(statusOf(door, `Bearer ${token}-of-the-file`)).toBe("open");
    expect(statusOf(door, `Bearer ${token}`)).toBe(401);
    chmodSync(file, 0o644);
    expect(() => open(env, { COUNTERSIGN_SCIM_TOKEN_FILE: file })).toThrow("can be read by others");
    expect(() => open({ COUNTERSIGN_SCIM_TOKEN: token.slice(1) })).toThrow(`at least ${leastToken}`);
    expect(() => open({ COUNTERSIGN_SCIM_TOKEN: `${token} two words` })).toThrow(`at least ${leastToken}`);
  });

  it("lets a source with wrong tokens wait after 30 within a minute, and the right token after 1200", () => {
    const door = open();
    for (let n = 0; n < 30; n += 1) expect(statusOf(door, "Bearer no")).toBe(401);
    expect(statusOf(door, "Bearer no")).toBe(429);
    expect(statusOf(door, "Bearer no", "elsewhere")).toBe(401);
    for (let n = 0; n < 1200; n += 1) expect(statusOf(door, `Bearer ${token}`)).toBe("open");
    expect(door?.judge({ authorization: `Bearer ${token}`, source: "here" })).toMatchObject({
      status: 429,
      headers: { "Retry-After": "60" },
    });
    now += minutes(1);
    expect(statusOf(door, `Bearer ${token}`)).toBe("open");
    expect(statusOf(door, "Bearer no")).toBe(401);
  });

  it("stands before the SCIM server's addresses and no other", () => {
    for (const path of ["/scim/v2", "/scim/v2/Users", "/SCIM/v2/users"]) expect(isScim(path), path).toBe(true);
    for (const path of ["/scim", "/scim/v22", "/scim/v1/Users", "/x/scim/v2"]) expect(isScim(path), path).toBe(false);
  });
});

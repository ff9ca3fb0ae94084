import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { hours, minutes } from "domain/time";
import { afterAll, describe, expect, it } from "vitest";
import { configOf } from "./config.server";
import { clearCookie, readCookie, setCookie, sign, verify } from "./cookies.server";
import { makeKeys, openSecrets } from "./secrets.server";

const plain = configOf({ NODE_ENV: "test", COUNTERSIGN_MODE: "demo" });
const mail = { COUNTERSIGN_MAIL_URL: "smtp://mail.example", COUNTERSIGN_PROXIES: "none" };
const production = configOf({ NODE_ENV: "test", COUNTERSIGN_BASE_URL: "https://help.example", ...mail });

describe("A cookie", () => {
  it("is tied to its host over TLS, and only a demo on plain HTTP goes without", () => {
    expect(setCookie(production, "cs", "t")).toBe("__Host-cs=t; Path=/; HttpOnly; SameSite=Lax; Secure; Max-Age=43200");
    expect(setCookie(plain, "cs", "t")).toBe("cs=t; Path=/; HttpOnly; SameSite=Lax; Max-Age=43200");
    expect(clearCookie(production, "cs-holder")).toBe(
      "__Host-cs-holder=; Path=/; HttpOnly; SameSite=Lax; Secure; Max-Age=0",
    );
  });

  it("is read by its whole name", () => {
    expect(readCookie(production, "a=1; __Host-cs=right; cs=wrong", "cs")).toBe("right");
    for (const header of [null, "", "cs=wrong", "x__Host-cs=wrong", "__Host-cs=", "__Host-cs-holder=other"]) {
      expect(readCookie(production, header, "cs")).toBeNull();
    }
  });
});

describe("A signed cookie", () => {
  const folder = mkdtempSync(join(tmpdir(), "countersign-cookies-"));
  makeKeys(folder);
  const secrets = openSecrets(folder, {} as NodeJS.ProcessEnv);
  afterAll(() => rmSync(folder, { recursive: true }));
  const value = sign(secrets, "cs-request", { ticket: "t", account: "a" }, hours(100));

  it("is believed for its lifetime and not a moment longer, nor before it was made", () => {
    expect(verify(secrets, "cs-request", value, hours(100))).toMatchObject({ ticket: "t", account: "a" });
    expect(verify(secrets, "cs-request", value, hours(124) - 1)).not.toBeNull();
    expect(verify(secrets, "cs-request", value, hours(124))).toBeNull();
    expect(verify(secrets, "cs-request", value, hours(100) - minutes(1))).toBeNull();
  });

  it("is not believed under another name, with another payload or another signature", () => {
    const [body, mac] = value.split(".");
    const other = Buffer.from(JSON.stringify({ ticket: "u", account: "a", at: String(hours(100)) })).toString(
      "base64url",
    );
    for (const bad of [
      `${other}.${mac}`,
      `${body}.`,
      `${body}`,
      `${body}.${mac?.slice(2)}`,
      `${body}.${"A".repeat(43)}`,
      "",
      null,
    ]) {
      expect(verify(secrets, "cs-request", bad, hours(100)), String(bad)).toBeNull();
    }
    expect(verify(secrets, "cs-enrol", value, hours(100))).toBeNull();
  });
});

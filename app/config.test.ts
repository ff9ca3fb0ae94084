import { describe, expect, it } from "vitest";
import { type BadSettings, configOf } from "./config.server";

const production = {
  COUNTERSIGN_BASE_URL: "https://help.example",
  COUNTERSIGN_MAIL_URL: "smtps://mail.example",
  COUNTERSIGN_PROXIES: "127.0.0.1",
};

/** The settings that are named as wrong. */
function wrong(env: Record<string, string>): (string | undefined)[] {
  try {
    configOf(env);
    return [];
  } catch (error) {
    return (error as BadSettings).problems.map((p) => p.split(":")[0]);
  }
}

describe("Production", () => {
  it("starts when it was said which proxies there are, or that there are none", () => {
    expect(wrong(production)).toEqual([]);
    expect(wrong({ ...production, COUNTERSIGN_PROXIES: "none" })).toEqual([]);
    expect(configOf({ ...production, COUNTERSIGN_PROXIES: "none" }).proxies).toEqual([]);
  });

  it("is refused when nothing was said about proxies", () => {
    const { COUNTERSIGN_PROXIES: _, ...silent } = production;
    expect(wrong(silent)).toEqual(["COUNTERSIGN_PROXIES"]);
    expect(wrong({ ...production, COUNTERSIGN_PROXIES: " " })).toEqual(["COUNTERSIGN_PROXIES"]);
  });

  it("listens wherever it is told to", () => {
    expect(wrong({ ...production, HOST: "0.0.0.0" })).toEqual([]);
  });
});

describe.each(["demo", "test"])("A %s desk", (mode) => {
  const env = { COUNTERSIGN_MODE: mode };

  it.each(["127.0.0.1", "127.8.8.8", "localhost"])("listens on %s", (HOST) => {
    expect(wrong({ ...env, HOST })).toEqual([]);
  });

  it("listens on the IPv6 loopback", () => {
    expect(wrong({ ...env, HOST: "::1", COUNTERSIGN_BASE_URL: "http://[::1]:3000" })).toEqual([]);
  });

  it.each(["0.0.0.0", "192.168.1.4", "::", "desk.example", "127.evil.example"])("is refused on %s", (HOST) => {
    expect(wrong({ ...env, HOST, COUNTERSIGN_BASE_URL: "http://localhost:3000" })).toEqual(["HOST"]);
  });

  it("is refused with a base URL of another machine", () => {
    for (const url of ["https://help.example", "http://192.168.1.4:3000", "http://127.0.0.1.evil.example"])
      expect(wrong({ ...env, COUNTERSIGN_BASE_URL: url }), url).toEqual(["COUNTERSIGN_BASE_URL"]);
  });
});

describe("A directory that accounts live in", () => {
  const secret = { COUNTERSIGN_DIRECTORY_SECRET: "token of a test" };
  const at = (COUNTERSIGN_DIRECTORY_URL: string, env: Record<string, string> = {}) =>
    wrong({ ...production, ...secret, COUNTERSIGN_DIRECTORY_URL, ...env });
  const ldap = "desk.example/ou=people,dc=example,dc=org?bind=cn=desk,dc=example,dc=org";
  const test = { COUNTERSIGN_MODE: "test", COUNTERSIGN_BASE_URL: "http://127.0.0.1:3000" };

  it("is asked over TLS, and without it only by a desk of one's own on this machine", () => {
    for (const url of [`ldaps://${ldap}`, `ldap://${ldap}&starttls=1`, "scim+https://id.example/scim/v2"])
      expect(at(url), url).toEqual([]);
    expect(at("webhook+https://id.example/hook")).toEqual([]);
    for (const url of [`ldap://${ldap}`, "scim+http://127.0.0.1:81/scim", "webhook+http://127.0.0.1:81/hook"])
      expect(at(url), url).toEqual(["COUNTERSIGN_DIRECTORY_URL"]);
    for (const url of [`ldap://${ldap.replace("desk.example", "127.0.0.1:389")}`, "scim+http://127.0.0.1:81/scim"])
      expect(at(url, test), url).toEqual([]);
    expect(at(`ldap://${ldap}`, test)).toEqual(["COUNTERSIGN_DIRECTORY_URL"]);
  });

  it("is refused where its address is none, holds a password, or leaves out what it takes", () => {
    const base = "desk.example/dc=org";
    for (const url of [
      "here",
      "https://id.example",
      "scim+https://user:word@id.example",
      "scim+https://id.example?token=word",
      `ldaps://${base}`,
      "ldaps://desk.example/?bind=cn=desk",
      `ldaps://${ldap}&filter=(uid=hal)`,
      `ldaps://${ldap}&filter=uid={username}`,
      `ldaps://${ldap}&starttls=1`,
      `ldaps://${ldap}&mail=(mail)`,
      `ldaps://${ldap}&scope=sub`,
    ])
      expect(at(url), url).toEqual(["COUNTERSIGN_DIRECTORY_URL"]);
  });

  it("is refused without a secret, which is in a file or a variable of its own", () => {
    const url = { COUNTERSIGN_DIRECTORY_URL: "scim+https://id.example" };
    expect(wrong({ ...production, ...url })).toEqual(["COUNTERSIGN_DIRECTORY_SECRET_FILE"]);
    expect(wrong({ ...production, ...url, COUNTERSIGN_DIRECTORY_SECRET_FILE: "/run/token" })).toEqual([]);
    expect(JSON.stringify(configOf({ ...production, ...url, ...secret }))).not.toContain("token of a test");
  });
});

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

  it("sends texts over HTTPS, or by mail, and never over plain HTTP or to a folder", () => {
    const texts = (url: string) => wrong({ ...production, COUNTERSIGN_SMS_URL: url });
    expect(texts("https://desk:secret@gateway.example/messages?from=Desk")).toEqual([]);
    expect(texts("smtp://mail.example/?domain=sms.example")).toEqual([]);
    for (const url of [
      "http://desk:secret@gateway.example/messages?from=Desk",
      "http://desk:secret@127.0.0.1/messages?from=Desk",
      "https://desk:secret@gateway.example/messages",
      "https://desk:secret@gateway.example:port?from=Desk",
    ])
      expect(texts(url), url).toEqual(["COUNTERSIGN_SMS_URL"]);
  });

  it("does not say the gateway's secret again where its address is refused", () => {
    for (const url of ["http://desk:s3cr3t@gateway.example", "https://desk:s3cr3t@gateway.example:port"]) {
      const problems = () => configOf({ ...production, COUNTERSIGN_SMS_URL: url });
      expect(problems).toThrow("COUNTERSIGN_SMS_URL");
      expect(problems).not.toThrow("s3cr3t");
    }
  });

  it("is refused with one side alone that has no host of its own, and with a portal over plain HTTP", () => {
    const [desk, portal] = ["desk", "portal"].map((COUNTERSIGN_SERVE) => ({ ...production, COUNTERSIGN_SERVE }));
    const COUNTERSIGN_PORTAL_URL = "https://portal.example";
    for (const side of [desk, portal]) {
      expect(wrong({ ...side })).toEqual(["COUNTERSIGN_PORTAL_URL"]);
      // Cookies know hosts, not ports.
      expect(wrong({ ...side, COUNTERSIGN_PORTAL_URL: "https://help.example:8443" })).toEqual([
        "COUNTERSIGN_PORTAL_URL",
      ]);
      expect(wrong({ ...side, COUNTERSIGN_PORTAL_URL: "http://portal.example" })).toEqual(["COUNTERSIGN_PORTAL_URL"]);
      expect(wrong({ ...side, COUNTERSIGN_PORTAL_URL })).toEqual([]);
    }
    expect(configOf({ ...portal, COUNTERSIGN_PORTAL_URL }).ownUrl).toBe("https://portal.example");
    expect(configOf({ ...desk, COUNTERSIGN_PORTAL_URL }).ownUrl).toBe("https://help.example");
    expect(wrong({ ...production, COUNTERSIGN_SERVE: "both" })).toEqual(["COUNTERSIGN_SERVE"]);
  });

  it("has worker and command line know the portal's address without serving it", () => {
    const { portalUrl, ownUrl } = configOf({ ...production, COUNTERSIGN_PORTAL_URL: "https://portal.example" });
    expect([portalUrl, ownUrl]).toEqual(["https://portal.example", "https://help.example"]);
    expect(configOf(production).portalUrl).toBe("https://help.example");
  });

  it("takes a telephone with its country, and hours after it", () => {
    const called = (COUNTERSIGN_CALL_US: string) => wrong({ ...production, COUNTERSIGN_CALL_US });
    expect(called("+44 20 7946 0018, Mo-Fr 09:00-17:00")).toEqual([]);
    for (const other of ["", "020 7946 0018", "+44 20 7946 0018, always"])
      expect(called(other), other).toEqual(["COUNTERSIGN_CALL_US"]);
    expect(configOf(production).callUs).toBeNull();
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

  it("sends texts over plain HTTP to this machine alone", () => {
    const texts = (host: string) => wrong({ ...env, COUNTERSIGN_SMS_URL: `http://desk:x@${host}/messages?from=Desk` });
    expect(texts("127.0.0.1:4010")).toEqual([]);
    expect(texts("gateway.example")).toEqual(["COUNTERSIGN_SMS_URL"]);
  });

  it("has its two sides on ports of this machine", () => {
    const apart = { ...env, COUNTERSIGN_SERVE: "portal", COUNTERSIGN_PORTAL_URL: "http://127.0.0.1:3001" };
    expect(wrong(apart)).toEqual([]);
    expect(wrong({ ...env, COUNTERSIGN_SERVE: "portal" })).toEqual(["COUNTERSIGN_PORTAL_URL"]);
    expect(wrong({ ...apart, COUNTERSIGN_PORTAL_URL: "https://help.example" })).toEqual(["COUNTERSIGN_PORTAL_URL"]);
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

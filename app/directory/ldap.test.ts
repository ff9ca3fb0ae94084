import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type LdapSettings, ldapDirectory } from "./ldap.server";
import { NotDone, NotTaken } from "./port.server";
import { directorySettings } from "./settings";
import { type Slapd, service, slapdBinary, startSlapd } from "./testing-slapd";

const old = "the old password of a holder";
const chosen = "seven herons over the quay";
const people = ["hal", "vera"].map((name, n) => ({
  name,
  mail: `mail${n}@harbour.example`,
  phone: `+1 415 555 010${n}`,
  password: old,
}));

describe.skipIf(slapdBinary === null)("An OpenLDAP server", () => {
  let server: Slapd;
  beforeAll(async () => {
    server = await startSlapd(people);
  });
  afterAll(() => server.drop());

  const client = (more: Record<string, string> = {}, settings: Partial<LdapSettings> = {}) => {
    const read = directorySettings(server.urlWith(more));
    if (read.kind !== "ldap") throw new Error("That is no address of an LDAP server.");
    const { url, ...rest } = read;
    return ldapDirectory({ ...rest, url: `${url.protocol}//${url.host}`, password: service.password, ...settings });
  };
  const sets = (password: string, more: { username?: string; unsure?: boolean } = {}, directory = client()) =>
    directory.change(
      { id: "j.password", step: "password", username: "hal", unsure: false, before: null, password, ...more },
      nobodyNotes,
    );
  const nobodyNotes = async () => undefined;
  const failure = (doing: Promise<unknown>) =>
    doing.then(
      () => null,
      (error: unknown) => (error instanceof NotDone ? error.trouble : error),
    );

  it("lets its rule be read before anybody is asked for a password", async () => {
    expect(await client().leastLength()).toBe(15);
    expect(await client({ policy: "cn=policy,ou=people,dc=harbour,dc=example" }).leastLength()).toBe(15);
    expect(await client({}, { base: "uid=hal,ou=people,dc=harbour,dc=example" }).leastLength()).toBeNull();
  });

  it("finds only who has exactly this user name, whatever stands in it", async () => {
    for (const username of ["nobody", "*", "hal)(uid=*", "ha*", "hal\\2a", "hal\0"])
      expect(await failure(sets(chosen, { username })), username).toBe("no-such-account");
    expect(await failure(sets(chosen, {}, client({ filter: "(|(uid={username})(uid=vera))" })))).toBe(
      "several-accounts",
    );
    expect([await server.opens("hal", old), await server.opens("vera", old)]).toEqual([true, true]);
  });

  it("tells by which rule of its policy a password is not taken", async () => {
    expect(await failure(sets("fourteen chars"))).toEqual(new NotTaken("too-short"));
    expect(await failure(sets(old))).toEqual(new NotTaken("used-before"));
    await sets(chosen);
    expect([await server.opens("hal", chosen), await server.opens("hal", old)]).toEqual([true, false]);
    // Where an answer never came, it is asked whether the password is in use by now, and not set again.
    await sets(chosen, { unsure: true });
    expect(await server.valuesOf("hal", "pwdHistory")).toHaveLength(1);
    expect(await failure(sets(old, { unsure: true }))).toEqual(new NotTaken("used-before"));
  });

  it("keeps other addresses, and loses the attribute of a second factor", async () => {
    const directory = client({ "second-factor": "employeeNumber" });
    expect(directory.takes).toContain("second-factor");
    await server.asRoot(async (root) => {
      const { Attribute, Change } = await import("ldapts");
      const also = (type: string, value: string) =>
        new Change({ operation: "add", modification: new Attribute({ type, values: [value] }) });
      await root.modify("uid=vera,ou=people,dc=harbour,dc=example", [
        also("mail", "vera@work.example"),
        also("employeeNumber", "JBSWY3DPEHPK3PXP"),
      ]);
    });
    const contacts = () =>
      directory.change(
        {
          id: "j.contacts",
          step: "contacts",
          username: "vera",
          unsure: false,
          before: null,
          remove: [
            { kind: "email", value: "MAIL1@harbour.example" },
            { kind: "phone", value: "+14155550101" },
          ],
          add: { kind: "phone", value: "+14155550199" },
        },
        nobodyNotes,
      );
    await contacts();
    expect(await server.valuesOf("vera", "mail")).toEqual(["vera@work.example"]);
    expect(await server.valuesOf("vera", "mobile")).toEqual(["+14155550199"]);
    const [version] = await server.valuesOf("vera", "entryCSN");
    await contacts();
    expect(await server.valuesOf("vera", "entryCSN")).toEqual([version]);
    const off = { id: "j.second", step: "second-factor", username: "vera", unsure: false, before: null } as const;
    await directory.change(off, nobodyNotes);
    expect(await server.valuesOf("vera", "employeeNumber")).toEqual([]);
    await directory.change(off, nobodyNotes);
  });

  it("is believed when it does not let us in, and no password goes to a server without TLS that ought to have it", async () => {
    expect(await failure(sets(chosen, {}, client({}, { password: "another" })))).toBe("not-allowed");
    const hal = { bindDn: "uid=hal,ou=people,dc=harbour,dc=example", password: chosen };
    expect(await failure(sets(chosen, { username: "vera" }, client({}, hal)))).toBe("no-such-account");
    expect(await failure(sets(chosen, {}, client({ starttls: "1" })))).toBe("unreachable");
    expect(await client().problem()).toBeNull();
    expect(await client({}, { password: "another" }).problem()).toBe("not-allowed");
    expect(await client({}, { base: "ou=nowhere,dc=harbour,dc=example" }).problem()).toBe("no-such-account");
  });

  it("is waited for while it is down", async () => {
    await server.kill();
    expect(await failure(sets(chosen))).toBe("unreachable");
    expect(await client().problem()).toBe("unreachable");
    await server.start();
    expect(await client().problem()).toBeNull();
  });
});

import { findAccount } from "db/read/find-account";
import { onEveryEngine } from "db/testing";
import { verifyDatabase } from "db/verify";
import { event } from "domain/event";
import { afterAll, beforeAll, expect, it } from "vitest";
import { importDirectory } from "./desk/import-directory.server";
import { atTheDesk, writtenDirectory } from "./desk/testing-import";
import { scimDirectory } from "./directory/scim.server";
import { accountByContact } from "./facts.server";
import { startHolder } from "./holder.server";
import { startDesk } from "./testing";
import { patchOf, type ScimAnswer, type ScimClient, scimSecret, startScimDesk, userOf } from "./testing-scim-client";

onEveryEngine("A SCIM server of one's own", (place) => {
  let client: ScimClient;
  let send: ScimClient["send"];
  beforeAll(async () => {
    client = await startScimDesk(place());
    send = client.send;
    const since = "2020-01-01T00:00:00Z";
    const folder = writtenDirectory(place(), {
      accounts: [`A1,hal,Hal Gray,eu,${since},active,none,en`, `A2,vera,Vera Gray,eu,${since},active,sms,en`],
      contacts: [
        `A1,email,hal@harbour.example,${since}`,
        `A1,phone,+14155550101,${since}`,
        `A2,email,vera@harbour.example,${since}`,
        `A2,phone,+14155550102,${since}`,
      ],
    });
    await importDirectory(client.desk.house, atTheDesk, { folder, strict: true });
  });
  afterAll(async () => {
    expect((await verifyDatabase(client.desk.house.writer)).problem).toBeNull();
    await client.desk.stop();
  });

  const sql = () => client.desk.house.door.reader.sql;
  const size = async () => (await sql().selectFrom("head").select("size").executeTakeFirstOrThrow()).size;
  const typesSince = async (from: number) =>
    (await sql().selectFrom("entry").select("type").where("seq", ">=", from).orderBy("seq").execute()).map(
      (e) => e.type,
    );
  const byFilter = (filter: string) => send("GET", `/Users?${new URLSearchParams({ filter })}`);
  const idOf = async (userName: string): Promise<string> => {
    const [found] = (await byFilter(`userName eq "${userName}"`)).body.Resources;
    if (!found) throw new Error(`There is no ${userName}.`);
    return found.id;
  };
  const problem = ({ status, body }: ScimAnswer) => [status, body.scimType ?? null];
  /** Puts entries on an account's trail, as others would. */
  const happens = (account: string, ...events: [ReturnType<typeof event>, ...ReturnType<typeof event>[]]) =>
    client.desk.house.door.ledger.enact({
      stream: "case",
      account,
      ticket: null,
      actor: { id: "anyone", role: "anyone", auth: "link", session: null },
      request: "test",
      decide: () => events,
    });

  it("tells nobody anything without the right token", async () => {
    const paths = ["/ServiceProviderConfig", "/Users", "/Users/nobody", "/Nothing", "/Users?_data=x"];
    const given = { none: "", wrong: `Bearer ${scimSecret}x`, short: "Bearer x", basic: "Basic eDp5" };
    const before = await size();
    const bodies = new Set<string>();
    for (const path of paths) {
      const { status, body } = await send("GET", path, undefined, { Authorization: given.wrong });
      expect(status, path).toBe(401);
      bodies.add(JSON.stringify(body));
    }
    for (const Authorization of Object.values(given)) {
      const { status, headers, body } = await send("POST", "/Users", userOf("nobody"), { Authorization });
      expect(status).toBe(401);
      expect(headers["www-authenticate"]).toContain("Bearer");
      bodies.add(JSON.stringify(body));
    }
    expect(bodies.size).toBe(1);
    expect(await size()).toBe(before);
  });

  it("says what it does and does not do", async () => {
    const config = (await send("GET", "/ServiceProviderConfig")).body;
    expect(config).toMatchObject({
      patch: { supported: true },
      changePassword: { supported: false },
      bulk: { supported: false },
      etag: { supported: true },
      pagination: { cursor: true, index: false },
    });
    expect((await send("GET", "/ResourceTypes")).body.Resources[0]).toMatchObject({ id: "User", endpoint: "/Users" });
    expect((await send("GET", "/ResourceTypes/User")).body.name).toBe("User");
    expect((await send("GET", "/Schemas")).body.totalResults).toBe(1);
    expect((await send("GET", `/Schemas/${userOf("x").schemas[0]}`)).body.name).toBe("User");
    for (const path of ["/Groups", "/Groups/1", "/Me", "/Schemas/none"])
      expect(problem(await send("GET", path)), path).toEqual([404, null]);
    const bulk = await send("POST", "/Bulk", {});
    expect([bulk.status, bulk.headers.allow]).toEqual([405, "GET, HEAD"]);
    expect((await send("PUT", "/Users", userOf("x"))).status).toBe(405);
    expect((await send("POST", "/Users", "a=b", { "Content-Type": "application/x-www-form-urlencoded" })).status).toBe(
      415,
    );
    expect((await send("POST", "/Users", userOf("big", { title: "x".repeat(70_000) }))).status).toBe(413);
    expect(problem(await send("POST", "/Users", "{"))).toEqual([400, "invalidSyntax"]);
    expect(problem(await send("POST", "/Users", "[]"))).toEqual([400, "invalidSyntax"]);
    expect(problem(await send("POST", "/Users", { ...userOf("x"), schemas: [] }))).toEqual([400, "invalidSyntax"]);
  });

  it("makes a user whose values stand in the vault alone, found by name, external id and address", async () => {
    const from = await size();
    const made = await send(
      "POST",
      "/Users",
      userOf("ida", { password: "never kept 123456", phoneNumbers: ["+447700900123"] }),
    );
    expect(made.status).toBe(201);
    expect(made.headers).toMatchObject({ location: made.body.meta.location, etag: made.body.meta.version });
    expect(made.body).toMatchObject(userOf("ida"));
    expect(JSON.stringify(made.body)).not.toContain("never kept");
    expect(await typesSince(from)).toEqual([
      "account.provisioned",
      "account.described",
      "provided-contact.added",
      "provided-contact.added",
    ]);
    const entries = await sql().selectFrom("entry").select("bytes").where("seq", ">=", from).execute();
    for (const { bytes } of entries) {
      expect(bytes.toString()).not.toMatch(/ida|Quist|7700900123|ext-|never kept/i);
      expect(JSON.parse(bytes.toString())).toMatchObject({ actor: { id: "directory", role: "system" } });
    }
    const { id } = made.body;
    for (const filter of [
      'userName eq "IDA@corp.example"',
      'externalId eq "ext-ida"',
      'emails.value eq "ida@corp.example"',
      'emails eq "ida@corp.example"',
      'emails[type eq "work"].value eq "Ida@corp.example"',
    ]) {
      const { body } = await byFilter(filter);
      expect([body.totalResults, body.Resources[0]?.id], filter).toEqual([1, id]);
    }
    expect((await byFilter('userName eq "nobody"')).body).toMatchObject({ totalResults: 0, Resources: [] });
    for (const filter of [
      'userName co "ida"',
      'title eq "x"',
      'userName eq "a" and active eq true',
      "userName eq ida",
      "x",
    ])
      expect(problem(await byFilter(filter)), filter).toEqual([400, "invalidFilter"]);
    const beyond = await send("GET", `/Users?startIndex=2&filter=${encodeURIComponent('externalId eq "ext-ida"')}`);
    expect(beyond.body).toMatchObject({ totalResults: 1, startIndex: 2, itemsPerPage: 0, Resources: [] });
    const known = { "If-None-Match": made.headers.etag ?? "" };
    expect((await send("GET", `/Users/${id}`, undefined, known)).status).toBe(304);
    expect((await send("GET", `/Users/${id}?attributes=userName`)).body).toEqual({
      schemas: made.body.schemas,
      id,
      userName: "ida@corp.example",
    });
    expect((await send("GET", `/Users/${id}?excludedAttributes=emails,name`)).body).not.toHaveProperty("emails");
    expect((await accountByContact(client.desk.house.door, "phone", "+447700900123")).account).toBe(id);
  });

  it("takes a value that is none as an error, and keeps nothing of such a user", async () => {
    const before = await size();
    for (const more of [
      { userName: undefined },
      { userName: " " },
      { userName: 7 },
      { userName: "a\u0000b" },
      { userName: "x".repeat(201) },
      { emails: [{ value: "no address" }] },
      { phoneNumbers: [{ value: "12" }] },
      { emails: [7] },
      { active: "perhaps" },
      { name: "Ida" },
      { emails: Array.from({ length: 11 }, (_, n) => ({ value: `n${n}@corp.example` })) },
    ])
      expect(problem(await send("POST", "/Users", userOf("odd", more))), JSON.stringify(more)).toEqual([
        400,
        "invalidValue",
      ]);
    // The eleventh contact is a refusal of the ledger's, and an entry.
    expect(await typesSince(before)).toEqual(["refused"]);
    expect((await byFilter('userName eq "odd@corp.example"')).body.totalResults).toBe(0);
  });

  it("makes one account of twenty that are asked for at once under one name", async () => {
    const before = await size();
    const spelled = (n: number) => ({ userName: n % 2 ? "Zoe@corp.example" : "zoe@CORP.example", externalId: `z${n}` });
    const all = await Promise.all(
      Array.from({ length: 20 }, (_, n) => send("POST", "/Users", userOf("zoe", spelled(n)))),
    );
    expect(all.filter(({ status }) => status === 201)).toHaveLength(1);
    for (const one of all.filter(({ status }) => status !== 201)) expect(problem(one)).toEqual([409, "uniqueness"]);
    expect((await typesSince(before)).filter((type) => type === "account.provisioned")).toHaveLength(1);
    expect(problem(await send("POST", "/Users", userOf("zia", { externalId: "ext-ida" })))).toEqual([
      409,
      "uniqueness",
    ]);
    expect(problem(await send("POST", "/Users", userOf("hal", { userName: "HAL" })))).toEqual([409, "uniqueness"]);
  });

  it("changes a user as Entra ID writes it, and enters nothing for what is so already", async () => {
    const { body: made } = await send("POST", "/Users", userOf("eva"));
    const path = `/Users/${made.id}`;
    const entra = patchOf(
      { op: "Replace", path: "displayName", value: "Eva Quist-Lee" },
      { op: "Add", path: "name.familyName", value: "Quist-Lee" },
      { op: "Replace", path: 'emails[type eq "work"].value', value: "Eva.Lee@corp.example" },
      { op: "Add", path: 'phoneNumbers[type eq "mobile"].value', value: "+44 7700 900111" },
      { op: "Add", path: "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department", value: "Sales" },
      { op: "Add", path: "title", value: "Ms" },
      { op: "Replace", path: "active", value: "False" },
    );
    await startHolder(client.desk.house, made.id, client.desk.house.door.clock.now());
    const from = await size();
    const changed = await send("PATCH", path, entra);
    expect(changed).toMatchObject({
      status: 200,
      body: {
        displayName: "Eva Quist-Lee",
        name: { givenName: "eva", familyName: "Quist-Lee" },
        active: false,
        emails: [{ value: "eva.lee@corp.example", type: "work", primary: true }],
        phoneNumbers: [{ value: "+447700900111", type: "mobile" }],
      },
    });
    expect([...new Set(await typesSince(from))]).toEqual([
      "account.described",
      "provided-contact.added",
      "provided-contact.removed",
      "account.deactivated",
      "account.notified",
    ]);
    expect(await sql().selectFrom("holder_session").select("id").where("account_id", "=", made.id).execute()).toEqual(
      [],
    );
    const after = await size();
    for (const [method, body] of [
      ["PATCH", entra],
      ["PATCH", patchOf({ op: "replace", value: { active: false, "name.familyName": "Quist-Lee" } })],
      ["PUT", changed.body],
      ["PUT", { ...changed.body, password: "another one" }],
    ] as const)
      expect(await send(method, path, body)).toMatchObject({ status: 200, body: changed.body });
    expect(await size()).toBe(after);
    const found = (value: string) => accountByContact(client.desk.house.door, "email", value);
    expect((await found("eva.lee@corp.example")).account).toBe(made.id);
    expect((await found("eva@corp.example")).account).toBeNull();
    const on = await send("PATCH", path, patchOf({ op: "Replace", value: { active: "True" } }));
    expect(on.body.active).toBe(true);
  });

  it("changes a user as Okta writes it, for the version it read and no other", async () => {
    const okta = userOf("oli", { groups: [], locale: "en-US", password: "1mz050nq" });
    const { body: made, headers } = await send("POST", "/Users", okta);
    const path = `/Users/${made.id}`;
    const off = patchOf({ op: "replace", value: { active: false } });
    const tagged = { "If-Match": headers.etag ?? "" };
    expect((await send("PATCH", path, off, tagged)).body.active).toBe(false);
    expect(problem(await send("PATCH", path, off, tagged))).toEqual([412, null]);
    expect((await send("PATCH", path, off, { "If-Match": `W/"x", ${headers.etag}` })).status).toBe(412);
    expect((await send("PUT", path, { ...okta, displayName: "Oli" }, { "If-Match": "*" })).body).toMatchObject({
      displayName: "Oli",
      active: true,
    });
    const bare = { schemas: okta.schemas, userName: "oli@corp.example", emails: okta.emails };
    expect((await send("PUT", path, bare)).body).not.toHaveProperty("displayName");
    expect((await send("PUT", path, bare)).body).toMatchObject({ active: true, emails: okta.emails });
    expect(problem(await send("PUT", path, { ...bare, userName: "ida@corp.example" }))).toEqual([409, "uniqueness"]);
    expect(problem(await send("PUT", "/Users/nobody", bare))).toEqual([404, null]);
  });

  it("loses none of four changes that are made at once", async () => {
    const { body: made } = await send("POST", "/Users", userOf("uma"));
    const add = (n: number) => patchOf({ op: "add", path: "emails", value: [{ value: `uma${n}@corp.example` }] });
    const all = await Promise.all([1, 2, 3, 4].map((n) => send("PATCH", `/Users/${made.id}`, add(n))));
    expect(all.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect((await send("GET", `/Users/${made.id}`)).body.emails).toHaveLength(5);
  });

  it("removes a user without erasing one, and brings back nobody else under that name", async () => {
    const { body: made } = await send("POST", "/Users", userOf("rex"));
    const path = `/Users/${made.id}`;
    const from = await size();
    expect((await send("DELETE", path)).status).toBe(204);
    expect(await typesSince(from)).toEqual(["account.deactivated"]);
    const { hits } = await findAccount(client.desk.house.door.reader, { kind: "id", id: made.id });
    expect(hits).toMatchObject([{ holder: "r••• o••• C•••", frozen: true, switchedOff: true }]);
    for (const [method, body] of [
      ["GET"],
      ["DELETE"],
      ["PATCH", patchOf({ op: "replace", value: { active: true } })],
    ] as const)
      expect(problem(await send(method, path, body)), method).toEqual([404, null]);
    expect((await byFilter('userName eq "rex@corp.example"')).body.totalResults).toBe(0);
    expect(problem(await send("POST", "/Users", userOf("rex", { externalId: "ext-another" })))).toEqual([
      409,
      "uniqueness",
    ]);
    expect(problem(await send("POST", "/Users", userOf("rex", { externalId: undefined })))).toEqual([
      409,
      "uniqueness",
    ]);
    expect((await send("POST", "/Users", userOf("rex", { active: false }))).body).toMatchObject({
      id: made.id,
      active: false,
    });
    expect((await send("DELETE", path)).status).toBe(204);
    const back = await send("POST", "/Users", userOf("rex"));
    expect([back.status, back.body.id, back.body.active]).toEqual([201, made.id, true]);
    expect((await typesSince(from)).at(-1)).toBe("account.reactivated");
  });

  it("lists all users page by page from a cursor on, and none twice", async () => {
    const ids: string[] = [];
    let cursor: string | undefined = "";
    while (cursor !== undefined) {
      const { body }: ScimAnswer = await send("GET", `/Users?count=2&cursor=${cursor}`);
      expect(body.Resources.length).toBeLessThanOrEqual(2);
      ids.push(...body.Resources.map((u: { id: string }) => u.id));
      cursor = body.nextCursor;
    }
    const all = (await send("GET", "/Users?startIndex=1")).body;
    expect(all.totalResults).toBe(ids.length);
    expect(new Set(ids).size).toBe(ids.length);
    expect(all.Resources.map((u: { userName: string }) => u.userName)).toContain("vera");
    expect(problem(await send("GET", "/Users?startIndex=3"))).toEqual([501, null]);
    expect(problem(await send("GET", "/Users?cursor=%22"))).toEqual([400, "invalidCursor"]);
    expect(problem(await send("GET", "/Users?count=many"))).toEqual([400, "invalidValue"]);
    expect((await send("GET", "/Users?count=0")).body.Resources).toEqual([]);
  });

  it("keeps an account in step that an import brought, as our own SCIM client asks", async () => {
    const id = await idOf("hal");
    expect((await send("GET", `/Users/${id}`)).body).toMatchObject({
      externalId: "A1",
      displayName: "Hal Gray",
      emails: [{ value: "hal@harbour.example", type: "work", primary: true }],
    });
    const directory = scimDirectory({
      base: `${client.desk.config.ownUrl}/scim/v2`,
      token: scimSecret,
      secondFactor: null,
    });
    expect(await directory.problem()).toBeNull();
    const change = { id: "j", step: "contacts", username: "hal", unsure: false, before: null } as const;
    const from = await size();
    await directory.change(
      {
        ...change,
        remove: [{ kind: "email", value: "hal@harbour.example" }],
        add: { kind: "email", value: "hal.new@harbour.example" },
      },
      async () => undefined,
    );
    const told = await sql()
      .selectFrom("outbox")
      .select(["contact_id", "template"])
      .where("account_id", "=", id)
      .execute();
    expect(new Set(told.map((t) => t.template))).toEqual(new Set(["told-contact-provided", "told-contact-withdrawn"]));
    expect(told).toHaveLength(4);
    expect(await typesSince(from)).toContain("provided-contact.removed");
    const renamed = await send(
      "PATCH",
      `/Users/${id}`,
      patchOf({ op: "replace", path: "userName", value: "hal.gray" }),
    );
    expect(renamed.body.userName).toBe("hal.gray");
    expect((await byFilter('userName eq "hal"')).body.totalResults).toBe(0);
    expect((await byFilter('externalId eq "A1"')).body.Resources[0]?.userName).toBe("hal.gray");
  });

  it("moves no contact while others may be in the account, and does not say why", async () => {
    const id = await idOf("vera");
    const off = patchOf({ op: "remove", path: "phoneNumbers" });
    const details = new Set<string>();
    const isHeld = async (body = off) => {
      const answer = await send("PATCH", `/Users/${id}`, body);
      expect(problem(answer)).toEqual([403, null]);
      details.add(answer.body.detail);
    };
    await isHeld();
    await happens(id, event("safety.flagged", { kind: "household" }));
    await isHeld();
    await happens(id, event("account.frozen", { why: "not-me" }));
    await isHeld(patchOf({ op: "add", path: "emails", value: [{ value: "thief@corp.example" }] }));
    expect(details.size).toBe(1);
    const last = await send("GET", `/Users/${await idOf("ida@corp.example")}`);
    const empty = await send(
      "PATCH",
      `/Users/${last.body.id}`,
      patchOf({ op: "remove", path: "emails" }, { op: "remove", path: "phoneNumbers" }),
    );
    expect(empty.status).toBe(403);
    const refused = await sql()
      .selectFrom("entry")
      .select("reason")
      .where("type", "=", "refused")
      .where("actor", "=", "directory")
      .execute();
    expect(new Set(refused.map((r) => r.reason))).toEqual(
      new Set([
        "too-many-provided",
        "username-taken",
        "external-id-taken",
        "phone-is-second-factor",
        "safety-flag",
        "account-frozen",
        "last-contact",
        ...refused.flatMap((r) => (r.reason === "changed-meanwhile" ? [r.reason] : [])),
      ]),
    );
    const switched = await send("PATCH", `/Users/${id}`, patchOf({ op: "replace", path: "active", value: false }));
    expect(switched.body.active).toBe(false);
  });
});

onEveryEngine("A desk without a token", (place) => {
  it("has no SCIM server, whoever asks", async () => {
    const desk = await startDesk(place(), [
      "index",
      "errors",
      "scim.about",
      "scim.about.one",
      "scim.users",
      "scim.user",
    ]);
    const headers = { authorization: `Bearer ${scimSecret}`, "content-type": "application/scim+json", origin: "" };
    for (const [method, path] of [
      ["GET", "/scim/v2/Users"],
      ["POST", "/scim/v2/Users"],
      ["DELETE", "/scim/v2/Users/x"],
      ["HEAD", "/scim/v2/ServiceProviderConfig"],
    ] as const)
      expect((await desk.ask(method, path, { headers })).status, `${method} ${path}`).toBe(404);
    await desk.stop();
  });
});

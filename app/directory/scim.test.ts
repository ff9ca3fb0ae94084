import { createServer } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { NotDone, NotTaken } from "./port.server";
import { scimDirectory } from "./scim.server";
import { type ScimServer, scimToken, startScim } from "./testing-scim";

const people = ["hal", "vera"].map((name) => ({
  name,
  mail: `${name}@harbour.example`,
  phone: "+1 415 555 0100",
  password: "the old password of a holder",
}));
const chosen = "seven herons over the quay";

describe("A SCIM server", () => {
  let server: ScimServer;
  beforeAll(async () => {
    server = await startScim(people);
  });
  afterAll(() => server.drop());

  const client = (token = scimToken, base = server.base) => scimDirectory({ base, token, secondFactor: null });
  /** The versions that something was sent for. */
  const sent: (string | null)[] = [];
  const sets = (
    password: string,
    more: { username?: string; unsure?: boolean; before?: string | null } = {},
    directory = client(),
  ) =>
    directory.change(
      { id: "j.password", step: "password", username: "hal", unsure: false, before: null, password, ...more },
      async (version) => void sent.push(version),
    );
  const failure = (doing: Promise<void>) =>
    doing.then(
      () => null,
      (error: unknown) => (error instanceof NotDone ? { trouble: error.trouble, ...error.more } : error),
    );
  const versionOf = async (name: string) =>
    JSON.stringify((await server.state()).users.find((u) => u.userName === name));

  it("keeps the other addresses and what is said of them, and is asked for nothing where all is as it is to be", async () => {
    const change = {
      id: "j.contacts",
      step: "contacts",
      username: "hal",
      unsure: false,
      before: null,
      remove: [
        { kind: "email", value: "HAL@harbour.example" },
        { kind: "phone", value: "+14155550100" },
      ],
      add: { kind: "email", value: "hal.new@harbour.example" },
    } as const;
    await client().change({ ...change, remove: [...change.remove] }, async () => undefined);
    const [hal] = (await server.state()).users;
    expect(hal).toMatchObject({
      emails: [
        { value: "hal@work.example", type: "work", primary: true },
        { value: "hal.new@harbour.example", type: "work" },
      ],
      phoneNumbers: [],
    });
    const before = await versionOf("hal");
    await client().change({ ...change, remove: [...change.remove] }, async () => undefined);
    expect(await versionOf("hal")).toBe(before);
  });

  it("finds only who has exactly this user name, whatever stands in it", async () => {
    for (const username of ["nobody", "ha", "*"])
      expect(await failure(sets(chosen, { username }))).toEqual({ trouble: "no-such-account" });
    // This server does not read what is escaped in a filter; what matters is that it is no filter of another shape.
    for (const username of ['hal" or userName sw "', 'x" or userName pr or userName eq "y', 'hal\\" or id pr'])
      expect(await failure(sets(chosen, { username }))).not.toBeNull();
    expect(await server.opens("hal", chosen)).toBe(false);
    expect(await server.opens("vera", chosen)).toBe(false);
  });

  it("is believed when it says no: to us, for a while, or because somebody else changed the account", async () => {
    expect(await failure(sets(chosen, {}, client("another token")))).toEqual({ trouble: "not-allowed" });
    const found = { status: 200, body: JSON.stringify({ Resources: [{ id: "id-of-hal", userName: "hal" }] }) };
    const says = async (status: number, headers: Record<string, string> = {}) => {
      await server.answerNext(found, { status, headers });
      return failure(sets(chosen));
    };
    expect(await says(403)).toEqual({ trouble: "not-allowed" });
    expect(await says(404)).toEqual({ trouble: "no-such-account" });
    expect(await says(409)).toEqual({ trouble: "conflict" });
    expect(await says(412)).toEqual({ trouble: "conflict" });
    expect(await says(429, { "Retry-After": "120" })).toEqual({ trouble: "busy", afterMs: 120_000 });
    expect(await says(503)).toEqual({ trouble: "busy" });
    expect(await says(502)).toEqual({ trouble: "unreachable", unsure: true });
    expect(await says(400)).toEqual({ trouble: "not-understood" });
    expect(await server.opens("hal", chosen)).toBe(false);
  });

  it("takes no change of an account that was changed since it was read", async () => {
    const stale = { id: "id-of-hal", userName: "hal", meta: { version: 'W/"0"' } };
    await server.answerNext({ status: 200, body: JSON.stringify({ Resources: [stale] }) });
    expect(await failure(sets(chosen))).toEqual({ trouble: "conflict" });
    expect(await server.opens("hal", chosen)).toBe(false);
  });

  it("changes nobody where two have the user name, or the answer is no list", async () => {
    const twice = [
      { id: "1", userName: "hal" },
      { id: "2", userName: "HAL" },
    ];
    await server.answerNext({ status: 200, body: JSON.stringify({ Resources: twice }) });
    expect(await failure(sets(chosen))).toEqual({ trouble: "several-accounts" });
    await server.answerNext({ status: 200, body: '{"Resources": "many"}' }, { status: 200, body: "<p>Hello</p>" });
    for (const _ of ["many", "no JSON"]) expect(await failure(sets(chosen))).toEqual({ trouble: "not-understood" });
    expect(await failure(sets(chosen, {}, client(scimToken, `${server.base}/v3`)))).toEqual({
      trouble: "not-understood",
    });
  });

  it("says in its own words by which rule a password is not taken; they are told in ours", async () => {
    expect(await failure(sets("too few"))).toEqual(new NotTaken("too-short"));
    expect(await failure(sets("the old password of a holder"))).toEqual(new NotTaken("used-before"));
    // Where an answer never came and the account is another since, the password that was used before is this one.
    const again = { username: "vera", unsure: true, before: 'W/"1"' };
    expect(await failure(sets("the old password of a holder", again))).toEqual(new NotTaken("used-before"));
    await sets("five cormorants on the buoy", { username: "vera" });
    expect(sent.at(-1)).toBe('W/"1"');
    expect(await failure(sets("five cormorants on the buoy", again))).toBeNull();
    expect(await failure(sets("five cormorants on the buoy", { ...again, before: null }))).toEqual(
      new NotTaken("used-before"),
    );
    await sets(chosen);
    expect(await server.opens("hal", chosen)).toBe(true);
  });

  it("is told no secret by a redirect, and is waited for where nobody listens", async () => {
    const asked: (string | undefined)[] = [];
    const thief = createServer((request, response) => {
      asked.push(request.headers.authorization);
      response.end();
    });
    await new Promise<void>((listening) => thief.listen(0, "127.0.0.1", listening));
    const at = thief.address();
    const there = `http://127.0.0.1:${typeof at === "object" && at ? at.port : 0}`;
    await server.answerNext({ status: 307, headers: { Location: there } });
    expect(await failure(sets(chosen))).toEqual({ trouble: "not-understood" });
    expect(asked).toEqual([]);
    await new Promise((closed) => thief.close(closed));
    expect(await failure(sets(chosen, {}, client(scimToken, there)))).toEqual({
      trouble: "unreachable",
      unsure: false,
    });
    expect(await client(scimToken, there).problem()).toBe("unreachable");
    expect(await client().problem()).toBeNull();
  });
});

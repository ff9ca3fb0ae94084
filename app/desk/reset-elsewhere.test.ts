import type { EngineKind } from "db/engine";
import { type Droppable, makePlace } from "db/place";
import { minutes } from "domain/time";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Change, NotDone } from "~/directory/port.server";
import { type ScimServer, scimToken, startScim } from "~/directory/testing-scim";
import { type Slapd, service, slapdBinary, startSlapd } from "~/directory/testing-slapd";
import type { House } from "~/door.server";
import { type CaseRef, caseNow } from "./case.server";
import { readForgotten, setForgotten } from "./redeem-forgotten.server";
import { readGrant } from "./redeem-grant.server";
import { runDirectory } from "./run-directory.server";
import { who } from "./testing-desk";
import {
  anyone,
  entriesOf,
  forgottenSent,
  jobOf,
  linkSent,
  livingIn,
  redeems,
  struckAfter,
  withDirectory,
} from "./testing-directory";
import { deskOf, mailOf, setAhead } from "./testing-holders";

const people = ["hal", "vera", "ida", "max", "ada"] as const;
type Name = (typeof people)[number];
const old = "the old password of a holder";
const chosen = "seven herons over the quay";
const inTheDirectory = people.map((name, n) => ({
  name,
  mail: mailOf(name),
  phone: `+1 415 555 010${n}`,
  password: old,
}));

/** A real server of either kind, and what can be asked of it beside the desk. */
interface Elsewhere {
  url(more?: Record<string, string>): string;
  secret: string;
  kill(): Promise<void>;
  start(): Promise<void>;
  /** A desk over which the next password is set there, and the answer never comes: the server is killed before it. */
  losing(house: House): Promise<House>;
  drop(): Promise<void>;
  opens(name: Name, password: string): Promise<boolean>;
  mailsOf(name: Name): Promise<string[]>;
  phonesOf(name: Name): Promise<string[]>;
  /** How often a password of theirs was set since the beginning. */
  timesSet(name: Name): Promise<number>;
}

const scim = async (): Promise<Elsewhere> => {
  const server: ScimServer = await startScim(inTheDirectory);
  const user = async (name: Name) => (await server.state()).users.find((u) => u.userName === name);
  return {
    ...server,
    url: () => server.url,
    secret: scimToken,
    losing: async (house) => {
      await server.put({ diesNext: true });
      return house;
    },
    mailsOf: async (name) => (await user(name))?.emails.map((one) => one.value) ?? [],
    phonesOf: async (name) => (await user(name))?.phoneNumbers.map((one) => one.value) ?? [],
    timesSet: async (name) => ((await user(name))?.past.length ?? 0) - 1,
  };
};
const ldap = async (): Promise<Elsewhere> => {
  const server: Slapd = await startSlapd(inTheDirectory);
  return {
    ...server,
    url: server.urlWith,
    secret: service.password,
    losing: async (house) =>
      struck(house, "password", async () => {
        await server.kill();
        throw new NotDone("unreachable", { unsure: true });
      }),
    mailsOf: (name) => server.valuesOf(name, "mail"),
    phonesOf: (name) => server.valuesOf(name, "mobile"),
    // The policy keeps every password that was followed by another.
    timesSet: async (name) => (await server.valuesOf(name, "pwdHistory")).length,
  };
};

/** A desk whose directory something happens to directly after a step. */
function struck(house: House, step: Change["step"], strike: () => Promise<void>): House {
  const { directory } = house.door;
  return directory ? withDirectory(house, struckAfter(directory, step, strike)) : house;
}

/** Each with one engine: what hangs on the engine is tested beside them. */
const servers = [
  ["SCIM", scim, "postgres", true],
  ["LDAP", ldap, "sqlite", slapdBinary !== null],
] as const;

for (const [name, startServer, kind, isHere] of servers)
  describe(`A reset through ${name}`, () => {
    if (isHere) resetThrough(startServer, kind);
    else it.skip("is not tested: this machine has no slapd, and none could be installed", () => undefined);
  });

function resetThrough(startServer: () => Promise<Elsewhere>, kind: EngineKind): void {
  let place: Droppable;
  let elsewhere: Elsewhere;
  let house: House;
  let ids: Record<Name, string>;
  let aheadMs = 0;
  const later = (ms: number) => {
    aheadMs += ms;
    setAhead(place, aheadMs);
  };

  beforeAll(async () => {
    place = await makePlace(kind);
    elsewhere = await startServer();
    const desk = await deskOf(place, people);
    ids = desk.ids;
    house = livingIn(desk.house, elsewhere.url(), elsewhere.secret);
  });
  afterAll(async () => {
    await house.close();
    await elsewhere.drop();
    await place.drop();
  });
  /** Lets the worker go on until it has nothing left to do: on a busy machine an answer may come too late for one turn. */
  const finish = async (ref: CaseRef) => {
    for (let turn = 0; turn < 10 && (await jobOf(house, ref))?.state === "waiting"; turn += 1) {
      await runDirectory(house);
      later(minutes(1));
    }
    expect((await caseNow(house.door, ref)).ticket?.state).toBe("completed");
  };
  const bindsOnlyWith = async (name: Name, password: string) => {
    expect(await elsewhere.opens(name, password)).toBe(true);
    expect(await elsewhere.opens(name, old)).toBe(false);
    expect(await elsewhere.timesSet(name)).toBe(1);
  };

  it("ends with the holder signing in to that directory with the new password, and with the new contact in it", async () => {
    const { ref, token } = await linkSent(house, ids.hal, "hal.new@harbour.example");
    await redeems(house, token, chosen);
    await finish(ref);
    await bindsOnlyWith("hal", chosen);
    expect(await elsewhere.mailsOf("hal")).toContain("hal.new@harbour.example");
    expect(await elsewhere.mailsOf("hal")).not.toContain(mailOf("hal"));
    expect(await elsewhere.phonesOf("hal")).toEqual([]);
  });

  it("ends so too when that directory is killed between the two steps, and nothing happens twice", async () => {
    const { ref, token } = await linkSent(house, ids.vera, "vera.new@harbour.example");
    await redeems(house, token, chosen);
    await runDirectory(struck(house, "contacts", elsewhere.kill));
    expect(await jobOf(house, ref)).toMatchObject({ state: "waiting", why: "unreachable", done: ["contacts"] });
    expect(await readGrant(house.door, token)).toMatchObject({ atWork: { why: "unreachable" } });
    expect(await runDirectory(house)).toBe(0);

    await elsewhere.start();
    expect(await elsewhere.opens("vera", old)).toBe(true);
    later(minutes(1));
    await finish(ref);
    await bindsOnlyWith("vera", chosen);
    expect(await elsewhere.mailsOf("vera")).toContain("vera.new@harbour.example");
    const changes = await entriesOf(house, ids.vera, "directory.changed", "grant.redeemed", "account.recovered");
    expect(changes.map((e) => e.type)).toEqual([
      "directory.changed",
      "directory.changed",
      "grant.redeemed",
      "account.recovered",
    ]);
  });

  it("ends so too when the password was set and the answer never came", async () => {
    const { ref, token } = await linkSent(house, ids.ida, "ida.new@harbour.example");
    await redeems(house, token, chosen);
    await runDirectory(struck(house, "contacts", () => Promise.reject(new NotDone("busy"))));
    later(minutes(1));
    await runDirectory(await elsewhere.losing(house));
    expect(await jobOf(house, ref)).toMatchObject({ state: "waiting", why: "unreachable" });
    await elsewhere.start();
    later(minutes(1));
    await finish(ref);
    await bindsOnlyWith("ida", chosen);
  });

  it("ends so too when the worker dies after it was set, before it could say so", async () => {
    const { ref, token } = await linkSent(house, ids.ada, "ada.new@harbour.example");
    await redeems(house, token, chosen);
    const dead = new Promise<void>(() => undefined);
    void runDirectory(struck(house, "password", () => dead));
    await expect.poll(() => elsewhere.opens("ada", chosen), { timeout: 20_000 }).toBe(true);
    expect(await jobOf(house, ref)).toMatchObject({ state: "waiting", done: ["contacts"] });
    expect(await runDirectory(house)).toBe(0);
    later(minutes(3));
    await finish(ref);
    await bindsOnlyWith("ada", chosen);
  });

  it("tells the holder by which rule a password was not taken, and takes another by the same link", async () => {
    const mail = await house.door.reader.sql
      .selectFrom("contact")
      .select("id")
      .where("account_id", "=", ids.max)
      .where("kind", "=", "email")
      .executeTakeFirstOrThrow();
    const token = await forgottenSent(house, ids.max, mail.id);
    const tries = async (password: string) => {
      const { problem } = await setForgotten(house.door, who(anyone), token, {
        password,
        repeat: password,
        language: "en",
      });
      await runDirectory(house);
      return problem ?? (await readForgotten(house.door, who(anyone), token))?.notTaken ?? null;
    };
    // Under the desk's own rule of twelve, the directory's is read before it is asked; where it cannot be, it says so.
    expect(await tries("herons at six")).toBe("too-short");
    expect(await tries(old)).toBe("used-before");
    expect(await tries(chosen)).toBeNull();
    await bindsOnlyWith("max", chosen);
  });
}

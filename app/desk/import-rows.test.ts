import { onEveryEngine } from "db/testing";
import { cleanUsername } from "domain/look-up";
import { expect, it } from "vitest";
import type { House } from "~/door.server";
import { accountByUsername } from "~/facts.server";
import { importDirectory } from "./import-directory.server";
import { atTheDesk, inFreshHouse, refusedIn, writtenDirectory } from "./testing-import";

onEveryEngine("An import", (place) => {
  const fresh = (body: Parameters<typeof inFreshHouse>[1]) => inFreshHouse(place().kind, body);

  it("marks and counts answers among the commonest, of those that came in", () =>
    fresh(async (house, at) => {
      const folder = writtenDirectory(at, {
        accounts: ["A1,mia,Mia,eu,2020-01-01T00:00:00Z,active,none,en"],
        answers: ["A1,pet,Pet?,BELLA", "A1,town,Town?,New York", "A1,street,Street?,Quill Lane", "A1,pet,Pet?,Max"],
      });
      expect(await load(house, folder)).toMatchObject({ added: { answer: 3 }, same: 1, weak: 2 });
      const rows = await house.door.reader.sql.selectFrom("answer").select(["question_id", "weak"]).execute();
      expect(Object.fromEntries(rows.map((row) => [row.question_id, row.weak]))).toEqual({
        pet: 1,
        town: 1,
        street: 0,
      });
    }));

  it("adds new contacts, devices and answers to accounts it knows, and leaves what it has as it was", () =>
    fresh(async (house, at) => {
      const account = "A1,mia,Mia,eu,2020-01-01T00:00:00Z,active,none,en";
      await load(
        house,
        writtenDirectory(at, {
          accounts: [account],
          devices: ["A1,L38239367,m,2020-01-01T00:00:00Z,"],
          answers: ["A1,pet,Pet?,Biscuit"],
        }),
      );
      const folder = writtenDirectory(at, {
        accounts: [account.replace("Mia", "Somebody Else")],
        contacts: ["A1,phone,+14155550100,2020-01-01T00:00:00Z", "A1,phone,+14155550100,2021-01-01T00:00:00Z"],
        devices: [
          "A1,s/n: l38239367,m,2020-01-01T00:00:00Z,",
          "A1,DS-2CD2042WD-I20170308RR138239367,m,2020-01-01T00:00:00Z,",
        ],
        answers: ["A1,pet,Pet?,Another", "A1,street,Street?,Elm"],
      });
      const done = await load(house, folder);
      expect(done).toMatchObject({
        added: { account: 0, contact: 1, device: 1, answer: 1 },
        same: 4,
        refusedRows: 0,
        toHarden: 1,
      });
      expect(await openedOf(house, "mia", "name")).toBe("Mia");
    }));

  it("keeps tabs, quotes, line feeds, any script and a leading = in names as they are", () =>
    fresh(async (house, at) => {
      const names = ['=HYPERLINK("x")', "Hans\tMeyer", 'Jean "JL", Luc', "Two\nLines", "محمد علي", "  spaced  "];
      const rows = names.map(
        (name, i) => `A${i},user${i},"${name.replaceAll('"', '""')}",eu,2020-01-01T00:00:00Z,active,none,en`,
      );
      await load(house, writtenDirectory(at, { accounts: rows }));
      const kept = await Promise.all(names.map((_, i) => openedOf(house, `USER${i} `, "name")));
      expect(kept).toEqual(names);
    }));

  it("names the line on which a row starts, also after rows of several lines", () =>
    fresh(async (house, at) => {
      const row = (id: string, name: string, created: string) => `${id},${id},"${name}",eu,${created},active,none,en`;
      const folder = writtenDirectory(at, {
        accounts: [
          row("A1", "a\nb\nc", "2020-01-01T00:00:00Z"),
          row("A2", "d\ne", "never"),
          "",
          row("A3", "f", "never"),
        ],
      });
      const done = await load(house, folder);
      expect((await refusedIn(house, done.importId)).map((r) => r.line)).toEqual([5, 8]);
    }));

  it("tells how many accounts came with little to prove", () =>
    fresh(async (house, at) => {
      const account = (id: string, factor: string) => `${id},${id},Name,eu,2020-01-01T00:00:00Z,active,${factor},en`;
      const folder = writtenDirectory(at, {
        accounts: [account("A1", "none"), account("A2", "sms")],
        contacts: ["A2,email,a2@example.com,2020-01-01T00:00:00Z"],
      });
      expect((await load(house, folder)).leftOut).toEqual({ withoutContacts: 1, smsWithoutPhone: 1, fewAnswers: 2 });
    }));

  it("is refused to anyone who is no admin and not at the command line", () =>
    fresh(async (house, at) => {
      const agent = {
        actor: { id: "requester:x", role: "requester", auth: "none", session: null },
        request: "r",
      } as const;
      const done = await importDirectory(house, agent, { folder: writtenDirectory(at, {}), strict: false });
      expect(done.refused).toBe("Only an admin, or someone at the command line, may import a directory.");
    }));

  it("that adds a contact to an account on file counts it from today, and leaves a user name to who had it first", () =>
    fresh(async (house, at) => {
      const first = ["A1,hal,Hal,eu,2020-01-01T00:00:00Z,active,none,en"];
      const long = "2020-01-01T00:00:00Z";
      const one = writtenDirectory(at, { accounts: first, contacts: [`A1,email,hal@old.example,${long}`] });
      await importDirectory(house, atTheDesk, { folder: one, strict: false });
      const mine = await accountByUsername(house.door, "hal");
      const two = writtenDirectory(at, {
        accounts: [...first, "Z9,hal,Squatter,eu,2020-01-01T00:00:00Z,active,none,en"],
        contacts: [`A1,email,hal@old.example,${long}`, `A1,phone,+14155550777,${long}`, `Z9,email,z@z.example,${long}`],
      });
      await importDirectory(house, atTheDesk, { folder: two, strict: false });
      const rows = await house.door.reader.sql
        .selectFrom("contact")
        .select(["account_id", "kind", "verified_at"])
        .execute();
      const age = (kind: string, own: boolean) =>
        rows.find((r) => r.kind === kind && (r.account_id === mine) === own)?.verified_at.slice(0, 4);
      expect([age("email", true), age("phone", true), age("email", false)]).toEqual(["2020", thisYear, "2020"]);
      expect(await accountByUsername(house.door, "hal")).toBe(mine);
    }));
});

const thisYear = String(new Date().getUTCFullYear());
const load = (house: House, folder: string) => importDirectory(house, atTheDesk, { folder, strict: false });

async function openedOf(house: House, username: string, field: string): Promise<string | undefined> {
  const digest = house.door.secrets.lookup("username", cleanUsername(username));
  const { account_id } = await house.door.reader.sql
    .selectFrom("lookup")
    .select("account_id")
    .where("kind", "=", "username")
    .where("digest", "=", digest)
    .executeTakeFirstOrThrow();
  return (await house.door.vault.open(account_id, field))?.toString("utf8");
}

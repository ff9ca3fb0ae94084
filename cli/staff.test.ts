import { type CommandDef, runCommand } from "citty";
import { onEveryEngine } from "db/testing";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { importDirectory } from "~/desk/import-directory.server";
import { atTheDesk, houseIn, madeDirectory, settingsOf } from "~/desk/testing-import";
import type { House } from "~/door.server";
import { memberNamed } from "~/staff-secrets.server";
import { legalHold } from "./erase";
import { staff } from "./staff";

onEveryEngine("At the command line", (place) => {
  let house: House;
  beforeAll(() => {
    house = houseIn(place());
  });
  beforeEach(() => {
    for (const [name, value] of Object.entries(settingsOf(place()))) vi.stubEnv(name, value);
  });
  afterEach(() => {
    vi.unstubAllEnvs();
    vi.restoreAllMocks();
    process.exitCode = 0;
  });
  afterAll(() => house.close());

  async function ran(command: CommandDef, ...rawArgs: string[]) {
    process.exitCode = 0;
    const said: string[] = [];
    for (const way of ["log", "error"] as const) vi.spyOn(console, way).mockImplementation((line) => said.push(line));
    await runCommand(command, { rawArgs });
    vi.restoreAllMocks();
    return { code: process.exitCode, said };
  }
  const staffCommand = staff as CommandDef;

  it("staff are listed with the names they sign in with and their ids, and those disabled are marked", async () => {
    await ran(staffCommand, "add", "ada", "--role", "agent", "--display", "Ada Obi");
    await ran(staffCommand, "add", "sam", "--role", "supervisor");
    await ran(staffCommand, "disable", "ada");
    const [ada, sam] = [await memberNamed(house.door, "ada"), await memberNamed(house.door, "sam")];
    expect((await ran(staffCommand, "list")).said).toEqual([
      `agent      ada ${ada?.member.id} Ada Obi (disabled)`,
      `supervisor sam ${sam?.member.id} sam`,
    ]);
  });

  it("a refusal is said in words", async () => {
    const again = await ran(staffCommand, "add", "ada", "--role", "agent");
    expect(again).toEqual({ code: 1, said: ["Refused: Someone signs in with that name already. Choose another."] });
    const twice = await ran(staffCommand, "disable", "ada");
    expect(twice).toEqual({ code: 1, said: ["Refused: That member of staff is disabled already."] });
  });

  it("what is a member's own is noted, once, and taken off again", async () => {
    const note = ["contact", "sam", "--email", "Sam@harbour.example", "--phone", "+49 30 901820"];
    expect(await ran(staffCommand, ...note)).toEqual({ code: 0, said: ["That is noted as sam's own."] });
    expect((await ran(staffCommand, "contact", "sam", "--email", "sam@harbour.example")).said).toEqual([
      "Refused: That is noted as theirs already.",
    ]);
    expect((await memberNamed(house.door, "sam"))?.member.contacts?.map((k) => k.kind)).toEqual(["email", "phone"]);
    expect((await ran(staffCommand, ...note, "--remove")).code).toBe(0);
    expect((await memberNamed(house.door, "sam"))?.member.contacts).toEqual([]);
    expect((await ran(staffCommand, "contact", "sam", "--email", "sam@harbour.example", "--remove")).said).toEqual([
      "Refused: That is none of their addresses or numbers.",
    ]);
    expect((await ran(staffCommand, "contact", "sam", "--email", "not an address")).code).toBe(1);
    expect((await ran(staffCommand, "contact", "sam")).said).toEqual(["Say which: --email, --phone, or both."]);
    expect((await ran(staffCommand, "link", "sam", "--account", "nobody")).said).toEqual([
      "There is no account of that id.",
    ]);
  });

  it("a member is added with their own address", async () => {
    expect(await ran(staffCommand, "add", "ned", "--role", "admin", "--email", "ned@harbour.example")).toMatchObject({
      code: 0,
    });
    expect((await memberNamed(house.door, "ned"))?.member.contacts).toMatchObject([{ kind: "email" }]);
  });

  it("legal holds are listed", async () => {
    const command = legalHold as CommandDef;
    expect((await ran(command, "list")).said).toEqual(["No account is on a legal hold."]);
    const { folder } = madeDirectory(place(), 2, 7);
    await importDirectory(house, atTheDesk, { folder, strict: false }, () => undefined);
    const { id } = await house.door.reader.sql.selectFrom("account").select("id").limit(1).executeTakeFirstOrThrow();
    expect(await ran(command, "place", id, "--reason", "an investigation")).toMatchObject({ code: 0 });
    expect((await ran(command, "list")).said).toEqual([
      expect.stringMatching(new RegExp(`^${id} since 20.+Z by .+\\(.+\\)$`)),
    ]);
  });
});

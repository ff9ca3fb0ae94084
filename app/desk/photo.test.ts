import { onEveryEngine } from "db/testing";
import type { Actor } from "domain/staff";
import sharp from "sharp";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { House } from "~/door.server";
import { accountByUsername } from "~/facts.server";
import { cleanPhoto } from "~/photo.server";
import { addStaff } from "./add-staff.server";
import { type CaseRef, caseNow } from "./case.server";
import { claimTicket } from "./claim-ticket.server";
import { importDirectory } from "./import-directory.server";
import { openTicket } from "./open-ticket.server";
import { takePhoto } from "./photo.server";
import { atTheDesk, houseIn, writtenDirectory } from "./testing-import";

const nothing = { password: false, secondFactor: false, email: false, phone: false };
const junk = Buffer.from("no photo at all");
const red = { create: { width: 40, height: 30, channels: 3 as const, background: "red" } };

onEveryEngine("A photo of a label", (place) => {
  let house: House;
  let ada: Actor;
  let ref: CaseRef;
  beforeAll(async () => {
    house = houseIn(place());
    const at = "2020-01-01T00:00:00Z";
    const folder = writtenDirectory(place(), {
      accounts: [`A1,mia,Mia,eu,${at},active,none,en`],
      contacts: [`A1,email,mia@home.example,${at}`],
    });
    await importDirectory(house, atTheDesk, { folder, strict: true });
    const account = (await accountByUsername(house.door, "mia")) ?? "";
    const staff = { signInName: "ada", displayName: "Ada", role: "agent", password: null } as const;
    const { id } = await addStaff(house.door, atTheDesk, staff);
    ada = { id: `staff:${id}`, role: "agent", auth: "demo", session: null };
    const opened = await openTicket(house.door, { actor: ada, request: "t" }, account, { ...nothing, password: true });
    ref = { account, ticket: opened.ticket ?? "" };
  });
  afterAll(() => house.close());
  const who = (key?: string) => ({ actor: ada, request: "t", ...(key ? { key: { key, digest: key } } : {}) });
  const photosOf = async () => (await caseNow(house.door, ref)).ticket?.photos.length;

  it("is looked at only when the rules would take it, and each refusal is an entry", async () => {
    const refused = await takePhoto(house.door, who(), ref, junk);
    expect(refused.refused).toBe("not-verifying");
    expect(refused.events).toMatchObject([{ type: "refused", data: { command: "photo.add" } }]);
    await claimTicket(house.door, who(), ref);
    expect((await takePhoto(house.door, who(), ref, junk)).refused).toBe("not-a-photo");
  });

  it("sent twice is taken once, and the fifth sent twice is not told that there are too many", async () => {
    const photo = await sharp(red).png().toBuffer();
    for (const key of ["k1", "k2", "k3", "k4", "k5", "k5", "k1"])
      expect((await takePhoto(house.door, who(key), ref, photo)).refused).toBeNull();
    expect(await photosOf()).toBe(5);
    expect((await takePhoto(house.door, who("k6"), ref, photo)).refused).toBe("too-many-photos");
  });
});

it("A photo in any format but three never gets to a decoder, though the library has one for it", async () => {
  const formats = ["png", "jpeg", "webp", "gif", "tiff", "avif"] as const;
  const cleaned = await Promise.all(
    formats.map(async (format) => "bytes" in (await cleanPhoto(await sharp(red).toFormat(format).toBuffer()))),
  );
  expect(cleaned).toEqual([true, true, true, false, false, false]);
  const gif = await sharp(red).gif().toBuffer();
  await expect(sharp(gif).metadata()).rejects.toThrow("unsupported image format");
});

import { createHash } from "node:crypto";
import {
  activeMembers,
  allMembers,
  contactOfStaff,
  type MemberAndSecret,
  memberById,
  memberByName,
} from "db/read/staff";
import { seal, unseal } from "db/vault";
import { cleanCode } from "domain/look-up";
import type { Role } from "domain/staff";
import type { Instant } from "domain/time";
import { Secret, TOTP } from "otpauth";
import type { Door, Keep } from "./door.server";

export type { MemberAndSecret } from "db/read/staff";

/** A member as screens name them. */
export interface NamedMember {
  id: string;
  name: string;
  role: Role;
}

/** A sign-in name as it is compared: NFKC, lower case, trimmed. */
export const cleanSignIn = (name: string): string => name.normalize("NFKC").trim().toLowerCase();

/** The keyed digest a sign-in name is found by. */
export const signInDigest = (door: Door, name: string): Buffer => door.secrets.lookup("staff", cleanSignIn(name));

export const memberNamed = (door: Door, name: string): Promise<MemberAndSecret | null> =>
  memberByName(door.reader, signInDigest(door, name));
/** The id of the member's own contact with this digest, or null. */
export const ownContactId = (door: Door, staff: string, digest: Buffer): Promise<string | null> =>
  contactOfStaff(door.reader, staff, digest);
export const memberWithId = (door: Door, id: string): Promise<MemberAndSecret | null> => memberById(door.reader, id);

/** Every active member with the name shown, oldest first. */
export async function staffList(door: Door): Promise<NamedMember[]> {
  const members = await activeMembers(door.reader);
  const opened = await door.vault.openMany(members.map((m) => m.id));
  return members.map(({ id, role }) => ({ id, role, name: opened.get(`${id}/name`)?.toString("utf8") ?? id }));
}

/** A member as the command line lists them: disabled ones too, with the name they sign in with. */
export interface ListedMember extends NamedMember {
  person: string;
  signInName: string;
  isDisabled: boolean;
}

/** Every member there ever was, oldest first. */
export async function staffRoll(door: Door): Promise<ListedMember[]> {
  const members = await allMembers(door.reader);
  const opened = await door.vault.openMany(members.map((m) => m.id));
  const text = (key: string) => opened.get(key)?.toString("utf8");
  return members.map(({ id, role, person, disabledAt }) => ({
    id,
    role,
    person,
    name: text(`${id}/name`) ?? id,
    signInName: text(`${id}/sign-in`) ?? "?",
    isDisabled: disabledAt !== null,
  }));
}

/** The name a member is shown by. */
export async function staffName(door: Door, id: string): Promise<string> {
  return (await door.vault.open(id, "name"))?.toString("utf8") ?? id;
}

/** Encrypts a TOTP seed under its member's own key, bound to that member. */
export async function sealSeed(
  door: Door,
  staff: string,
  seed: Uint8Array,
): Promise<Extract<Keep, { keep: "staff-totp" }>> {
  return { keep: "staff-totp", staff, totp: seal(await keyOf(door, staff), boundTo(staff), Buffer.from(seed)) };
}

/** The seed in a stored box; throws when it is not this member's. */
export const openSeed = async (door: Door, staff: string, box: Buffer): Promise<Buffer> =>
  unseal(await keyOf(door, staff), boundTo(staff), box);

/** Names a stored seed without telling it: a pending enrolment is good for this one seed alone. */
export const seedName = (box: Buffer): string => createHash("sha256").update(box).digest("hex").slice(0, 32);

export const totpStepMs = 30_000;
/** RFC 6238 as authenticator apps know it: SHA-1, six digits, 30 s. */
export const authenticator = (seed: Buffer, label = "", issuer = "Countersign") =>
  new TOTP({
    issuer,
    label,
    algorithm: "SHA1",
    digits: 6,
    period: totpStepMs / 1000,
    secret: new Secret({ buffer: Uint8Array.from(seed).buffer }),
  });

/** The time step a typed code belongs to, one step of drift allowed, or null for a wrong code. */
export function stepOf(seed: Buffer, typed: string, now: Instant): number | null {
  const token = cleanCode(typed);
  if (token === null) return null;
  const delta = authenticator(seed).validate({ token, timestamp: now, window: 1 });
  return delta === null ? null : Math.floor(now / totpStepMs) + delta;
}

/** The step of a code typed for a member; a member without a seed costs the same comparison and has none. */
export async function stepFor(door: Door, found: MemberAndSecret | null, typed: string): Promise<number | null> {
  const seed = found?.totp ? await openSeed(door, found.member.id, found.totp) : null;
  const step = stepOf(seed ?? Buffer.alloc(20), typed, door.clock.now());
  return seed ? step : null;
}

const boundTo = (staff: string): string => `totp/${staff}`;

async function keyOf(door: Door, staff: string): Promise<Buffer> {
  const owner = `staff:${staff}`;
  const key = (await door.vault.keysFor([owner])).get(owner);
  if (!key) throw new Error("The key store did not keep a key for this member of staff.");
  return key;
}

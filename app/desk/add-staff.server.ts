import { randomInt } from "node:crypto";
import { refuse } from "domain/event";
import { addMember } from "domain/member";
import type { Role } from "domain/staff";
import { uuidv7 } from "uuidv7";
import type { Door, Keep } from "~/door.server";
import { hashPassword } from "~/passwords.server";
import { cleanSignIn, memberNamed, signInDigest } from "~/staff-secrets.server";
import type { Who } from "./case.server";

export interface NewStaff {
  /** What they type to sign in. */
  signInName: string;
  /** The name others see. */
  displayName: string;
  role: Role;
  /** Null has one made, which is told once. */
  password: string | null;
  /** The `person` of another account of the same human. */
  person?: string;
}
export interface AddedStaff {
  refused: string | null;
  id: string | null;
  /** The password that was made, never to be seen again; null where one was given. */
  password: string | null;
}

/** Adds a member of staff, who enrols an authenticator at their first sign-in. */
export async function addStaff(door: Door, who: Who, staff: NewStaff): Promise<AddedStaff> {
  const problem = await problemOf(door, staff);
  const id = uuidv7().replaceAll("-", "");
  if (problem) {
    await door.ledger.enact({ ...who, stream: "staff", id, decide: () => refuse("staff.add", problem) });
    return { refused: problem, id: null, password: null };
  }
  const made = staff.password === null ? newPassword() : null;
  const keep = await keepOf(door, id, staff, staff.password ?? made ?? "");
  const outcome = await door.ledger.enact({
    ...who,
    stream: "staff",
    id,
    keep,
    decide: addMember(staff.person ?? id, staff.role),
  });
  return outcome.refused
    ? { refused: outcome.refused, id: null, password: null }
    : { refused: null, id, password: made };
}

const leastPassword = 12;
const mostName = 100;

async function problemOf(door: Door, staff: NewStaff): Promise<string | null> {
  const names = [cleanSignIn(staff.signInName), staff.displayName.trim()];
  if (names.some((name) => name === "" || name.length > mostName)) return "name-missing";
  if (staff.password !== null && [...staff.password].length < leastPassword) return "too-short";
  return (await memberNamed(door, staff.signInName)) ? "name-taken" : null;
}

async function keepOf(door: Door, id: string, staff: NewStaff, password: string): Promise<Keep[]> {
  const owner = `staff:${id}`;
  return [
    await door.vault.seal(owner, id, "name", staff.displayName.trim()),
    await door.vault.seal(owner, id, "sign-in", staff.signInName.trim()),
    {
      keep: "staff-secret",
      row: {
        staff_id: id,
        name_digest: signInDigest(door, staff.signInName),
        password_hash: await hashPassword(password, "staff"),
        totp: null,
      },
    },
  ];
}

// Typed from paper once: nothing that looks like something else.
const letters = "abcdefghjkmnpqrstvwxyz23456789";

/** Five groups of four letters: 98 bits. */
const newPassword = (): string =>
  Array.from({ length: 5 }, () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join("")).join(
    "-",
  );

import type { Member } from "domain/staff";
import type { Db } from "../engine";

/** A member of staff with what signing in is checked against. */
export interface MemberAndSecret {
  member: Member;
  passwordHash: string | null;
  /** The TOTP seed, encrypted under the member's own key; null before one was made. */
  totp: Buffer | null;
}

/** The member whose sign-in name has this digest, or null. */
export const memberByName = (db: Db, digest: Buffer): Promise<MemberAndSecret | null> =>
  memberBy(db, "staff_secret.name_digest", digest);
/** The member with this id, or null. */
export const memberById = (db: Db, id: string): Promise<MemberAndSecret | null> =>
  memberBy(db, "staff_secret.staff_id", id);

async function memberBy(
  db: Db,
  column: "staff_secret.name_digest" | "staff_secret.staff_id",
  value: Buffer | string,
): Promise<MemberAndSecret | null> {
  const row = await db.sql
    .selectFrom("staff_secret")
    .innerJoin("staff", "staff.id", "staff_secret.staff_id")
    .select(["staff.doc", "staff_secret.password_hash", "staff_secret.totp"])
    .where(column, "=", value as never)
    .executeTakeFirst();
  return row ? { member: JSON.parse(row.doc) as Member, passwordHash: row.password_hash, totp: row.totp } : null;
}

/** Every member of staff there ever was, oldest first. */
export async function allMembers(db: Db): Promise<Member[]> {
  const rows = await db.sql.selectFrom("staff").select("doc").orderBy("id").execute();
  return rows.map((row) => JSON.parse(row.doc) as Member);
}

/** Every member of staff who is not disabled, oldest first. */
export async function activeMembers(db: Db): Promise<Member[]> {
  const rows = await db.sql.selectFrom("staff").select("doc").where("disabled_at", "is", null).orderBy("id").execute();
  return rows.map((row) => JSON.parse(row.doc) as Member);
}

/** The id of the contact with this digest among a member's own, or null. */
export async function contactOfStaff(db: Db, staff: string, digest: Buffer): Promise<string | null> {
  const row = await db.sql
    .selectFrom("staff_contact")
    .select("id")
    .where("staff_id", "=", staff)
    .where("digest", "=", digest)
    .executeTakeFirst();
  return row?.id ?? null;
}

import { randomBytes } from "node:crypto";
import { refuse } from "domain/event";
import { beginEnrolment as decideBeginning, signIn as decideSignIn, demoSignIn as enterAs } from "domain/member";
import type { Actor, Role } from "domain/staff";
import type { House, Keep, Outcome } from "~/door.server";
import { verifyPassword } from "~/passwords.server";
import { newToken, type SessionToken, sessionName, startSession } from "~/staff.server";
import { cleanSignIn, type MemberAndSecret, memberNamed, sealSeed, seedName, stepFor } from "~/staff-secrets.server";
import { found, type Who } from "./case.server";

/** A right password of a member who has no authenticator yet: good for enrolling this one seed. */
export interface PendingEnrolment {
  staff: string;
  seed: string;
}
export type SignedIn =
  | { kind: "signed-in"; token: string; role: Role }
  | { kind: "enrol"; pending: PendingEnrolment }
  | { kind: "refused"; reason: string };

const no: SignedIn = { kind: "refused", reason: "wrong-password" };
/** The id that failed sign-ins of unknown names are entered under. */
const nobody = "unknown";

/** Signs a member in; unknown name, wrong password, wrong or used code and a held name cost the same and get one answer. */
export async function signIn(
  house: House,
  who: Who,
  typed: { name: string; password: string; code: string; source: string },
): Promise<SignedIn> {
  const { guesses, clock } = house.door;
  const name = `staff ${cleanSignIn(typed.name)}`;
  if (!guesses.take(name, typed.source, clock.now())) return tooMany(house, who);
  const signedIn = await proveAndEnter(house, who, typed);
  if (signedIn.kind !== "refused") guesses.forgive(name, typed.source);
  return signedIn;
}

async function proveAndEnter(
  house: House,
  who: Who,
  typed: { name: string; password: string; code: string },
): Promise<SignedIn> {
  const { door } = house;
  const member = await memberNamed(door, typed.name);
  const passwordRight = await verifyPassword(member?.passwordHash ?? null, typed.password, "staff");
  const step = await stepFor(door, member, typed.code);
  if (member && passwordRight && member.member.enrolledAt === null) return beginEnrolment(house, who, member);
  const session = newToken();
  const proven = member && passwordRight && step !== null && step > member.member.lastStep;
  const actor = proven ? memberActor(member.member.id, "password+totp", session) : who.actor;
  const outcome = await door.ledger.enact({
    stream: "staff",
    id: member?.member.id ?? nobody,
    actor,
    request: who.request,
    decide: decideSignIn({ passwordRight, step }),
  });
  return member ? begun(house, outcome, session, no) : no;
}

/** A try too many at one name is an entry and looks like a wrong password, whether there is such a name or not. */
async function tooMany({ door }: House, who: Who): Promise<SignedIn> {
  const decide = () => refuse("staff.sign-in", "too-many-tries");
  await door.ledger.enact({ ...who, stream: "reads", subject: null, object: null, decide });
  return no;
}

/** Enters as a member without password or code; there is no such thing in production. */
export async function demoSignIn(house: House, who: Who, staff: string): Promise<SignedIn> {
  if (house.door.config.mode === "production") throw new Error("A production desk has no sign-in without a password.");
  const session = newToken();
  const actor = memberActor(staff, "demo", session);
  const outcome = await house.door.ledger.enact({
    stream: "staff",
    id: staff,
    actor,
    request: who.request,
    decide: enterAs(),
  });
  return begun(house, outcome, session, { kind: "refused", reason: outcome.refused ?? "no-such-member" });
}

/** Makes a session at the command line, for the demo and for tests; throws when the member cannot enter. */
export async function makeSession(house: House, staff: string): Promise<string> {
  const who: Who = { actor: { id: "system", role: "system", auth: "none", session: null }, request: "session" };
  const signedIn = await demoSignIn(house, who, staff);
  if (signedIn.kind !== "signed-in") throw new Error(`There is no active member of staff ${staff}.`);
  return signedIn.token;
}

/** Begins the session that an outcome tells of, under the role its entry names. */
export async function begun(
  house: House,
  outcome: Outcome,
  session: SessionToken,
  otherwise: SignedIn,
): Promise<SignedIn> {
  const entry = found(outcome, "staff.signed-in");
  if (!entry?.object) return otherwise;
  await startSession(house, entry.object, entry.actor.auth, session);
  return { kind: "signed-in", token: session.token, role: entry.actor.role as Role };
}

/** How a member stands in the entry that begins their session. */
export const memberActor = (staff: string, auth: string, session: SessionToken): Actor => ({
  // The ledger puts in the role held at that moment.
  id: `staff:${staff}`,
  role: "anyone",
  auth,
  session: sessionName(session.id),
});

const seedBytes = 20;

/** A new seed at every right password, so that one who saw an earlier seed has nothing. */
async function beginEnrolment(house: House, { actor, request }: Who, { member }: MemberAndSecret): Promise<SignedIn> {
  const totp = await sealSeed(house.door, member.id, randomBytes(seedBytes));
  const keep: Keep[] = [totp];
  const outcome = await house.door.ledger.enact({
    stream: "staff",
    id: member.id,
    actor,
    request,
    keep,
    decide: decideBeginning(),
  });
  const began = found(outcome, "staff.sign-in-failed")?.data.why === "not-enrolled";
  return began ? { kind: "enrol", pending: { staff: member.id, seed: seedName(totp.totp) } } : no;
}

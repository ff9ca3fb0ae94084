import { enrol as decideEnrol } from "domain/member";
import { renderSVG } from "uqr";
import type { Door, House } from "~/door.server";
import { newToken } from "~/staff.server";
import { authenticator, type MemberAndSecret, memberWithId, openSeed, seedName, stepFor } from "~/staff-secrets.server";
import type { Who } from "./case.server";
import { begun, memberActor, type PendingEnrolment, type SignedIn } from "./sign-in.server";

/** What an authenticator is set up from. */
export interface EnrolmentSecret {
  /** An SVG document of the otpauth address. */
  qrSvg: string;
  /** The seed in base32. */
  typedKey: string;
}

/** The secret a pending enrolment may see, or null when it was replaced or is enrolled already. */
export async function enrolmentSecret(door: Door, pending: PendingEnrolment): Promise<EnrolmentSecret | null> {
  const member = await pendingMember(door, pending);
  if (!member?.totp) return null;
  const name = (await door.vault.open(member.member.id, "sign-in"))?.toString("utf8") ?? "";
  const totp = authenticator(await openSeed(door, member.member.id, member.totp), name);
  return { qrSvg: renderSVG(totp.toString(), { border: 4 }), typedKey: totp.secret.base32 };
}

/** Confirms a new authenticator by its first code, and signs in with it. */
export async function enrol(house: House, who: Who, pending: PendingEnrolment, code: string): Promise<SignedIn> {
  const { door } = house;
  const member = await pendingMember(door, pending);
  if (!member) return { kind: "refused", reason: "signed-out" };
  const { id } = member.member;
  const step = await stepFor(door, member, code);
  const session = newToken();
  const actor = step === null ? who.actor : memberActor(id, "password+totp", session);
  const outcome = await door.ledger.enact({
    stream: "staff",
    id,
    actor,
    request: who.request,
    decide: decideEnrol({ passwordRight: true, step }),
  });
  return begun(house, outcome, session, { kind: "refused", reason: outcome.refused ?? "wrong-code" });
}

async function pendingMember(door: Door, pending: PendingEnrolment): Promise<MemberAndSecret | null> {
  const member = await memberWithId(door, pending.staff);
  const same = member?.totp && seedName(member.totp) === pending.seed;
  return same && member.member.enrolledAt === null && member.member.disabledAt === null ? member : null;
}

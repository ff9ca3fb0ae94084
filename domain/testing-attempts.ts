import type { Decide } from "./case";
import { enrolFactor, nameOf, removeFactor, spendFactor, textFactor } from "./change-factor";
import { reserveAnswers } from "./check-answers";
import { confirmContact, confirmPossession, enterPortal, type TypedCode } from "./check-code";
import { checkSavedCode } from "./check-saved-code";
import { reserveSerial, searchSerial } from "./check-serial";
import { claim, handOver, release } from "./claim";
import { cancel, note, sweep } from "./end";
import { askGlass, closeGlass, confirmGlass } from "./glass";
import { holderSecondStep } from "./holder";
import { addPhoto, declinePhoto, judgePhoto } from "./judge-photo";
import { addPurchase, declinePurchase, judgePurchase } from "./judge-purchase";
import { makeSavedCodes } from "./make-saved-codes";
import { matchCaller } from "./match-caller";
import { open } from "./open";
import { reportPressure } from "./pressure";
import { proposeContact } from "./propose-contact";
import { proveBySignIn } from "./prove-by-sign-in";
import {
  confirmOwnershipCode,
  recordOwnershipSerial,
  reserveOwnershipAnswers,
  reserveOwnershipSerial,
  sendOwnershipCode,
} from "./prove-ownership";
import { endHold, object, redeem, reissueGrant, settleMessage } from "./reset";
import { approve, openPacket, stopHold } from "./review";
import { flagSafety, liftSafety, safetyKinds } from "./safety";
import { authenticatorOf } from "./second-factor";
import { sendNewContactCode, sendRegisteredCode } from "./send-code";
import type { Actor } from "./staff";
import { submit } from "./submit";
import type { TypedFactor } from "./take-factor";
import {
  ada,
  anyone,
  bob,
  hal,
  ivy,
  mail,
  max,
  memberOf,
  phone,
  requesterOf,
  rob,
  type Story,
  sam,
  worker,
} from "./testing";
import { kim, lea, settling, withNewSupervisors } from "./testing-disputes";
import { aCommitment, freshly, lossOf, referenceOf, rejecting, returning } from "./testing-stories";
import { askVouch } from "./vouch";

/** Whatever anyone may try on a case, and whose part it might be. */

/** One human with two accounts: Ada is a supervisor too, and Sam has a second account. Two supervisors see nothing of the beginnings. */
export const ada2: Actor = { ...sam, id: "staff:ada2" };
export const sam2: Actor = { ...sam, id: "staff:sam2" };
export const withTwins = (story: Story): Story =>
  withNewSupervisors(story.staffed(memberOf("ada2", "supervisor", "ada"), memberOf("sam2", "supervisor", "sam")));

const agents = [ada, bob];
export const supervisors = [sam, max, sam2, ada2, kim, lea];
const requesters = [requesterOf("t1"), requesterOf("t2")];
const parties = [...agents, ...requesters];
const desk = [...agents, ...supervisors];
const outsiders = [anyone, hal];
export const everyone = [...agents, ...supervisors, ivy, rob, hal, anyone, worker, ...requesters];
export const hashOf = (story: Story): string => story.case.ticket?.packet?.hash ?? "";
export const fresh = (story: Story, kind: string): string => `${kind}-${story.entries.length}`;

function typedAt(story: Story, contact: string, x: number): TypedCode {
  return { contact, generation: story.case.ticket?.codes[contact]?.generation ?? 0, right: x % 3 > 0 };
}

export const attempts: readonly [readonly Actor[], (story: Story, x: number) => Decide][] = [
  [agents, (s, x) => open({ ticket: s.about, reference: referenceOf(s.about), loss: pick(Object.values(lossOf), x) })],
  [agents, () => claim()],
  [agents, () => release()],
  [supervisors, (_, x) => handOver(pick(["ada", "bob", "sam"], x))],
  [
    agents,
    (s, x) =>
      proposeContact({
        contact: fresh(s, "c"),
        kind: pick(["email", "phone"], x),
        commitment: aCommitment,
        same: null,
      }),
  ],
  [parties, () => sendNewContactCode()],
  [parties, (_, x) => sendRegisteredCode(pick([mail.id, phone.id, "c-new"], x))],
  [agents, (s, x) => confirmContact(typedAt(s, s.case.ticket?.newContact?.id ?? "c-new", x))],
  [outsiders, (s, x) => enterPortal(typedAt(s, pick(["c-new", mail.id], x), x))],
  [parties, (s, x) => confirmPossession(typedAt(s, pick([phone.id, mail.id, "c-new"], x), x), fresh(s, "e"))],
  [parties, (s) => reserveSerial(fresh(s, "a"))],
  [parties, (s) => reserveAnswers(fresh(s, "a"))],
  [agents, (s) => searchSerial(fresh(s, "a"))],
  [parties, (s) => addPhoto({ id: fresh(s, "p"), upload: "u", commitment: aCommitment })],
  [
    desk,
    (s, x) =>
      judgePhoto({
        photo: lastPhoto(s),
        numbered: x !== 6,
        attempt: fresh(s, "a"),
        result: pick(["match", "miss"], x),
        device: "d3",
        evidence: fresh(s, "e"),
      }),
  ],
  [desk, (s) => declinePhoto(lastPhoto(s), "unreadable")],
  [parties, (s) => addPurchase({ id: fresh(s, "b"), upload: "u", form: "picture", commitment: aCommitment })],
  [
    desk,
    (s, x) =>
      judgePurchase({
        purchase: lastPurchase(s),
        namesHolder: x !== 6,
        dated: x === 5 ? s.now : 0,
        attempt: fresh(s, "a"),
        result: pick(["match", "miss"], x),
        device: "d3",
        boundAt: 1,
        evidence: fresh(s, "e"),
      }),
  ],
  [desk, (s) => declinePurchase(lastPurchase(s), "no-date")],
  [desk, (s) => note({ note: fresh(s, "n"), removed: 0, commitment: aCommitment })],
  [agents, () => submit()],
  [supervisors, () => openPacket()],
  [supervisors, (s, x) => approve({ packet: x > 4 ? "00" : hashOf(s), stepUp: "walk", reason: "r", note: null })],
  [supervisors, () => returning("more", null)],
  [supervisors, () => rejecting("no", null)],
  [supervisors, () => stopHold("odd")],
  [
    [worker],
    (s, x) =>
      settleMessage({
        message: pick(Object.keys(s.case.ticket?.notices ?? { none: 1 }), x) ?? "none",
        failure: x === 0 ? "bounced" : null,
      }),
  ],
  [[worker], () => endHold("g")],
  [parties, () => reissueGrant()],
  [outsiders, (_, x) => redeem({ id: "g", generation: x % 3 })],
  [outsiders, (_, x) => object(pick([mail.id, phone.id, "c-new", null], x))],
  [
    agents,
    (s, x) =>
      open({ ticket: s.about, reference: referenceOf(s.about), loss: pick(Object.values(lossOf), x), thaw: true }),
  ],
  [outsiders, (_, x) => sendOwnershipCode(pick([mail.id, phone.id, "c-new"], x))],
  [outsiders, (s, x) => confirmOwnershipCode(typedAt(s, pick([mail.id, phone.id, "c-new"], x), x), fresh(s, "e"))],
  [outsiders, (s, x) => reserveOwnershipSerial(pick([mail.id, phone.id], x), fresh(s, "a"))],
  [outsiders, (s, x) => reserveOwnershipAnswers(pick([mail.id, phone.id], x), fresh(s, "a"))],
  [
    outsiders,
    (s, x) =>
      recordOwnershipSerial(pick([mail.id, phone.id], x), {
        attempt: lastTry(s),
        result: pick(["match", "near", "miss"], x),
        device: "d1",
        whole: true,
        evidence: fresh(s, "e"),
      }),
  ],
  [outsiders, (s) => proveBySignIn({ since: s.now })],
  [supervisors, (_, x) => settling(pick(["reject", "resume", "reverse", "dismiss"], x))],
  [supervisors, (_, x) => settling(pick(["reject", "resume", "reverse", "dismiss"], x))],
  [parties, () => cancel("mistake")],
  [[worker], () => sweep()],
  [[worker], () => sweep()],
  [agents, (s, x) => matchCaller({ turn: s.case.ticket?.caller?.turn ?? 1, right: x % 2 > 0 })],
  [agents, () => reportPressure()],
  [[...agents, ...supervisors, hal], (_, x) => flagSafety(pick(safetyKinds, x))],
  [outsiders, (s) => makeSavedCodes({ set: fresh(s, "s"), passwordRight: true })],
  [[hal], (s, x) => ownFactor(s, x)],
  [[anyone], (s, x) => holderSecondStep({ sessionsEndedAt: endedOf(s), typed: factorTyped(s, x) })],
  [parties, (s, x) => checkSavedCode({ attempt: fresh(s, "a"), code: savedCode(s, x), evidence: fresh(s, "e") })],
  [parties, () => askVouch()],
  [supervisors, (s) => freshly("glass", (stepUp) => askGlass({ ...asking, glass: fresh(s, "g"), stepUp }))],
  [supervisors, (s) => freshly("glass", (stepUp) => confirmGlass({ glass: glassOf(s), stepUp }))],
  [[...supervisors, worker], (s) => closeGlass(s.case.ticket?.glass?.open?.id ?? "g")],
  [supervisors, (_, x) => liftSafety({ reason: { id: "r", commitment: "" }, stepUp: x > 2 ? "walk" : "none" })],
];

const asking = { reason: "other", note: { id: "r", commitment: aCommitment } } as const;
const glassOf = (story: Story): string => story.case.ticket?.glass?.asked?.id ?? "g";
/** One of the account's, now and then, or none. */
const savedCode = (story: Story, x: number): string | null => {
  const set = story.case.account?.savedCodes?.set;
  return set === undefined || x % 2 === 0 ? null : `${set}.${x + 1}`;
};
/** What a holder does about their second factor. */
const ownFactor = (story: Story, x: number): Decide => {
  const replaces = nameOf(story.case, story.factsFor(hal));
  if (x % 4 === 0) return enrolFactor({ factor: fresh(story, "f"), step: story.entries.length, replaces });
  if (x % 4 === 1) return spendFactor({ use: "walk", act: "factor", typed: factorTyped(story, x) });
  return x % 4 === 2 ? removeFactor({ passwordRight: true, use: "walk" }) : textFactor();
};

/** A code of the app, right or wrong, or a saved one. */
const factorTyped = (story: Story, x: number): TypedFactor => {
  if (x % 3 === 0) return { by: "saved-code", code: savedCode(story, x) };
  const factor = authenticatorOf(story.case.account)?.id ?? "f";
  return { by: "app", factor, step: x % 2 > 0 ? story.entries.length : null };
};
const endedOf = (story: Story) => story.case.account?.sessionsEndedAt ?? null;
const lastTry = (story: Story): string => story.case.account?.attempts.at(-1)?.id ?? "a";
const lastPurchase = (story: Story): string => story.case.ticket?.purchases?.at(-1)?.id ?? "b";
const lastPhoto = (story: Story): string => story.case.ticket?.photos.at(-1)?.id ?? "p";

export function pick<T>(from: readonly T[], n: number): T {
  return from[n % from.length] as T;
}

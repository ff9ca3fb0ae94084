import type { Decide } from "./case";
import type { DisputeVerdict } from "./event";
import {
  confirmOwnershipCode,
  drawOwnershipAnswers,
  recordOwnershipAnswers,
  recordOwnershipSerial,
  reserveOwnershipAnswers,
  reserveOwnershipSerial,
  sendOwnershipCode,
} from "./prove-ownership";
import { object } from "./reset";
import { settleDispute } from "./settle-dispute";
import type { Actor } from "./staff";
import { anyone, mail, max, memberOf, type Story, sam } from "./testing";
import { freshly } from "./testing-stories";

/** How a dispute goes on, told step by step: an old contact objects and proves it, supervisors decide. */

/** Two supervisors who never saw the case. */
export const kim: Actor = { ...sam, id: "staff:kim" };
export const lea: Actor = { ...max, id: "staff:lea" };
export const withNewSupervisors = (story: Story): Story =>
  story.staffed(memberOf("kim", "supervisor"), memberOf("lea", "supervisor"));

export const objected = (story: Story, contact: string | null = mail.id): Story =>
  story.when(object(contact), { actor: anyone });

const fresh = (story: Story, kind: string): string => `${kind}-${story.entries.length}`;

/** The code to the contact that objects, typed back. */
export function answered(story: Story, contact = mail.id): Story {
  const sent = story.when(sendOwnershipCode(contact), { actor: anyone });
  const { generation = 0 } = sent.ticket.codes[contact] ?? {};
  const typed = { contact, generation, right: true };
  return sent.when(confirmOwnershipCode(typed, fresh(story, "own")), { actor: anyone });
}

export function ownSerial(story: Story, device: string | null = "d1", contact = mail.id, whole = true): Story {
  const attempt = fresh(story, "try");
  const result = { attempt, result: device ? "match" : "miss", device, whole, evidence: fresh(story, "own") } as const;
  return story
    .when(reserveOwnershipSerial(contact, attempt), { actor: anyone })
    .when(recordOwnershipSerial(contact, result), { actor: anyone });
}

export function ownAnswers(story: Story, right = 2, contact = mail.id): Story {
  const attempt = fresh(story, "try");
  const drawn = story.case.account?.drawn ? story : story.when(drawOwnershipAnswers(contact, 0), { actor: anyone });
  return drawn
    .when(reserveOwnershipAnswers(contact, attempt), { actor: anyone })
    .when(recordOwnershipAnswers(contact, { attempt, right, of: 3, evidence: fresh(story, "own") }), { actor: anyone });
}

export const proved = (story: Story, contact = mail.id): Story => ownSerial(answered(story, contact), "d1", contact);

/** A verdict in words, by whoever stepped up for it just now. */
export const settling = (verdict: DisputeVerdict, note: string | null = "in-words"): Decide =>
  freshly(verdict, (stepUp) => settleDispute(verdict, { reason: "other", note, stepUp }));

/** The same verdict of two supervisors who never saw the case. */
export const settled = (story: Story, verdict: DisputeVerdict): Story =>
  withNewSupervisors(story).when(settling(verdict), { actor: kim }).when(settling(verdict), { actor: lea });

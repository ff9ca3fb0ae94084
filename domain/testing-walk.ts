import type { Decide } from "./case";
import { reserveAnswers } from "./check-answers";
import { confirmContact, confirmPossession, enterPortal, type TypedCode } from "./check-code";
import { reserveSerial, searchSerial } from "./check-serial";
import { claim, handOver, release } from "./claim";
import { cancel, note, sweep } from "./end";
import { addPhoto, declinePhoto, judgePhoto } from "./judge-photo";
import { open } from "./open";
import { proposeContact } from "./propose-contact";
import { endHold, object, redeem, reissueGrant, settleMessage } from "./reset";
import { approvalObject, approve, openPacket, reject, returnTicket, stopHold } from "./review";
import { sendNewContactCode, sendRegisteredCode } from "./send-code";
import type { Actor } from "./staff";
import { submit } from "./submit";
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
import {
  answers,
  approvedBy,
  atHoldsEnd,
  confirmed,
  delivered,
  lossOf,
  opened,
  proposed,
  registeredCode,
  serial,
} from "./testing-stories";
import { days, hours, type Millis, minutes } from "./time";

/** Random walks of the whole cast over one account: half of the steps go on sensibly, the others are anyone trying anything. */

/** One human with two accounts: Ada is a supervisor too, and Sam has a second account. */
export const ada2: Actor = { ...sam, id: "staff:ada2" };
export const sam2: Actor = { ...sam, id: "staff:sam2" };
export const withTwins = (story: Story): Story =>
  story.staffed(memberOf("ada2", "supervisor", "ada"), memberOf("sam2", "supervisor", "sam"));

const agents = [ada, bob];
const supervisors = [sam, max, sam2, ada2];
const requesters = [requesterOf("t1"), requesterOf("t2")];
const parties = [...agents, ...requesters];
const desk = [...agents, ...supervisors];
const outsiders = [anyone, hal];
const everyone = [...agents, ...supervisors, ivy, rob, hal, anyone, worker, ...requesters];
const waits: readonly Millis[] = [0, 0, 0, 0, 0, minutes(1), minutes(3), minutes(31), hours(3), hours(25), days(4)];

export interface Step {
  sensible: boolean;
  ticket: "t1" | "t2";
  who: number;
  what: number;
  wait: number;
  x: number;
}

/** The story after one step. */
export function walked(before: Story, step: Step): Story {
  const story = before.on(step.ticket).after(pick(waits, step.wait));
  return step.sensible ? onward(story, step.x) : astray(story, step);
}

/** What someone who wants to get on would do next, in the state the ticket is in. */
function onward(story: Story, x: number): Story {
  const { ticket } = story.case;
  if (!ticket) return opened(pick(Object.values(lossOf), x), story);
  switch (ticket.state) {
    case "open":
      return story.when(claim(), { actor: pick([ada, bob], x) });
    case "verifying":
      return proven(story, ticket.agent === "bob" ? bob : ada, x);
    case "in_review":
      if (x === 6) return story.when(returnTicket("more", null), { actor: max });
      return approvedBy(story, pick([sam, max, sam, max, ada2, sam2], x));
    case "on_hold":
      if (x === 6) return story.when(stopHold("odd"), { actor: sam });
      return ticket.hold?.endsAt ? atHoldsEnd(story).when(endHold("g"), { actor: worker }) : delivered(story);
    case "reset_sent":
      return story.when(redeem({ id: "g", generation: ticket.grant?.generation ?? 0 }), { actor: anyone });
    case "disputed":
      return story.when(reject("thief", null), { actor: pick(supervisors, x) });
    default:
      return story;
  }
}

function proven(story: Story, actor: Actor, x: number): Story {
  const { ticket } = story;
  if (ticket.needsNewContact && !ticket.newContact?.confirmedAt)
    return actor === ada ? confirmed(proposed(story)) : story;
  const ways = [
    () => serial(story, "d1", true, actor),
    () => serial(story, "d2", false, actor),
    () => answers(story, 2, actor),
    () => registeredCode(story, pick([phone.id, mail.id], x), actor),
    () => story.when(submit(), { actor }),
    () => story.when(submit(), { actor }),
    () => photographed(story, actor, x),
  ];
  return pick(ways, x)();
}

function photographed(story: Story, actor: Actor, x: number): Story {
  const id = fresh(story, "p");
  const proof = {
    photo: id,
    attempt: fresh(story, "a"),
    result: "match",
    device: "d3",
    evidence: fresh(story, "e"),
  } as const;
  const judge = pick([max, bob, ada, sam], story.entries.length + x);
  return story.when(addPhoto({ id, upload: "u", commitment: "" }), { actor }).when(judgePhoto(proof), { actor: judge });
}

/** Someone tries something: half the time one whose part it might be, else anyone. */
function astray(story: Story, { who, what, x }: Step): Story {
  const [fitting, decide] = pick(attempts, what);
  const actor = pick(who % 2 ? fitting : everyone, who >> 1);
  const stepped = story.stepsUp(actor.id.slice("staff:".length), "walk", approvalObject(story.about, hashOf(story)));
  return (x % 2 ? stepped : story).when(decide(story, x), { actor });
}

const hashOf = (story: Story): string => story.case.ticket?.packet?.hash ?? "";
const fresh = (story: Story, kind: string): string => `${kind}-${story.entries.length}`;

function typedAt(story: Story, contact: string, x: number): TypedCode {
  return { contact, generation: story.case.ticket?.codes[contact]?.generation ?? 0, right: x % 3 > 0 };
}

const attempts: readonly [readonly Actor[], (story: Story, x: number) => Decide][] = [
  [agents, (s, x) => open({ ticket: s.about, reference: "R", loss: pick(Object.values(lossOf), x) })],
  [agents, () => claim()],
  [agents, () => release()],
  [supervisors, (_, x) => handOver(pick(["ada", "bob", "sam"], x))],
  [
    agents,
    (s, x) =>
      proposeContact({
        contact: fresh(s, "c"),
        kind: pick(["email", "phone"], x),
        mask: "",
        commitment: "",
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
  [parties, (s) => addPhoto({ id: fresh(s, "p"), upload: "u", commitment: "" })],
  [
    desk,
    (s, x) =>
      judgePhoto({
        photo: lastPhoto(s),
        attempt: fresh(s, "a"),
        result: pick(["match", "miss"], x),
        device: "d3",
        evidence: fresh(s, "e"),
      }),
  ],
  [desk, (s) => declinePhoto(lastPhoto(s), "unreadable")],
  [desk, (s) => note({ note: fresh(s, "n"), removed: 0, commitment: "" })],
  [agents, () => submit()],
  [supervisors, () => openPacket()],
  [supervisors, (s, x) => approve({ packet: x > 4 ? "00" : hashOf(s), stepUp: "walk", reason: "r", note: null })],
  [supervisors, () => returnTicket("more", null)],
  [supervisors, () => reject("no", null)],
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
  [parties, () => cancel("mistake")],
  [[worker], () => sweep()],
  [[worker], () => sweep()],
];

const lastPhoto = (story: Story): string => story.case.ticket?.photos.at(-1)?.id ?? "p";

function pick<T>(from: readonly T[], n: number): T {
  return from[n % from.length] as T;
}

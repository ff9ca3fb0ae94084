import { claim } from "./claim";
import { disputeOf } from "./fold-dispute";
import { addPhoto, judgePhoto } from "./judge-photo";
import { addPurchase, judgePurchase } from "./judge-purchase";
import type { Loss } from "./loss";
import { open } from "./open";
import { endHold, redeem } from "./reset";
import { approvalObject, stopHold } from "./review";
import type { Actor } from "./staff";
import { submit } from "./submit";
import { ada, anyone, bob, mail, max, phone, type Story, sam, worker } from "./testing";
import { ada2, attempts, everyone, fresh, hashOf, pick, sam2, supervisors } from "./testing-attempts";
import { proved, settling } from "./testing-disputes";
import { code } from "./testing-proofs";
import {
  aCommitment,
  answers,
  approvedBy,
  atHoldsEnd,
  confirmed,
  delivered,
  lossOf,
  proposed,
  referenceOf,
  registeredCode,
  returning,
  serial,
} from "./testing-stories";
import type { Ticket } from "./ticket";
import { days, hours, type Millis, minutes } from "./time";

/** Random walks of the whole cast over one account: half of the steps go on sensibly, the others are anyone trying anything. */

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
  if (!ticket) return begun(story, pick(Object.values(lossOf), x));
  switch (ticket.state) {
    case "open":
      return story.when(claim(), { actor: pick([ada, bob], x) });
    case "verifying":
      return proven(story, ticket.agent === "bob" ? bob : ada, x);
    case "in_review":
      if (x === 6) return story.when(returning("more", null), { actor: max });
      return approvedBy(story, pick([sam, max, sam, max, ada2, sam2], x));
    case "on_hold":
      if (x === 6) return story.when(stopHold("odd"), { actor: sam });
      return ticket.hold?.endsAt ? atHoldsEnd(story).when(endHold("g"), { actor: worker }) : delivered(story);
    case "reset_sent":
      return story.when(redeem({ id: "g", generation: ticket.grant?.generation ?? 0 }), { actor: anyone });
    case "disputed":
      return onwardDispute(story, ticket, x);
    case "completed":
      return x === 3 ? story.when(settling("reverse"), { actor: pick(supervisors, story.entries.length) }) : story;
    default:
      return story;
  }
}

/** What is frozen is thawed by its next ticket. */
function begun(story: Story, loss: Loss): Story {
  const thaw = story.case.account?.frozenAt != null;
  return story.when(open({ ticket: story.about, reference: referenceOf(story.about), loss, thaw }), { actor: ada });
}

/** Who objected proves it, or lets the time go by; then supervisors decide. */
function onwardDispute(story: Story, ticket: Ticket, x: number): Story {
  const { provedAt, proveBy } = disputeOf(ticket);
  const recovered = ticket.disputedFrom === "completed";
  const actor = pick(supervisors, story.entries.length);
  if (provedAt !== null) return story.when(settling(recovered ? "reverse" : "reject"), { actor });
  if (story.now >= proveBy) return story.when(settling(recovered ? "dismiss" : "resume"), { actor });
  return x < 4 ? proved(story, pick([mail.id, phone.id], x)) : story.after(proveBy - story.now);
}

function proven(story: Story, actor: Actor, x: number): Story {
  const { ticket } = story;
  if (ticket.needsNewContact && !ticket.newContact?.confirmedAt)
    return actor === ada ? confirmed(proposed(story, fresh(story, "c"))) : story;
  const ways = [
    () => serial(story, "d1", true, actor),
    () => serial(story, pick(["d2", null], story.entries.length), false, actor),
    () => answers(story, 2, actor),
    () => registeredCode(story, pick([phone.id, mail.id], x), actor),
    () => story.when(submit(), { actor }),
    () => story.when(submit(), { actor }),
    () => pick([photographed, purchased, coded], story.entries.length)(story, actor, x),
  ];
  return pick(ways, x)();
}

function photographed(story: Story, actor: Actor, x: number): Story {
  const id = fresh(story, "p");
  const proof = {
    photo: id,
    numbered: true,
    attempt: fresh(story, "a"),
    result: "match",
    device: "d3",
    evidence: fresh(story, "e"),
  } as const;
  const judge = pick([max, bob, ada, sam], story.entries.length + x);
  return story
    .when(addPhoto({ id, upload: "u", commitment: aCommitment }), { actor })
    .when(judgePhoto(proof), { actor: judge });
}

/** One of the account's saved codes is given, or what is none of them. */
function coded(story: Story, actor: Actor, x: number): Story {
  const set = story.case.account?.savedCodes?.set;
  return code(story, set === undefined ? null : `${set}.${1 + ((story.entries.length + x) % 10)}`, actor);
}

function purchased(story: Story, actor: Actor, x: number): Story {
  const purchase = fresh(story, "b");
  const read = { namesHolder: true, dated: 0, result: "match", device: "d3", boundAt: 1 } as const;
  const said = { ...read, purchase, attempt: fresh(story, "a"), evidence: fresh(story, "e") };
  const judge = pick([max, bob, ada, sam], story.entries.length + x);
  return story
    .when(addPurchase({ id: purchase, upload: "u", form: "document", commitment: aCommitment }), { actor })
    .when(judgePurchase(said), { actor: judge });
}

/** Someone tries something: half the time one whose part it might be, else anyone. */
function astray(story: Story, { who, what, x }: Step): Story {
  const [fitting, decide] = pick(attempts, what);
  const actor = pick(who % 2 ? fitting : everyone, who >> 1);
  const stepped = story.stepsUp(actor.id.slice("staff:".length), "walk", approvalObject(story.about, hashOf(story)));
  return (x % 2 ? stepped : story).when(decide(story, x), { actor });
}

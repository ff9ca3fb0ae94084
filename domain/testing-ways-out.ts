import { isShut } from "./case";
import { drawAnswers } from "./check-answers";
import { claim } from "./claim";
import { sweep } from "./end";
import { open } from "./open";
import { endHold, redeem } from "./reset";
import { stopHold } from "./review";
import { liftSafety, safetyOf } from "./safety";
import type { Actor } from "./staff";
import { submit } from "./submit";
import { account, ada, anyone, memberOf, requesterOf, type Story, sam, worker } from "./testing";
import { settling } from "./testing-disputes";
import { aCommitment, answers, approvedBy, atHoldsEnd, delivered, lossOf, rejecting, serial } from "./testing-stories";
import { isLive } from "./ticket";
import { days } from "./time";

/** The ways that lead out of every state: by time, or by people who are new to the case. */

const nia: Actor = { ...sam, id: "staff:nia" };
const oli: Actor = { ...sam, id: "staff:oli" };
const pia: Actor = { ...sam, id: "staff:pia" };
const joe: Actor = { ...ada, id: "staff:joe" };
const fresh = [nia, oli, pia];
/** Who lifts a flag had a hand in the account, and signs none of its tickets for 90 days. */
const lifters: Actor[] = ["rio", "tia"].map((id) => ({ ...sam, id: `staff:${id}` }));
/** The story with people who never saw the case. */
export const withFreshPeople = (story: Story): Story =>
  story.staffed(
    memberOf("nia", "supervisor"),
    memberOf("oli", "supervisor"),
    memberOf("pia", "supervisor"),
    memberOf("rio", "supervisor"),
    memberOf("tia", "supervisor"),
    memberOf("joe", "agent"),
  );

/** The story with its ticket ended, by time and fresh supervisors alone. */
export function ended(story: Story): Story {
  let now = withFreshPeople(story);
  for (let step = 0; step < 6 && isLive(now.ticket.state); step += 1) now = nearerToItsEnd(now);
  return now;
}

function nearerToItsEnd(story: Story): Story {
  switch (story.ticket.state) {
    case "on_hold":
      return story.when(stopHold("odd"), { actor: nia });
    case "in_review":
      return story.when(rejecting("no"), { actor: nia });
    case "disputed":
      return decided(story.after(days(7)));
    default:
      return story.after(days(9)).when(sweep(), { actor: worker });
  }
}

/** Whichever verdict the dispute can have, by two who are new to it. */
function decided(story: Story): Story {
  const recovered = story.ticket.disputedFrom === "completed";
  const proved = (story.ticket.dispute?.provedAt ?? null) !== null;
  const verdict = proved ? (recovered ? "reverse" : "reject") : recovered ? "dismiss" : "resume";
  const others = fresh.map((actor) => ({ actor }));
  return others.reduce((s, by) => (s.ticket.state === "disputed" ? s.when(settling(verdict), by) : s), story);
}

/** The account can be used again once its holder proves themselves: what is frozen is thawed by a T4 ticket of its own. */
export function usable(story: Story): Story {
  const later = unflagged(withFreshPeople(story).after(days(200)));
  return isShut(later.case, later.factsFor(ada)) ? thawed(later) : later;
}

/** A safety flag is lifted by two supervisors; until then the questions prove nothing. */
function unflagged(story: Story): Story {
  return lifters.reduce((s, actor) => {
    const id = actor.id.slice("staff:".length);
    const act = { reason: { id: `why-${id}`, commitment: aCommitment }, stepUp: `lift-${id}` };
    const stepped = s.stepsUp(id, act.stepUp, account, "lift-safety");
    return safetyOf(s.case.account) ? stepped.when(liftSafety(act), { actor }) : s;
  }, story);
}

/** A T4 ticket that opens a frozen account again, from its beginning to its link. */
export function thawed(story: Story): Story {
  const sent = atHoldsEnd(thawOnHold(story.on("t-thaw"))).when(endHold("g-thaw"), { actor: worker });
  return sent.when(redeem({ id: "g-thaw", generation: 1 }), { actor: anyone });
}

/** The same as far as its hold, which runs. */
export function thawOnHold(story: Story, signers: readonly Actor[] = fresh): Story {
  const ticket = story.about;
  const requester = requesterOf(ticket);
  const opening = open({ ticket, reference: "THAW", loss: lossOf.T1, thaw: true });
  const worked = withFreshPeople(story).when(opening, { actor: joe }).in("open").when(claim(), { actor: joe });
  const asked = serial(serial(worked, "d1", true, joe), "d2", true, joe).when(drawAnswers(0), { actor: requester });
  const packet = answers(asked, 2, requester).when(submit(), { actor: joe });
  const signed = signers.reduce((s, actor) => (s.ticket.state === "in_review" ? approvedBy(s, actor) : s), packet);
  return delivered(signed);
}

import { type Decide, decision, selves } from "./case";
import { type AppealAnswer, event, type Recorded } from "./event";
import { requesterTold } from "./tell-requester";
import type { Ticket } from "./ticket";
import { type Instant, lifetime } from "./time";

/** A requester's wish that somebody else looks at a rejection. */
export interface Appeal {
  /** Vault id of their words. */
  text: string;
  at: Instant;
  answer: AppealAnswer | null;
}

/** Folds an appeal into its ticket, which stays ended. */
export function foldAppeal(t: Ticket, e: Recorded): Ticket {
  if (e.type === "appeal.made") return { ...t, appeal: { text: e.data.appeal, at: e.at, answer: null } };
  if (e.type === "appeal.answered" && t.appeal) return { ...t, appeal: { ...t.appeal, answer: e.data.answer } };
  return t;
}

/** Asks for another look at a rejection: once, by its requester, within 30 days; not where an owner stopped it, for two people decided that. */
export function makeAppeal(a: { id: string; removed: number; commitment: string }): Decide {
  return decision("appeal.make", ["requester"], ({ ticket }, facts, now, refused) => {
    if (facts.actor.id !== `requester:${ticket.id}`) return refused("not-your-ticket");
    if (ticket.state !== "rejected" || ticket.disputedFrom !== null) return refused("nothing-to-appeal");
    if (ticket.appeal) return refused("already-appealed");
    if (now - (ticket.endedAt ?? 0) >= lifetime.endedPageMs) return refused("too-late-to-appeal");
    return [
      event("appeal.made", { appeal: a.id, removed: a.removed }, { text: a.commitment }),
      // Of who rejected it: such a flag is looked at by another human.
      event("flag.raised", { flag: "appeal", member: facts.rejecter ?? null }),
    ];
  });
}

/** Answers an appeal: a supervisor does who is not the human that rejected it, nor one with a hand in the case. */
export function answerAppeal(a: { answer: AppealAnswer; note: { id: string; commitment: string } | null }): Decide {
  return decision("appeal.answer", ["supervisor"], (c, facts, now, refused) => {
    const { ticket, account } = c;
    const flag = account?.flags?.find((f) => f.flag === "appeal" && f.ticket === ticket.id);
    if (!ticket.appeal || !flag) return refused("no-such-appeal");
    if (ticket.appeal.answer !== null || flag.reviewedAt !== null) return refused("already-looked-at");
    const people = selves(facts);
    const worked = people.some((id) => account?.hands[id]?.some((hand) => hand.ticket === ticket.id));
    if (worked || people.some((id) => id === flag.member)) return refused("own-case");
    if (!a.note) return refused("note-missing");
    return [
      event(
        "appeal.answered",
        { answer: a.answer, note: a.note.id, ...requesterTold(c, now) },
        { text: a.note.commitment },
      ),
      event("flag.reviewed", { seq: flag.seq, note: a.note.id }),
    ];
  });
}

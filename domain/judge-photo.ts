import { triesLeft } from "./budget";
import { type Case, type CaseFacts, type Decide, decision } from "./case";
import { event, type MatchResult } from "./event";
import { isTooNew } from "./joined";
import { cameBy, judgingTurnRefusal, secondPersonRefusal } from "./second-person";
import { staffIdOf } from "./staff";
import type { Ticket } from "./ticket";
import { channelOf, checkRefusal } from "./verify";

const mostPhotos = 5;

/** Adds a photo of a label for a second person to judge; it proves nothing until then. */
export function addPhoto(photo: { id: string; upload: string; commitment: string }): Decide {
  return decision("photo.add", ["agent", "requester"], (c, facts, _now, refused) => {
    const no = checkRefusal(c, facts);
    if (no) return refused(no);
    if (c.ticket.photos.length >= mostPhotos) return refused("too-many-photos");
    const { id, upload, commitment } = photo;
    return [event("photo.added", { photo: id, upload, channel: channelOf(facts) }, { upload: commitment })];
  });
}

export interface PhotoJudgement {
  photo: string;
  /** The judge saw the ticket's number beside the label, written by hand. */
  numbered: boolean;
  attempt: string;
  result: MatchResult;
  device: string | null;
  evidence: string;
}

/** A second person types what they read on the photo into the matcher; the agent who holds the ticket never judges. */
export function judgePhoto(j: PhotoJudgement): Decide {
  return decision("photo.judge", ["agent", "supervisor"], (c, facts, now, refused) => {
    const no = judgingRefusal(c, facts, j.photo);
    if (no) return refused(no);
    if (!j.numbered) return refused("ticket-number-unseen");
    const channel = cameBy(addedBy(c.ticket, j.photo));
    if (triesLeft(c.account, "photo", channel, now) < 1) return refused("too-many-photo-tries");
    const by = staffIdOf(facts.actor.id) ?? "";
    const tooNew = j.result === "match" && isTooNew(facts, facts.joined.device, now);
    const evidence = j.result === "match" && !tooNew ? j.evidence : null;
    return [
      event("photo.judged", {
        photo: j.photo,
        attempt: j.attempt,
        result: j.result,
        device: j.device,
        evidence,
        by,
        channel,
        numbered: j.numbered,
        ...(tooNew ? { tooNew } : {}),
      }),
    ];
  });
}

/** A second person says that a photo cannot be judged: no label, no hand-written ticket number, unreadable. */
export function declinePhoto(photo: string, reason: "unreadable" | "no-ticket-number" | "not-a-label"): Decide {
  return decision("photo.judge", ["agent", "supervisor"], (c, facts, _now, refused) => {
    const no = judgingRefusal(c, facts, photo);
    return no ? refused(no) : [event("photo.declined", { photo, by: staffIdOf(facts.actor.id) ?? "", reason })];
  });
}

const addedBy = (ticket: Ticket, id: string): string | undefined => ticket.photos.find((p) => p.id === id)?.addedBy;

function judgingRefusal(c: Case & { ticket: Ticket }, facts: CaseFacts, id: string): string | null {
  const no = judgingTurnRefusal(c, facts);
  if (no) return no;
  const photo = c.ticket.photos.find((p) => p.id === id);
  if (!photo) return "no-such-photo";
  return photo.result === null ? secondPersonRefusal(c, facts, photo.addedBy) : "photo-already-judged";
}

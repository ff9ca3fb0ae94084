import { type Decide, roleRefusal } from "./case";
import { event, refuse } from "./event";
import { type Instant, lifetime } from "./time";

/** A search that found one account. */
export interface Lookup {
  seq: number;
  at: Instant;
  /** The actor, as entries name them. */
  actor: string;
  account: string;
}
/** What a member did for an account: a part in a ticket of it, or a word of theirs on erasing it. */
export interface TicketPart {
  actor: string;
  account: string;
  /** The entry that gave it. */
  seq: number;
  at: Instant;
  /** It is a ticket's, which has not ended. */
  live: boolean;
}

/**
 * Searches that found an account and led to no ticket: an hour is over, and in it their finder neither opened one for that
 * account nor began to work on one, nor had a live one of it before. Of one finder and account the first search stands for all.
 */
export function strayLookups(lookups: readonly Lookup[], parts: readonly TicketPart[], now: Instant): Lookup[] {
  const over = lookups.filter((one) => now - one.at >= lifetime.lookupMs && !parts.some((p) => explains(p, one)));
  return over.filter((one, i) => over.findIndex((o) => o.actor === one.actor && o.account === one.account) === i);
}

function explains(part: TicketPart, { actor, account, seq, at }: Lookup): boolean {
  if (part.actor !== actor || part.account !== account) return false;
  return part.seq > seq ? part.at - at < lifetime.lookupMs : part.live;
}

/** Flags, about the member who searched, that an account was found and no ticket opened for it: the worker's alone. */
export function flagLookup(member: string): Decide {
  return ({ account }, facts) => {
    const no = roleRefusal(["worker"], facts) ?? (account?.erased ? "account-erased" : null);
    return no ? refuse("lookup.flag", no) : [event("flag.raised", { flag: "lookup-without-ticket", member })];
  };
}

import type { Role } from "domain/staff";
import type { QueueView } from "domain/view";
import type { Count, Place } from "../shell/desk";
import { countOf } from "./amounts";

export const productName = "Countersign";
export const skipWords = "Skip to the page";
export const menuWord = "Menu";
export const staffNav = "Desk";
export const signOutWord = "Sign out";
export const savedViewsTitle = "Saved views";
export const returnedWord = "Returned";
export const copyWords = (what: string): string => `Copy ${what}`;
export const copiedWord = "Copied";

export const placeWords: Record<Place, string> = {
  queue: "Queue",
  new: "New ticket",
  approvals: "Approvals",
  safety: "Safety",
  flags: "Flags",
  trail: "Trail",
  exports: "Exports",
  checkpoints: "Checkpoints",
  readers: "Readers",
  glass: "Break-glass",
  reports: "Reports",
  "second-reviews": "Second reviews",
  imports: "Imports",
  policies: "Policies",
  erasures: "Erasures",
  deliveries: "Deliveries",
};

/** A count that may be cut off: "42", "999+". */
export const countWords = ({ n, capped }: Count): string => `${n}${capped ? "+" : ""}`;

export const queueWords = {
  asked: "Asked in the portal",
  columns: {
    ticket: "Ticket",
    holder: "Holder",
    lost: "Lost",
    tier: "Tier",
    state: "State",
    next: "Next step",
    waiting: "Waiting",
  },
  size: ({ n, capped }: Count): string => (capped ? `${n}+ tickets` : countOf(n, "ticket", "tickets")),
  oldest: "oldest",
  anyLoss: "Lost: any",
  anyTier: "Tier: any",
  anyRegion: "Region: any",
  loss: "Lost",
  tier: "Tier",
  region: "Region",
  filter: "Filter",
  clear: "Clear",
  older: "Older",
  newer: "Newer",
  find: "Find a ticket or an account, exactly",
  findBy: "Find by",
  findHint: "Whole, as they say it",
  findButton: "Find",
  with: (name: string): string => `with ${name}`,
  others: "not yours to open",
  you: "with you",
  until: "until",
  old: "old",
  rows: "Tickets",
  views: "Views",
  pages: "Pages",
  keys: { move: "move", open: "open", claim: "claim", all: "all keys" },
};

export const emptyWords: Record<QueueView, { title: string; body: string }> = {
  all: { title: "No tickets are live", body: "New requests appear here by themselves." },
  mine: { title: "Nothing is yours right now", body: "Claim the oldest ticket that no one has." },
  unclaimed: { title: "Every ticket has someone", body: "New requests appear here by themselves." },
  waiting: { title: "No one is being waited for", body: "Tickets come here when the requester is next." },
  "in-review": { title: "Nothing is in review", body: "Submitted tickets wait here for a supervisor." },
  "hold-ending": { title: "No hold ends soon", body: "A ticket comes here on the last day of its hold." },
  disputed: { title: "Nothing is disputed", body: "A ticket comes here the moment an old contact says stop." },
  ended: {
    title: "Nothing has ended yet",
    body: "Completed, rejected, cancelled and expired tickets stay here to be read.",
  },
};
/** An empty "Mine" before someone whose role claims no tickets. */
export const emptyMineWords = {
  title: "Nothing is yours right now",
  body: "Tickets are claimed by agents; what you decide on waits under Approvals.",
};
export const emptyFiltered = {
  title: "Nothing fits this filter",
  body: "There may be tickets with other losses, tiers or regions.",
};

/** Where an empty view sends its reader. */
export const emptyLink: Record<Role, string> = {
  agent: "See unclaimed tickets",
  supervisor: "See what waits for approval",
  auditor: "Open the trail",
  admin: "Open imports",
};

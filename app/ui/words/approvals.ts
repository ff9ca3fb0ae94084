import type { Count } from "../shell/desk";
import { numberWord } from "./amounts";

/** Words of the list of packets, and of a packet's place in it. */
export const approvals = {
  title: "Approvals",
  waiting: ({ n, capped }: Count): string =>
    n === 0 ? "nothing waits" : `${n}${capped ? "+" : ""} ${n === 1 ? "ticket waits" : "tickets wait"} for a decision`,
  columns: {
    ticket: "Ticket",
    holder: "Holder",
    lost: "Lost",
    tier: "Tier",
    approvals: "Countersigned",
    state: "State",
    waiting: "Waiting",
  },
  count: (n: number, of: number): string => `${n} of ${of}`,
  empty: { title: "Nothing waits for you", body: "Tickets appear here when an agent submits them." },
  next: "Next",
  pages: "Pages",
  previous: "Earlier ones",
  following: "Later ones",
  of: (n: number, total: number): string => `${n} of ${total}`,
  nth: (given: number, needed: number): string => {
    if (needed === 1) return given === 0 ? "One signature" : "Countersigned";
    return given === 0 ? `First of ${numberWord(needed)}` : given < needed ? "Second of two" : "Countersigned";
  },
};

import type { DisputeVerdict } from "domain/event";
import type { Count } from "../shell/desk";
import { numberWord } from "./amounts";
import { verdictWords } from "./disputes";

/** Words of the list of packets, and of a packet's place in it. */
export const approvals = {
  title: "Approvals",
  waiting: ({ n, capped }: Count, holds: boolean): string => {
    if (n === 0) return holds ? "nothing waits for a decision; these are holds you may stop" : "nothing waits";
    const waits = `${n}${capped ? "+" : ""} ${n === 1 ? "ticket waits" : "tickets wait"} for a decision`;
    return holds ? `${waits}; below, holds you may stop` : waits;
  },
  columns: {
    ticket: "Ticket",
    holder: "Holder",
    lost: "Lost",
    tier: "Tier",
    approvals: "Countersigned",
    state: "State",
    waiting: "Waiting",
  },
  count: (n: number, of: number, lapsed: number): string => `${n} of ${of}${lapsedWords(lapsed)}`,
  decided: (wish: DisputeVerdict | null): string =>
    wish === null ? "0 of 2 decided" : `1 of 2 would ${verdictWords[wish].would}`,
  lapsed: "countersigned; lapsed after 24 h",
  pressed: "Agent pressed",
  empty: { title: "Nothing waits for you", body: "Tickets appear here when an agent submits them." },
  next: "Next",
  pages: "Pages",
  previous: "Earlier ones",
  following: "Later ones",
  of: (n: number, total: number): string => `${n} of ${total}`,
  /** What this reader's signature would be, or, of one who may not give any, how many there are. */
  nth: ({ given, needed, lapsed, mayApprove }: Given): string => {
    if (given >= needed) return "Countersigned";
    if (!mayApprove) return `${given} of ${needed} countersigned${lapsedWords(lapsed)}`;
    if (needed === 1) return `One signature${lapsedWords(lapsed)}`;
    return `You would be the ${ordinals[given] ?? "next"} of ${numberWord(needed)}${lapsedWords(lapsed)}`;
  },
};

interface Given {
  given: number;
  needed: number;
  lapsed: number;
  mayApprove: boolean;
}
const ordinals = ["first", "second", "third"];
const lapsedWords = (n: number): string => (n === 0 ? "" : `, ${numberWord(n)} lapsed`);

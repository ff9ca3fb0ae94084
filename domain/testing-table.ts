import type { Tier } from "./loss";
import type { Shipped } from "./policies";

/**
 * What opens which tier, written by hand from the tables of the policy and sharing nothing with the code that judges: each
 * line is a least set of proofs, and a tier is open to whoever has all of one line. `1`, `2`, `3` are so many distinct devices
 * in whatever form; `w` says that one of them was proven by its whole label, `p` by a photo of its label.
 */
export const leastSets: Record<Shipped, Record<Tier, readonly string[]>> = {
  standard: {
    T1: ["1", "ans2", "code", "saved", "vouch"],
    T2: [
      "1w ans2",
      "2 ans2",
      "1 ans2 purchase",
      "1 ans3",
      "1 code",
      "1 saved",
      "1w vouch",
      "2 vouch",
      "1 vouch purchase",
      "ans2 code",
      "ans2 saved",
      "ans2 vouch",
      "code vouch",
      "saved vouch",
    ],
    T3: ["code 1", "code ans2", "code vouch", "saved 1", "saved ans2", "saved vouch"],
    T4: [
      "1w ans2",
      "2 ans2",
      "1 ans2 purchase",
      "1 ans3",
      "1 saved",
      "1w vouch",
      "2 vouch",
      "1 vouch purchase",
      "ans2 code",
      "ans2 saved",
      "ans2 vouch",
      "code vouch",
      "saved vouch",
    ],
  },
  strict: {
    T1: [
      "code",
      "saved",
      "vouch ans2",
      "vouch purchase",
      "vouch 1",
      "ans3 purchase",
      "3 ans3",
      "2w ans3",
      "1p ans3",
      "3w ans2",
      "2p ans2",
      "3 purchase",
      "2w purchase",
      "1p purchase",
      "1 ans2 purchase",
    ],
    T2: [
      "code vouch",
      "code ans2 2",
      "code ans2 1w",
      "code ans2 1p",
      "code ans3 1",
      "code 3w",
      "code 2p",
      "code purchase 1",
      "code purchase ans2",
      "saved ans2",
      "saved 2",
      "saved 1w",
      "saved 1p",
      "saved vouch",
      "saved purchase 1",
      "vouch ans3 3w",
      "vouch ans3 2p",
      "vouch ans2 3p",
      "vouch purchase 3w",
      "vouch purchase 2p",
      "vouch purchase ans2 2",
      "vouch purchase ans2 1w",
      "vouch purchase ans2 1p",
      "vouch purchase ans3 1",
    ],
    T3: [
      "code vouch 1",
      "code vouch ans2",
      "code vouch purchase",
      "code ans3 3",
      "code ans3 2w",
      "code ans3 1p",
      "code ans2 3w",
      "code ans2 2p",
      "code purchase 3",
      "code purchase 2w",
      "code purchase 1p",
      "code purchase ans3",
      "code purchase ans2 1",
      "saved vouch",
      "saved 3w",
      "saved 2p",
      "saved ans2 2",
      "saved ans2 1w",
      "saved ans2 1p",
      "saved ans3 1",
      "saved purchase 1",
      "saved purchase ans2",
    ],
    T4: [
      "saved 1 ans2",
      "saved vouch 1",
      "saved vouch ans2",
      "vouch code 1",
      "vouch code ans2",
      "vouch ans3 3w",
      "vouch ans3 2p",
      "vouch ans2 3p",
      "vouch purchase ans3 1",
      "vouch purchase ans2 2",
      "vouch purchase ans2 1w",
      "vouch purchase ans2 1p",
    ],
  },
};

/** What a ticket was given, each thing once. */
export interface Given {
  /** How each device was proven, by device. */
  devices: Record<string, { whole: boolean; photo: boolean }>;
  /** Security answers right, 0 for none that count. */
  right: 0 | 2 | 3;
  has: ReadonlySet<"code" | "saved" | "vouch" | "purchase">;
}

/** Whether the table opens a tier to who gave this. */
export const isOpen = (policy: Shipped, tier: Tier, given: Given): boolean =>
  leastSets[policy][tier].some((line) => line.split(" ").every((token) => holds(token, given)));

function holds(token: string, { devices, right, has }: Given): boolean {
  if (token === "ans2") return right >= 2;
  if (token === "ans3") return right === 3;
  const [, count, how] = /^([123])([wp]?)$/.exec(token) ?? [];
  if (count === undefined) return [...has].some((one) => one === token);
  const all = Object.values(devices);
  const enough = all.length >= Number(count);
  return enough && (how === "" || all.some((d) => (how === "w" ? d.whole : d.photo)));
}

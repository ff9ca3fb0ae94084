import type { Tier } from "domain/loss";
import type { FactorClass, Policy } from "domain/policy";
import type { PolicyFact, RaiseName } from "domain/policy-facts";
import { countOf, lengthWords, orWords } from "./amounts";

/** What is worth points, as a list has it. */
export const pointsWords: Record<keyof Policy["points"], string> = {
  serialWhole: "Whole label of a device",
  serialShort: "Short serial of a device",
  furtherDevice: "Each further device",
  photo: "Photo of a label",
  twoAnswers: "Two answers right",
  threeAnswers: "Three answers right",
  savedCode: "Saved recovery code",
  contactCode: "Code to a registered contact",
  vouch: "Someone who vouches",
  proofOfPurchase: "Proof of purchase",
};
export const capWords: Record<FactorClass, string> = {
  device: "All devices together",
  knowledge: "All answers together",
  possession: "All codes together",
  vouch: "All who vouch together",
};
const factorNames: Record<string, string> = {
  serial: "a serial",
  photo: "a photo of a label",
  answers: "security answers",
  "contact-code": "a code to a registered contact",
  "saved-code": "a saved recovery code",
  vouch: "someone who vouches",
  purchase: "a proof of purchase",
};
const tierNames = { points: "points asked", classes: "kinds of proof", approvals: "approvals" } as const;
const raiseWithin: Record<RaiseName, string> = {
  recovered: "Raised a tier after a recovery, within",
  decided: "Tickets rejected, disputed or completed, within",
  any: "Tickets of any kind, within",
  "contact-changed": "Raised a tier after a contact changed, within",
  "contact-elsewhere": "Raised a tier where the new contact was in another account's ticket, within",
};
const raiseCount = {
  decided: "Raised a tier from so many tickets rejected, disputed or completed",
  any: "Raised a tier from so many tickets of any kind",
};
const fresh = { evidence: "Evidence counts for", code: "What rests on a code counts for" };
const nothing = "nothing";

/** The demand of a tier: "a saved recovery code or someone who vouches". */
export const demandWords = (oneOf: readonly string[] | null): string =>
  oneOf === null ? nothing : orWords(oneOf.map((factor) => factorNames[factor] ?? factor));

/** A hold's length, or that there is none. */
export const holdWords = (ms: number): string => (ms === 0 ? "none" : lengthWords(ms));

/** What a fact is about: "T4 hold below 60 points". */
export function factLabel(fact: PolicyFact): string {
  switch (fact.of) {
    case "name":
      return "Name";
    case "points":
      return pointsWords[fact.name];
    case "cap":
      return capWords[fact.name];
    case "tier":
      return `${fact.tier} ${tierNames[fact.name]}`;
    case "demand":
      return `${fact.tier} demands`;
    case "dynamic":
      return `${fact.tier} asks for a proof that is new each time`;
    case "hold":
      return `${fact.tier} hold${rangeWords(fact.from, fact.below)}`;
    case "contact-age":
      return "Contacts, devices and answers count after";
    case "password":
      return "Shortest password";
    case "composition":
      return "Passwords mix capital and small letters, digits and signs";
    case "reminder":
      return "Holders are reminded to choose a new password after";
    case "fresh":
      return fresh[fact.name];
    case "raise-within":
      return raiseWithin[fact.name];
    case "raise-count":
      return raiseCount[fact.name];
  }
}

function rangeWords(from: number, below: number | null): string {
  if (below === null) return from === 0 ? "" : ` from ${from} points`;
  return from === 0 ? ` below ${below} points` : ` from ${from} to below ${below} points`;
}

/** What a fact says: "25 points", "7 days". */
export function factValue(fact: PolicyFact): string {
  switch (fact.of) {
    case "name":
      return fact.value;
    case "points":
      return countOf(fact.value, "point", "points");
    case "cap":
      return `at most ${countOf(fact.value, "point", "points")}`;
    case "tier":
      return String(fact.value);
    case "demand":
      return demandWords(fact.value);
    case "dynamic":
    case "composition":
      return fact.value ? "yes" : "no";
    case "reminder":
      return fact.value === null ? "never" : countOf(fact.value, "day", "days");
    case "hold":
      return holdWords(fact.value);
    case "contact-age":
    case "fresh":
    case "raise-within":
      return lengthWords(fact.value);
    case "raise-count":
      return countOf(fact.value, "ticket", "tickets");
    case "password":
      return countOf(fact.value, "character", "characters");
  }
}

/** The tiers by what they are for, inside a heading. */
export const tierHeadings: Record<Tier, string> = {
  T1: "T1, password only",
  T2: "T2, second factor removed",
  T3: "T3, one contact replaced",
  T4: "T4, total loss",
};

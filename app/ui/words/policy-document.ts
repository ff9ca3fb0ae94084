import type { DocumentProblem } from "domain/policy-document";
import type { Describe } from "domain/policy-schema";
import { demands } from "domain/policy-shape";
import { countOf, lengthWords, orWords } from "./amounts";
import { capWords, demandWords, pointsWords } from "./policy-facts";

const tierTitles: Record<string, string> = {
  T1: "T1: a lost password, with a contact that answers",
  T2: "T2: a lost second factor",
  T3: "T3: one contact replaced, another one answers",
  T4: "T4: total loss",
};
const fields: Record<string, { title: string; description?: string }> = {
  "": {
    title: "A verification policy",
    description:
      "Points, caps and thresholds by which a ticket's evidence is judged. Bounds are the product's floors: no desk can go below them. Beyond this schema, the desk checks that every tier can be reached, that rows of holds fall, and that a short serial counts for no more than a whole one.",
  },
  "/id": { title: "Name", description: "Small letters, digits and hyphens: standard, night-desk." },
  "/version": {
    title: "Version",
    description: "One more than the last version of this name; a new name begins with 1.",
  },
  "/points": { title: "What each proof is worth" },
  "/caps": { title: "The most that one kind of proof is worth" },
  "/tiers": { title: "What each tier asks for" },
  "/contactCodeAgeMs": {
    title: "How long a contact, a device or an answer must be on file to prove anything",
    description: "In milliseconds, whole hours; 7 days (604800000) at least.",
  },
  "/passwordMinLength": { title: "Shortest password", description: "In characters; 8 at least." },
  "/passwords": {
    title: "More about passwords",
    description: "It may be left out: then no kinds are mixed and nobody is reminded.",
  },
  "/passwords/composition": { title: "A capital letter, a small letter, a digit and a sign in each" },
  "/passwords/reminderDays": {
    title: "A reminder to choose a new one",
    description: "After so many days, 30 at least; null for none. It keeps nobody out.",
  },
  "/freshness": { title: "How long proof counts" },
  "/freshness/evidenceMs": { title: "Evidence", description: "In milliseconds, whole hours; 72 hours at most." },
  "/freshness/codeMs": {
    title: "What rests on a code or a vouch",
    description: "In milliseconds, whole hours; 24 hours at most.",
  },
  "/raise": { title: "What raises a ticket by one tier" },
  "/raise/recoveredWithinMs": {
    title: "After a recovery of the account, for",
    description: "In milliseconds; 90 days at least.",
  },
  "/raise/decided": { title: "Tickets of the account that were rejected, disputed or completed" },
  "/raise/any": { title: "Tickets of the account of any kind" },
  "/raise/contactChangedWithinMs": {
    title: "After a contact of the account changed, for",
    description: "In milliseconds; 30 days at least.",
  },
  "/raise/contactElsewhereWithinMs": {
    title: "After the new contact was named in another account's ticket, for",
    description: "In milliseconds; 180 days.",
  },
};
const raiseFields: Record<string, { title: string; description: string }> = {
  count: { title: "From so many on", description: "2 at most of those that were decided, 3 at most of any kind." },
  withinMs: { title: "Within", description: "In milliseconds; 30 days at least, 180 at most." },
};
const tierFields: Record<string, { title: string; description?: string }> = {
  points: { title: "Points asked" },
  classes: {
    title: "Kinds of proof asked",
    description:
      "Of device, knowledge, possession and vouch. From T2 up two at least, one of them knowledge, possession or vouch.",
  },
  approvals: { title: "Supervisors who approve", description: "One at least, two for T4." },
  hold: {
    title: "The hold after the approval, by points reached",
    description:
      "Rows in falling order of points; the first whose points are reached counts, and the last begins at 0. 24 hours at least for T2 and T3, 72 for T4.",
  },
  "hold/-": { title: "One row" },
  "hold/-/fromPoints": { title: "From so many points" },
  "hold/-/ms": { title: "The hold", description: "In milliseconds, whole hours: 86400000 is 24 hours." },
  oneOf: {
    title: "One of these proofs is demanded",
    description:
      "A code to a registered contact or a saved code (always for T3); answers, a vouch or a saved code; a saved code or a vouch (for T4 one of these two). null demands none.",
  },
  "oneOf/-": { title: "A proof" },
  dynamic: { title: "Asks for a proof that is new each time", description: "A code, or someone who vouches." },
};

/** What an editor says of a place in a policy document. */
export const describePolicy: Describe = (at) => {
  const own = fields[at];
  if (own) return own;
  const [, group = "", name = "", ...rest] = at.split("/");
  if (group === "points" && isKey(pointsWords, name)) return { title: pointsWords[name] };
  if (group === "caps" && isKey(capWords, name)) return { title: capWords[name] };
  if (group === "raise") return raiseFields[rest[0] ?? ""] ?? null;
  if (group !== "tiers") return null;
  return rest.length === 0 ? { title: tierTitles[name] ?? name } : (tierFields[rest.join("/")] ?? null);
};

const isKey = <T extends object>(record: T, name: string): name is Extract<keyof T, string> =>
  Object.hasOwn(record, name);

/** What a place of a document is, as a lead for what is wrong there: "Shortest password:"; nothing where it has no name. */
export function placeWords(at: string): string {
  const told = at === "" ? null : describePolicy(at.replaceAll(/\/\d+(?=\/|$)/g, "/-"));
  return told ? `${told.title}:` : "";
}

/** What is wrong with a document, in a sentence; where it is stands before it. */
export function problemSentence(p: DocumentProblem): string {
  const bound = "bound" in p ? (p.bound ?? 0) : 0;
  const amount = /Ms$|\/ms$/.test(p.at) ? `${bound} (${bound === 0 ? "none" : lengthWords(bound)})` : String(bound);
  switch (p.what) {
    case "not-json":
      return "This is no JSON. Look for a comma or a bracket that is missing or too many.";
    case "not-whole":
      return "This must be a whole number.";
    case "too-small":
      return `This must be at least ${amount}: no policy goes below.`;
    case "too-large":
      return `This must be at most ${amount}.`;
    case "not-in-steps":
      return "This must be whole hours, in milliseconds: one hour is 3600000.";
    case "not-a-name":
      return `This must be a name of small letters, digits and single hyphens, ${bound} characters at most.`;
    case "not-a-flag":
      return "This must be true or false.";
    case "not-offered":
      return `This must be one of ${orWords((p.offered ?? []).map((word) => `"${word}"`))}.`;
    case "not-an-object":
      return "This must be an object, in braces.";
    case "missing":
      return "This is missing.";
    case "unknown":
      return "A policy has no such field. Look at the spelling, or take it out.";
    case "not-a-list":
      return "This must be a list, in brackets.";
    case "too-few":
      return `This must have at least ${countOf(bound, "item", "items")}.`;
    case "too-many":
      return `This must have at most ${countOf(bound, "item", "items")}.`;
    case "twice":
      return "This stands in the list twice.";
    default:
      return lawSentences(p.what, bound);
  }
}

function lawSentences(what: Exclude<DocumentProblem["what"], "not-json">, bound: number): string {
  switch (what) {
    case "short-over-whole":
      return "A short serial cannot count for more than the whole label it is a part of.";
    case "two-over-three":
      return "Two answers cannot count for more than three.";
    case "rows-not-falling":
      return "Rows begin with the most points: this one must begin with fewer than the one before.";
    case "no-last-row":
      return "The last row must begin at 0 points, so that every ticket has a hold.";
    case "more-proof-waits-longer":
      return "Fewer points cannot wait less than more: this hold must be as long as the one before, or longer.";
    case "demand-unknown":
      return `This must be one of the demands that an agent can be told of: ${demands.map(demandWords).join("; ")}. T3 takes the first, T4 the second or third, T1 and T2 any or null.`;
    case "demand-worthless":
      return "None of these is worth a point, so that what is demanded would count for nothing.";
    case "points-not-reachable":
      return `Nobody can reach this: all proofs together come to ${countOf(bound, "point", "points")}.`;
    case "classes-not-reachable":
      return `Nobody can bring so many kinds: ${countOf(bound, "kind is", "kinds are")} worth anything.`;
    case "dynamic-not-reachable":
      return "No proof that is new each time is worth a point.";
    default:
      return "This cannot be taken as it is.";
  }
}

/**
 * The facts a sentence is made of: the fields of the event's data as they are, a list by its length, an object's fields
 * one level up; `mask` where the event names a contact, `name` where it names a member of staff.
 */
export type Facts = Record<string, string | number | boolean | null>;
/** One line of a story: `lead` stands alone, `rest` says more and may be missing. */
export interface Sentence {
  lead: string;
  rest: string | null;
}
/** What a story line gives to be told. */
export interface Told {
  type: string;
  who: string;
  facts: Facts;
}
export type Teller = (facts: Facts, who: string) => Sentence;

/** A sentence that stands alone, or with more after it. */
export const tell = (lead: string, rest: string | null = null): Sentence => ({ lead, rest });

/** The facts of an entry's data, for a reader who has the data itself. */
export function factsOf(data: Record<string, unknown>): Facts {
  const facts: Facts = {};
  for (const [name, value] of Object.entries(data)) {
    if (Array.isArray(value)) facts[name] = value.length;
    else if (isScalar(value)) facts[name] = value;
    else if (typeof value === "object" && value !== null) Object.assign(facts, scalarsOf(value));
  }
  return facts;
}

function scalarsOf(value: object): Facts {
  const entries = Object.entries(value).map(([name, inner]) => [name, Array.isArray(inner) ? inner.length : inner]);
  return Object.fromEntries(entries.filter(([, inner]) => isScalar(inner)));
}

const isScalar = (value: unknown): value is string | number | boolean | null =>
  value === null || ["string", "number", "boolean"].includes(typeof value);

const rightToLeft = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** A name or mask inside a sentence: isolated when it runs from right to left, so that the sentence keeps its order. */
export const inline = (text: string): string => (rightToLeft.test(text) ? `\u2068${text}\u2069` : text);

/** A fact as text, or the words that stand for it when it is missing. */
export function textOf(facts: Facts, name: string, otherwise: string): string {
  const value = facts[name];
  return value === null || value === undefined || value === "" ? otherwise : inline(String(value));
}

/** A fact as a number, 0 when it is missing. */
export const numberOf = (facts: Facts, name: string): number => (typeof facts[name] === "number" ? facts[name] : 0);

import { z } from "zod";

// Said before the first schema is made: no code is generated at run time, which a strict CSP would report.
z.config({ jitless: true });

/** The longest text that may stand in an entry's data. */
const longest = 200;

/** An id, or a few joined by `.` or `:`; no spaces and no `@`, so that neither words nor addresses pass. */
export const id = z
  .string()
  .max(longest)
  .regex(/^[A-Za-z0-9][A-Za-z0-9._:/-]*$/, "is no id");
/** A kebab-case reason, act or view; a dot joins the noun and verb of a command. */
export const word = z
  .string()
  .max(60)
  .regex(/^[a-z0-9]+(?:[-.+][a-z0-9]+)*$/, "is no kebab-case word");
/** A SHA-256, or a packet's hash, in hex. */
export const digest = z.string().regex(/^[0-9a-f]{64}$/, "is no SHA-256 in hex");
/** A whole number below 2^53, 0 or more: a count, a generation, an instant or a length of time. */
export const count = z.int().min(0);
/** The name of a key that signs notes: no space, no plus. */
export const keyName = z
  .string()
  .max(longest)
  .regex(/^[A-Za-z0-9][A-Za-z0-9._:/-]*$/, "is no key name");
/** A verifier key of C2SP signed-note: NAME+ID+base64. */
export const verifierKey = z
  .string()
  .max(300)
  .regex(/^[A-Za-z0-9][A-Za-z0-9._:/-]*\+[0-9a-f]{8}\+[A-Za-z0-9+/]+=*$/, "is no verifier key");
export const flag = z.boolean();
/** A list no entry may overflow with. */
export const listOf = <T extends z.ZodType>(one: T) => z.array(one).max(100);

/** An enum that does not compile when one of the type's words is left out. */
export const every =
  <T extends string>() =>
  <const A extends readonly [T, ...T[]]>(words: [T] extends [A[number]] ? A : never): z.ZodType<T> =>
    z.enum(words as unknown as readonly [T, ...T[]]) as unknown as z.ZodType<T>;

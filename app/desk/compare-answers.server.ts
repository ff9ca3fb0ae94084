import { hash as argon2, verify as verifyArgon2 } from "@node-rs/argon2";
import type { AnswerOf, Secrets } from "~/secrets.server";
import { sameText } from "./secret-compare.server";

const soft = "h1:";
const hard = "a1:";
/** 19 MiB, two passes, one lane: OWASP's first choice for argon2id. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** A hash that no answer has: what is compared where none is on file, so that it takes as long. */
export const nobodysHash =
  "a1:$argon2id$v=19$m=19456,t=2,p=1$Qpgb0vB41A4lsPAKxuZJnA$4B+7g+LFyqyvrUxrJZvGm1B+vVugPQ7EnQ6xbZ2P190";

/** The keyed hash of a normalised answer as it is stored until it is hardened: `h1:` and 64 hex digits. */
export const softHash = (secrets: Pick<Secrets, "answer">, of: AnswerOf, normalised: string): string =>
  soft + secrets.answer(of, normalised);

/** A stored keyed hash wrapped in argon2id: `a1:` and the encoded string; null for one that is wrapped already. */
export async function hardHash(stored: string): Promise<string | null> {
  return stored.startsWith(soft) ? hard + (await argon2(stored.slice(soft.length), cost)) : null;
}

/** Whether a normalised answer is the stored one, hardened or not; an empty one never is. */
export async function compareAnswer(
  stored: AnswerOf & { hash: string },
  normalised: string,
  secrets: Pick<Secrets, "answer">,
): Promise<boolean> {
  const keyed = secrets.answer(stored, normalised);
  const same = stored.hash.startsWith(hard)
    ? await verifyArgon2(stored.hash.slice(hard.length), keyed)
    : sameText(stored.hash, soft + keyed);
  return same && normalised !== "";
}

import type { Door } from "~/door.server";
import { holderHash } from "~/facts.server";
import { verifyPassword } from "~/passwords.server";

/** A password that a signed-in holder types anew, and from where. */
export interface OwnPassword {
  password: string;
  source: string;
}

/** Whether it is theirs; null where it was typed too often, whatever for: a thief with a session guesses ten times, and not ten times at each form. */
export async function isOwnPassword(
  door: Door,
  account: string,
  { password, source }: OwnPassword,
): Promise<boolean | null> {
  const name = `own ${account}`;
  if (!door.guesses.take(name, source, door.clock.now())) return null;
  const isRight = await verifyPassword(await holderHash(door, account), password, "holder");
  if (isRight) door.guesses.forgive(name, source);
  return isRight;
}

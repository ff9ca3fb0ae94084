import type { Door } from "~/door.server";
import { holderHash } from "~/facts.server";
import { verifyPassword } from "~/passwords.server";

/** A password that was typed, and from where. */
export interface OwnPassword {
  password: string;
  source: string;
}

/** Compares the password that a signed-in holder gives anew: one budget of tries for whatever it is given for. */
export async function compareOwnPassword(
  door: Door,
  account: string,
  typed: OwnPassword,
): Promise<"right" | "wrong" | "too-many-passwords"> {
  const name = `own ${account}`;
  if (!door.guesses.take(name, typed.source, door.clock.now())) return "too-many-passwords";
  if (!(await verifyPassword(await holderHash(door, account), typed.password, "holder"))) return "wrong";
  door.guesses.forgive(name, typed.source);
  return "right";
}

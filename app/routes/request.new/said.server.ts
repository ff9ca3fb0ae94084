import { type Hand, hands } from "domain/ask";
import { readCookie, setCookie, sign, verify } from "~/cookies.server";
import type { Context } from "~/visitor.server";

export const lostKinds = ["email", "phone", "secondFactor", "password"] as const;
export type LostKind = (typeof lostKinds)[number];
/** What somebody said so far who asks for help, as their browser keeps it: signed, so that no page shows anything it was not told. */
export interface Said {
  lost: LostKind[];
  /** Null while it was not asked. */
  hand: Hand[] | null;
  name: string;
  contact: string;
  /** Of the request once it was made. */
  reference: string;
}

/** What a Cookie header says, or nothing yet. */
export function saidIn({ door }: Pick<Context, "door">, request: Request): Said {
  const cookie = readCookie(door.config, request.headers.get("cookie"), "cs-ask");
  const said = verify(door.secrets, "cs-ask", cookie, door.clock.now());
  const listed = (text: string | undefined) => (text ?? "").split(" ");
  return {
    lost: lostKinds.filter((one) => listed(said?.lost).includes(one)),
    hand: said?.hand === undefined ? null : hands.filter((one) => listed(said.hand).includes(one)),
    name: said?.name ?? "",
    contact: said?.contact ?? "",
    reference: said?.reference ?? "",
  };
}

/** The Set-Cookie header that keeps it. */
export function keepSaid({ door }: Pick<Context, "door">, { lost, hand, ...rest }: Said): string {
  const payload = { ...rest, lost: lost.join(" "), ...(hand ? { hand: hand.join(" ") } : {}) };
  return setCookie(door.config, "cs-ask", sign(door.secrets, "cs-ask", payload, door.clock.now()));
}

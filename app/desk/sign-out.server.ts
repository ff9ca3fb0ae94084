import { signOut as decideSignOut } from "domain/member";
import { staffIdOf } from "domain/staff";
import type { House } from "~/door.server";
import { endSession } from "~/staff.server";
import type { Who } from "./case.server";

/** Ends the acting member's session: the entry first, then the row, so that no session ends unseen. */
export async function signOut(house: House, who: Who, session: string): Promise<void> {
  const staff = staffIdOf(who.actor.id);
  if (staff)
    await house.door.ledger.enact({
      stream: "staff",
      id: staff,
      actor: who.actor,
      request: who.request,
      decide: decideSignOut("self"),
    });
  await endSession(house, session);
}

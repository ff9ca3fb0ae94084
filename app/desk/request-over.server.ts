import { refuse } from "domain/event";
import { isShownOver } from "domain/view-asked";
import { type Door, loadCaseFacts } from "~/door.server";
import { ledgerNow } from "~/facts.server";
import { type CaseRef, caseNow, enactCase, type Who } from "./case.server";

/**
 * Why nothing is done any more for a requester whose page says that their request is over, or null. It is one refusal, whatever they
 * ask for and whether the desk, an owner or time ended it: a rule's own would tell that there is an account, and that it was just stopped.
 */
export async function overRefusal(door: Door, who: Who, ref: CaseRef): Promise<string | null> {
  const c = await caseNow(door, ref);
  const facts = await loadCaseFacts(door.reader.sql, c, ref.account, who.actor, await ledgerNow(door));
  if (!c.ticket || !isShownOver({ ...c, ticket: c.ticket }, facts)) return null;
  // A form that was taken before, and is sent twice, finds that it was.
  return (await enactCase(door, who, ref, () => refuse("portal.act", "ticket-ended"))).refused;
}

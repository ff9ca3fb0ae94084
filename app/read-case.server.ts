import { readCase, type WhichTicket } from "db/read/case";
import { staffIdsOf, textIdsOf } from "db/read/case-vault";
import { staffNames } from "db/read/names";
import { asTheyLeftIt } from "domain/as-left";
import { mayRead, partingActs, type Sight } from "domain/may-read";
import type { Actor } from "domain/staff";
import type { Viewer } from "domain/view";
import type { CaseReading } from "domain/view-case";
import { withoutAddresses } from "domain/view-hidden";
import type { Door } from "./door.server";
import { standInWords } from "./question-words.server";
import { whoWords } from "./ui/words/who";

/** Only these roles read tickets: an auditor reads entries, an admin no ticket's content. */
export const worksTickets = (viewer: Viewer): boolean => viewer.role === "agent" || viewer.role === "supervisor";

/** A case for a member of staff who needs to know this much of it; null for anyone else, and where there is no such ticket. */
export async function readFor(
  door: Door,
  viewer: Viewer,
  number: number,
  needs: readonly Sight[] = ["all"],
): Promise<CaseReading | null> {
  const seen = await readSeen(door, viewer, number);
  return seen && needs.includes(seen.sight) ? seen.reading : null;
}

/** A case with how much of it a member of staff may read: what it says beyond that is theirs only to be judged by. */
export async function readSeen(
  door: Door,
  viewer: Viewer,
  number: number,
): Promise<{ reading: CaseReading; sight: Sight } | null> {
  if (!worksTickets(viewer) || !Number.isSafeInteger(number)) return null;
  const actor = { id: `staff:${viewer.id}`, role: viewer.role, auth: "none", session: null } as const;
  const reading = await readWhole(door, { number }, actor);
  if (!reading) return null;
  const shown = asTheyLeftIt(reading);
  return { reading: withoutAddresses(shown), sight: sightIn(shown, viewer) };
}

/** How much of a case that was read a member of staff may read. */
export function sightIn({ ticket, facts, entries, now }: CaseReading, viewer: Viewer): Sight {
  const own = entries.filter((e) => e.actor.id === `staff:${viewer.id}`);
  const hasDecided = own.some((e) => partingActs.some((type) => type === e.type));
  return mayRead(ticket, viewer, { hasDecided, isOwn: facts.ownAccount, now });
}

/** A case with what the vault holds of it: names of staff, notes. */
export async function readWhole(door: Door, which: WhichTicket, actor: Actor): Promise<CaseReading | null> {
  const now = door.clock.now();
  const stored = await readCase(door.reader, which, actor, now);
  if (!stored) return null;
  const chosen = stored.account?.chosen?.questions ?? [];
  const [names, opened] = await Promise.all([
    staffNames(door.vault, staffIdsOf(stored), now),
    door.vault.openMany([...textIdsOf(stored), ...chosen]),
  ]);
  const asked = chosen.map((id) => [id, opened.get(`${id}/question`)?.toString("utf8") ?? ""] as const);
  const stood = stored.account?.standIn ? standInWords(door, stored.account.id) : {};
  const questions = { ...stored.questions, ...Object.fromEntries(asked), ...stood };
  const texts = new Map(
    textIdsOf(stored).flatMap((id) => {
      const text = opened.get(`${id}/text`);
      return text ? [[id, text.toString("utf8")] as const] : [];
    }),
  );
  const { id, vouch } = stored.ticket;
  const vouchNumber = vouch ? door.secrets.code("vouch", id, vouch.generation) : null;
  return { ...stored, questions, names, texts, vouchNumber, say: whoWords, now };
}

import { randomUUID } from "node:crypto";
import type { Decide } from "domain/case";
import { recordSerial, reserveSerial, type SerialResult } from "domain/check-serial";
import { neighbours, parseSerial } from "domain/serial";
import { type Instant, isoOf } from "domain/time";
import type { Door, Guess, Keep, Outcome } from "~/door.server";
import { ledgerNow } from "~/facts.server";
import { deviceMatch } from "~/read.server";
import { type CaseRef, caseNow, enactCase, found, refuseInput, type Who } from "./case.server";
import { withoutKey } from "./new-contact.server";

export type Checked = "match" | "no-match" | "too-new" | "repeated" | "counted";
export interface CheckOutcome {
  refused: string | null;
  /** What the agent and the caller learn: near and miss are one answer. */
  checked: Checked | null;
}

/** The decisions of a check of serials: who gives it says which. */
export interface SerialCheck {
  command: string;
  reserve(attempt: string): Decide;
  record(result: SerialResult): Decide;
  /** A device that its holder took off lately counts, too. */
  former: boolean;
}
const inTicket = { command: "serial.check", reserve: reserveSerial, record: recordSerial };

/** Checks a serial against the account's devices: an attempt is reserved, then compared, then recorded. */
export async function checkSerial(
  door: Door,
  who: Who,
  ref: CaseRef,
  typed: string,
  given: SerialCheck | null = null,
): Promise<CheckOutcome> {
  const check = given ?? { ...inTicket, former: await opensFrozen(door, ref) };
  const serial = parseSerial(typed);
  if (!serial) return refusedAs(await refuseInput(door, who, ref, check.command, "not-a-serial"));
  const attempt = randomUUID();
  const digest = door.secrets.lookup("tried", `${ref.ticket}|serial|${serial.full ?? serial.short}`);
  const query = { fingerprint: { kind: "serial", digest } };
  const reserved = await enactCase(door, who, ref, check.reserve(attempt), { query });
  if (reserved.refused) return refusedAs(reserved);
  if (reserved.replayed) return { refused: null, checked: "counted" };
  if (!found(reserved, "serial.attempted")) return { refused: null, checked: "repeated" };
  const match = await deviceMatch(door, ref.account, serial, check.former);
  const guess = serialGuess(door, ref.account, serial.short);
  const recorded = await enactCase(
    door,
    withoutKey(who),
    ref,
    check.record({ attempt, ...match, evidence: randomUUID() }),
    {
      query: { device: match.device, guess },
      keep:
        match.result === "match" ? [] : [triedValue(ref, "serial", digest), guessed(ref, guess, await ledgerNow(door))],
    },
  );
  if (found(recorded, "serial.checked")?.data.tooNew) return { refused: null, checked: "too-new" };
  return { refused: recorded.refused, checked: match.result === "match" ? "match" : "no-match" };
}

/** A ticket that is to open a frozen account: what a thief took off it speaks for the holder still. */
export const opensFrozen = async (door: Door, ref: CaseRef): Promise<boolean> =>
  (await caseNow(door, ref)).ticket?.action.thaw === true;

/** Only what failed is remembered: a value that was right can be given again when its evidence is void or too old. */
export const triedValue = (ref: CaseRef, kind: "serial" | "answers" | "saved-code", digest: Buffer): Keep => ({
  keep: "tried",
  row: { ticket_id: ref.ticket, kind, digest },
});

/** What the account remembers of a value that was tried: its digest, and where to look for serials next to it. */
const serialGuess = (door: Door, account: string, short: string): Guess => ({
  kind: "serial",
  digest: door.secrets.lookup("tried", `${account}|serial|${short}`),
  neighbours: neighbours(short).map((near) => door.secrets.lookup("tried", `${account}|serial|${near}`)),
});

/** Remembered for 30 days, whichever ticket it was tried in. */
export const guessed = (ref: CaseRef, { kind, digest }: Guess, now: Instant): Keep => ({
  keep: "guess",
  row: { account_id: ref.account, kind, digest, ticket_id: ref.ticket, at: isoOf(now) },
});

const refusedAs = ({ refused }: Outcome): CheckOutcome => ({ refused, checked: null });

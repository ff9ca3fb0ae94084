import { cleanEmail } from "domain/email";
import { acceptForgottenCode, askForgotten, codeTries, tryForgottenCode } from "domain/forgot";
import type { Language } from "domain/language";
import { cleanCode } from "domain/look-up";
import type { ContactKind } from "domain/loss";
import { isoOf, type Millis, minutes } from "domain/time";
import { uuidv7 } from "uuidv7";
import { cleanPhone } from "~/directory/phone.server";
import type { Door, Keep } from "~/door.server";
import { type AccountByContact, accountByContact } from "~/facts.server";
import { accountNow, type Who } from "./case.server";
import { forgottenCode, newPasswordPath } from "./links.server";
import { sameText } from "./secret-compare.server";

/**
 * Takes down that somebody asked for a way to a new password. Nothing is looked up here: the worker does that, so that asking
 * costs the same for everybody's address and for nobody's.
 */
export async function askForWay(door: Door, who: Who, typed: string, language: Language): Promise<void> {
  const { ask, keep } = await taken(door, "way", { typed, language }, 0);
  await door.ledger.enact({ ...who, ...atLarge, decide: askForgotten(ask), keep });
}

/**
 * Compares a code from a text; gives the path of the page that sets the new password, or null for whatever is not right.
 * The try is entered before the compare, and what comes after it is the same for every number until the code is right. A form that
 * is sent twice counts twice: taken for the try it was before, it would be compared with every later code and count with none.
 */
export async function typeCode(
  door: Door,
  { key: _, ...who }: Who,
  typed: { contact: string; code: string },
): Promise<string | null> {
  const { ask, digest, keep } = await taken(door, "code", { typed: typed.contact }, unansweredMs);
  const query = { asked: { kind: "code" as const, digest, ...codeTries } };
  const tried = await door.ledger.enact({ ...who, ...atLarge, query, decide: tryForgottenCode(ask), keep });
  const { account, contacts } = await onFile(door, typed.contact);
  const ways = (await accountNow(door, account ?? nobody))?.forgotten ?? [];
  const sent = ways.find((way) => way.kind === "phone" && contacts.includes(way.contact));
  const { generation, contact } = sent ?? { generation: 0, contact: nobody };
  const right = sameText(forgottenCode(door, account ?? nobody, contact, generation), cleanCode(typed.code) ?? "");
  if (tried.refused !== null || !right || account === null || !sent) return null;
  const accepted = await door.ledger.enact({
    ...who,
    stream: "case",
    account,
    ticket: null,
    decide: acceptForgottenCode(generation, ask),
    keep: [{ keep: "asked-settled", id: ask, at: isoOf(door.clock.now()) }],
  });
  return accepted.refused === null ? newPasswordPath(door, account, generation) : null;
}

/** A try that nobody settled by then was a wrong one, and is entered as that. */
const unansweredMs: Millis = minutes(1);
/** No account and no contact has this id; it is looked up like any other. */
const nobody = "nobody";
const atLarge = { stream: "reads", subject: null, object: null } as const;

/** The account that has an address or number on file; none for what is neither, which is looked for all the same. */
export function onFile(door: Door, typed: string): Promise<AccountByContact> {
  const { kind, value } = cleaned(typed);
  return accountByContact(door, kind, value ?? "");
}

/** What was typed as an address or a number; of nothing that is either there is no value. */
function cleaned(typed: string): { kind: ContactKind; value: string | null } {
  const email = cleanEmail(typed);
  const phone = email === null ? cleanPhone(typed) : null;
  return phone === null ? { kind: "email", value: email } : { kind: "phone", value: phone };
}

/** What was typed at the public door, and the language of the page it was typed on, where something is written back. */
interface Asked {
  typed: string;
  language?: Language;
}

/** The same, taken out again by who answers it. */
export async function askedOf(door: Door, id: string): Promise<Asked> {
  const kept = await door.vault.open(id, "asked");
  return kept ? (JSON.parse(kept.toString("utf8")) as Asked) : { typed: "" };
}

/** What is kept of something typed: its text in the vault, and a digest to count it by, however it is spelled. */
async function taken(
  door: Door,
  kind: "way" | "code",
  { typed, language }: Asked,
  dueInMs: Millis,
): Promise<{ ask: string; digest: Buffer; keep: Keep[] }> {
  const [ask, now] = [uuidv7(), door.clock.now()];
  const as = cleaned(typed);
  const digest = door.secrets.lookup("request", `${as.kind} ${as.value ?? typed}`);
  const row = { id: ask, kind, digest, at: isoOf(now), due_at: isoOf(now + dueInMs), settled_at: null };
  return {
    ask,
    digest,
    keep: [await door.vault.seal("portal", ask, "asked", JSON.stringify({ typed, language })), { keep: "asked", row }],
  };
}

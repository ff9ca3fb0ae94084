import { randomBytes } from "node:crypto";
import { confirmContact } from "domain/check-code";
import { cleanEmail } from "domain/email";
import { cleanCode } from "domain/look-up";
import type { ContactKind } from "domain/loss";
import { maskContact } from "domain/mask";
import { proposeContact } from "domain/propose-contact";
import { sendNewContactCode, sendRegisteredCode } from "domain/send-code";
import { commitmentOf } from "domain/trail/entry";
import { uuidv7 } from "uuidv7";
import { cleanPhone } from "~/directory/phone.server";
import type { Door, Outcome } from "~/door.server";
import { contactWithDigest } from "~/facts.server";
import { type CaseRef, caseNow, enactCase, refuseInput, type Who } from "./case.server";
import { codeOutcome, typedCode } from "./typed-code.server";

/** Names the contact that the recovery will bind, keeps its value in the vault, and sends it a code. */
export async function nameNewContact(
  door: Door,
  who: Who,
  ref: CaseRef,
  typed: { kind: ContactKind; value: string },
): Promise<Outcome> {
  const value = typed.kind === "email" ? cleanEmail(typed.value) : cleanPhone(typed.value);
  if (value === null)
    return refuseInput(
      door,
      who,
      ref,
      "contact.propose",
      typed.kind === "email" ? "not-an-address" : "not-a-phone-number",
    );
  const contact = uuidv7().replaceAll("-", "");
  const digest = door.secrets.lookup(typed.kind, value);
  const mask = maskContact(typed.kind, value);
  const salt = randomBytes(32);
  const same = await contactWithDigest(door, ref.account, digest);
  const decide = proposeContact({ contact, kind: typed.kind, commitment: commitmentOf(salt, value), same });
  const keep = [
    await door.vault.seal(ref.account, contact, "value", value),
    await door.vault.seal(ref.account, contact, "value.salt", salt),
    {
      keep: "new-contact" as const,
      row: { id: contact, ticket_id: ref.ticket, account_id: ref.account, kind: typed.kind, mask, digest },
    },
  ];
  const proposed = await enactCase(door, who, ref, decide, { keep, query: { newContact: digest } });
  if (proposed.refused || proposed.replayed) return proposed;
  return enactCase(door, withoutKey(who), ref, sendNewContactCode());
}

/** Sends a code to the new contact again, or to a registered contact that was not lost. */
export function sendCode(door: Door, who: Who, ref: CaseRef, to: string): Promise<Outcome> {
  return enactCase(door, who, ref, to === "new" ? sendNewContactCode() : sendRegisteredCode(to));
}

/** Confirms the new contact with the code the caller reads back. */
export async function confirmNewContact(door: Door, who: Who, ref: CaseRef, code: string): Promise<Outcome> {
  if (cleanCode(code) === null) return refuseInput(door, who, ref, "contact.confirm", "not-a-code");
  const { ticket } = await caseNow(door, ref);
  const decide = confirmContact(typedCode(door, ticket, ticket?.newContact?.id ?? "", code));
  return codeOutcome(await enactCase(door, who, ref, decide));
}

/** The second step of one form: its key was spent on the first. */
export const withoutKey = ({ actor, request }: Who): Who => ({ actor, request });

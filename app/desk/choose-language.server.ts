import { chooseLanguage as chosen, type Language, writtenIn } from "domain/language";
import type { Door } from "~/door.server";
import { accountNow, type Who } from "./case.server";

/** Enters which language a holder reads, where it is another than they were written to in: as they choose it, or come in by it. */
export async function chooseLanguage(door: Door, who: Who, account: string, language: Language): Promise<void> {
  const desk = door.config.language;
  if (writtenIn(await accountNow(door, account), desk) === language) return;
  // One of its own: it is not what the form was sent for.
  const { actor, request } = who;
  await door.ledger.enact({
    actor,
    request,
    stream: "case",
    account,
    ticket: null,
    decide: chosen(language, desk),
  });
}

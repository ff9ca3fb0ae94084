import { answerAppeal, makeAppeal } from "domain/appeal";
import type { AppealAnswer } from "domain/event";
import { refuse } from "domain/event";
import type { Door, Outcome } from "~/door.server";
import { accountNow, type CaseRef, enactCase, refuseInput, type Who } from "./case.server";
import { keptText } from "./free-text.server";

/** Less than this tells nobody anything. */
const leastWords = 8;

/** Takes a requester's words about a rejection, free of what must not stand in free text. */
export async function appeal(door: Door, who: Who, ref: CaseRef, words: string): Promise<Outcome> {
  if (words.trim().length < leastWords) return refuseInput(door, who, ref, "appeal.make", "nothing-said");
  const kept = await keptText(door, ref.account, words.trim());
  const { id, removed, commitment } = kept;
  return enactCase(door, who, ref, makeAppeal({ id, removed, commitment }), {
    keep: kept.keep,
    query: { rejecter: true },
  });
}

/** Answers the appeal that a flag of an account tells of. */
export async function settleAppeal(
  door: Door,
  who: Who,
  flag: { account: string; seq: number },
  said: { answer: AppealAnswer; note: string },
): Promise<Outcome> {
  const { account } = flag;
  const flags = (await accountNow(door, account))?.flags ?? [];
  const ticket = flags.find((f) => f.seq === flag.seq && f.flag === "appeal")?.ticket ?? null;
  const at = { ...who, stream: "case", account, ticket } as const;
  if (ticket === null) return door.ledger.enact({ ...at, decide: () => refuse("appeal.answer", "no-such-appeal") });
  const kept = said.note.trim() === "" ? null : await keptText(door, account, said.note.trim());
  const note = kept && { id: kept.id, commitment: kept.commitment };
  return door.ledger.enact({ ...at, decide: answerAppeal({ answer: said.answer, note }), keep: kept?.keep ?? [] });
}

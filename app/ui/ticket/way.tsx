import type { TicketView } from "domain/view";
import { answersWords, photoWords, possessionWords, serialWords } from "../words/acts";
import { purchaseWords } from "../words/purchases";
import { AskAnswers } from "./ask-answers";
import { AskCode } from "./ask-code";
import { AskPhoto } from "./ask-photo";
import { AskPurchase } from "./ask-purchase";
import { AskSerial } from "./ask-serial";
import type { Way } from "./next-act";
import type { Part } from "./part";

/** What a way to prove is called on this ticket. */
export function wayTitle(way: Way, t: TicketView): string {
  const proven = t.evidence.some((e) => e.factor === "serial" && e.fresh);
  if (way === "serial") return proven ? serialWords.again : serialWords.title;
  return {
    answers: answersWords.title,
    possession: possessionWords.title,
    photos: photoWords.title,
    purchases: purchaseWords.title,
  }[way];
}

/** The form of a way to prove; `main` when it is the next action. */
export function WayBody({ way, ...part }: Part & { way: Way; main?: boolean }) {
  switch (way) {
    case "serial":
      return <AskSerial {...part} />;
    case "answers":
      return <AskAnswers {...part} />;
    case "possession":
      return <AskCode {...part} />;
    case "photos":
      return <AskPhoto {...part} />;
    case "purchases":
      return <AskPurchase {...part} />;
  }
}

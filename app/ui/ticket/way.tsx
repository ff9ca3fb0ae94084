import type { TicketView } from "domain/view";
import { answersWords, photoWords, possessionWords, serialWords } from "../words/acts";
import { savedCodeWords, vouchWords } from "../words/proofs";
import { purchaseWords } from "../words/purchases";
import { AskAnswers } from "./ask-answers";
import { AskCode } from "./ask-code";
import { AskPhoto } from "./ask-photo";
import { AskPurchase } from "./ask-purchase";
import { AskSavedCode } from "./ask-saved-code";
import { AskSerial } from "./ask-serial";
import { AskVouch } from "./ask-vouch";
import type { Way } from "./next-act";
import type { Part } from "./part";

/** What a way to prove is called on this ticket. */
export function wayTitle(way: Way, t: TicketView): string {
  const proven = t.evidence.some((e) => e.factor === "serial" && e.fresh);
  if (way === "serial") return proven ? serialWords.again : serialWords.title;
  return titles[way];
}

const titles = {
  answers: answersWords.title,
  possession: possessionWords.title,
  photos: photoWords.title,
  purchases: purchaseWords.title,
  "saved-code": savedCodeWords.title,
  vouch: vouchWords.title,
};

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
    case "saved-code":
      return <AskSavedCode {...part} />;
    case "vouch":
      return <AskVouch {...part} />;
  }
}

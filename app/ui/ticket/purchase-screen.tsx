import type { PurchaseView } from "domain/view-purchases";
import type { ReactNode } from "react";
import { Notice } from "../notice";
import type { Problem } from "../problem";
import type { Desk } from "../shell/desk";
import { ticketName } from "../words/labels";
import { purchaseWords, judgingPurchase as words } from "../words/purchases";
import { JudgePurchaseForm } from "./judge-purchase-form";
import { JudgeScreen, ShownPicture } from "./judge-screen";

export interface PurchaseScreenProps {
  desk: Desk;
  /** The ticket's number. */
  number: number;
  purchase: PurchaseView;
  /** Which of the ticket's it is, from 1. */
  nth: number;
  /** Whether this reader may open the whole ticket. */
  whole: boolean;
  /** The mask of the recorded holder. */
  holder: string;
  problem?: Problem | null;
  demo?: ReactNode;
}

/** One proof of purchase, and beside it what a second person reads in it. */
export function PurchaseScreen({
  desk,
  number,
  purchase,
  nth,
  whole,
  holder,
  problem = null,
  demo,
}: PurchaseScreenProps) {
  const shown = <Shown number={number} purchase={purchase} />;
  const page = { desk, number, whole, demo, shown, title: purchaseWords.view(nth), at: purchase.at };
  const judge = { desk, number, holder, problem, purchase: purchase.id };
  return (
    <JudgeScreen {...page} asideLabel={words.title}>
      {purchase.result ? (
        <Notice tone={purchase.result === "match" ? "good" : "wait"} title={words.results[purchase.result]} />
      ) : null}
      {!purchase.result && !purchase.mayJudge ? (
        <Notice tone="wait" title={words.notYou}>
          <p>{words.notYouWhy}</p>
        </Notice>
      ) : null}
      {purchase.mayJudge ? <JudgePurchaseForm {...judge} /> : null}
    </JudgeScreen>
  );
}

/** A picture in the page; a PDF never: it is saved, and opened outside of the desk. */
function Shown({ number, purchase }: Pick<PurchaseScreenProps, "number" | "purchase">) {
  const src = `/tickets/${number}/purchases/${purchase.id}/file`;
  if (purchase.form === "picture")
    return <ShownPicture src={src} alt={words.alt(ticketName(number))} larger={words.larger} />;
  return (
    <div className="mx-auto max-w-prose py-8">
      <h2 className="text-lg font-semibold">{words.document}</h2>
      <p className="mt-1 text-ink-2">{words.documentText}</p>
      <p className="mt-3">
        <a href={src} className="rounded font-medium text-accent underline underline-offset-4">
          {words.save}
        </a>
      </p>
    </div>
  );
}

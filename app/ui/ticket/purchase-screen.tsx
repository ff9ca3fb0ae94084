import type { PurchaseView } from "domain/view-purchases";
import type { ReactNode } from "react";
import { CheckField } from "../choice";
import { TextField } from "../field";
import { fieldOf, type Problem, problemOf } from "../problem";
import type { Desk } from "../shell/desk";
import { ticketName } from "../words/labels";
import { purchaseDeclineReasons, purchaseWords, judgingPurchase as words } from "../words/purchases";
import { JudgeForm } from "./judge-form";
import { JudgeScreen, ShownPicture } from "./judge-screen";

export interface PurchaseScreenProps {
  desk: Desk;
  /** The ticket's number. */
  number: number;
  /** The look that the picture in it belongs to. */
  look: string;
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

/** One proof of purchase, and beside it what a second person reads in it: its date and the holder too. */
export function PurchaseScreen({ purchase, nth, holder, look, problem = null, ...page }: PurchaseScreenProps) {
  const { desk, number } = page;
  const refused = problemOf(problem, "judgement");
  const shown = <Shown number={number} look={look} purchase={purchase} />;
  const form = { desk, number, item: `purchases/${purchase.id}`, reasons: purchaseDeclineReasons, refused };
  return (
    <JudgeScreen {...page} title={purchaseWords.view(nth)} sent={purchase} words={words} shown={shown}>
      <JudgeForm {...form} lead={words.lead} words={words}>
        <DateAndHolder holder={holder} refused={refused} />
      </JudgeForm>
    </JudgeScreen>
  );
}

function DateAndHolder({ holder, refused }: { holder: string; refused: Problem | null }) {
  return (
    <>
      <TextField
        id="date"
        name="date"
        label={words.date}
        hint={words.dateHint}
        required
        autoComplete="off"
        className="tabular-nums"
        {...fieldOf(refused, "date")}
      />
      <div>
        <p>
          {words.holder}: <bdi className="font-semibold">{holder}</bdi>
        </p>
        <CheckField
          name="holder"
          value="named"
          required
          defaultChecked={refused?.typed?.holder === "named"}
          label={words.named}
        />
      </div>
    </>
  );
}

/** A picture in the page; a PDF never: it is saved, and opened outside of the desk. */
function Shown({ number, look, purchase }: Pick<PurchaseScreenProps, "number" | "look" | "purchase">) {
  const src = `/tickets/${number}/purchases/${purchase.id}/file`;
  if (purchase.form === "picture")
    return <ShownPicture src={src} look={look} alt={words.alt(ticketName(number))} larger={words.larger} />;
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

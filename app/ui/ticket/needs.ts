import type { TicketView } from "domain/view";
import { needWords } from "../words/labels";
import { evidenceWords, panel } from "../words/ticket";

export interface NeedItem {
  done: boolean;
  what: string;
  how: string;
}

/** What the panel "still needed" lists: what is proven, then what is missing, in words and never in points. */
export function needItems(t: TicketView): NeedItem[] {
  // Once enough is proven, what has expired is no longer missed.
  const proofs = t.evidence
    .filter((e) => e.fresh || !t.satisfied)
    .map((e) => {
      const words = evidenceWords(e);
      return { done: e.fresh, what: words.what, how: e.fresh ? words.how : panel.staleHow };
    });
  const missing = t.needs.map((need) => ({ done: false, ...needWords[need] }));
  return [...contactItem(t), ...proofs, ...missing];
}

function contactItem(t: TicketView): NeedItem[] {
  if (!t.needsNewContact) return [];
  const c = t.newContact;
  const what = panel.newContact(c?.kind ?? null);
  if (!c) return [{ done: false, what, how: panel.newContactMissing }];
  const done = c.confirmedAt !== null;
  return [{ done, what, how: done ? panel.newContactDone(c.mask) : panel.newContactUnconfirmed(c.mask) }];
}

import type { Need } from "domain/policy";
import type { EvidenceLine, TicketView } from "domain/view";
import { orWords } from "../words/amounts";
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
  const shown = t.evidence.filter((e) => e.fresh || !t.satisfied);
  const [fresh, stale] = [shown.filter((e) => e.fresh), shown.filter((e) => !e.fresh)];
  const proofs = [...provenOnce(fresh), ...provenOnce(stale)];
  const missing = t.needs.map((need) => ({ done: false, what: needWords[need].what, how: howOf(need, t, fresh) }));
  return [...contactItem(t), ...proofs, ...missing];
}

/** Evidence line by line, what one factor gave several times in one. */
function provenOnce(evidence: readonly EvidenceLine[]): NeedItem[] {
  return [...new Set(evidence.map((e) => e.factor))].flatMap((factor) => {
    const same = evidence.filter((e) => e.factor === factor);
    const [first] = same;
    if (!first) return [];
    const how = first.fresh ? [...new Set(same.map((e) => evidenceWords(e).how))].join("; ") : panel.staleHow;
    return [{ done: first.fresh, what: evidenceWords(first, same.length).what, how }];
  });
}

/** What would fill a need, without what is there already. */
function howOf(need: Need, t: TicketView, proven: readonly EvidenceLine[]): string {
  const has = (...factors: EvidenceLine["factor"][]) => proven.some((e) => factors.includes(e.factor));
  const device = has("serial", "photo");
  if (need === "more-evidence") return device ? needWords[need].how : panel.firstDevice;
  if (need === "code-to-surviving-contact" || need === "dynamic-proof" || need === "knowledge-or-vouch")
    return orWords([needWords[need].how, ...alsoBy(t, need)]);
  if (need !== "second-kind-of-proof") return needWords[need].how;
  const open = [
    ...(device ? [] : [panel.kinds.device]),
    ...(t.care.safety || has("answers") ? [] : [panel.kinds.knowledge]),
    ...(has("contact-code", "saved-code") ? [] : [panel.kinds.possession]),
    ...(has("contact-code", "saved-code") || !t.savedCodesOnFile ? [] : [panel.kinds.savedCode]),
    ...(has("vouch") || !t.may["ask-vouch"] ? [] : [panel.kinds.vouch]),
  ];
  return `${orWords(open)}${device ? panel.sameKind : ""}`;
}

/** What does as well, where this account has it; a code that has to come from a contact is no matter of vouching. */
const alsoBy = (t: TicketView, need: Need): string[] => [
  ...(t.savedCodesOnFile ? [panel.kinds.savedCode] : []),
  ...(t.may["ask-vouch"] && need !== "code-to-surviving-contact" ? [panel.kinds.vouch] : []),
];

function contactItem(t: TicketView): NeedItem[] {
  if (!t.needsNewContact) return [];
  const c = t.newContact;
  const what = panel.newContact(c?.kind ?? null);
  if (!c) return [{ done: false, what, how: panel.newContactMissing }];
  const done = c.confirmedAt !== null;
  return [{ done, what, how: done ? panel.newContactDone(c.mask) : panel.newContactUnconfirmed(c.mask) }];
}

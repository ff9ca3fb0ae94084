import { capital, countOf, numberWord } from "./amounts";

export const erasuresWords = {
  title: "Erasures",
  find: "Find an account",
  findText:
    "By its internal id, its account_id in the directory, its user name or an e-mail address, whole. The search is an entry.",
  hits: (n: number): string => `${countOf(n, "account fits", "accounts fit")} exactly:`,
  several:
    "Several accounts have exactly that. Choose by the masks; if they do not tell them apart, search by the account_id.",
  since: "since",
  findLabel: "Account",
  findButton: "Find",
  waiting: "Waiting for a second person",
  held: "Legal holds",
  erased: "Erased",
  none: {
    waiting: "No erasure is proposed. Find an account above to propose one.",
    held: "No account is on a legal hold.",
    erased: "No account was erased yet.",
  },
  proposedBy: "Proposed by",
  placedBy: "Placed by",
  confirmedBy: "Confirmed by",
  lapses: "Lapses",
  reason: "Reason",
  noReason: "not on file any more",
  next: "Older ones",
  first: "Newest ones",
  pages: (list: string): string => `Pages of ${list.toLowerCase()}`,
};

export const erasureWords = {
  title: (holder: string): string => `Account of ${holder}`,
  gone: "An account that was erased",
  holder: "Holder",
  email: "E-mail",
  phone: "Phone",
  since: "Since",
  id: "Account",
  idLabel: "the account's id",
  stands: "What stands in the way",
  free: "Nothing stands in the way.",
  tickets: (numbers: number[]): string =>
    `${countOf(numbers.length, "live ticket", "live tickets")}: ${numbers.map((n) => `CS-${n}`).join(", ")}.`,
  erasedTitle: "Erased",
  erasedText: "Its values, masks, look-ups and key are gone. What was done is on the trail.",
  confirmed: "Confirmed",
  proposed: "Proposed",
  by: (who: string): string => `by ${who}`,
  propose: {
    title: "Propose to erase it",
    text: "Another admin, who is another person, or the operator at the command line, confirms it within seven days. Nothing changes until then.",
    button: "Propose",
  },
  waiting: "An erasure is proposed",
  lapses: "Lapses",
  own: "You proposed it. Another admin, who is another person, or the operator at the command line, confirms it.",
  confirm: {
    title: "Confirm and erase",
    text: "This cannot be undone. Names, contacts, serials, answers, notes and photos of this account go, with its key.",
    button: "Erase this account",
  },
  withdraw: { title: "Take it back", text: "The account stays as it is.", button: "Withdraw the proposal" },
  onHold: "A legal hold is on this account",
  place: {
    title: "Place a legal hold",
    text: "While it stands, nobody can propose or confirm to erase this account.",
    button: "Place the hold",
  },
  lift: {
    title: "Lift the legal hold",
    text: "The account can be erased again, on the word of two people.",
    button: "Lift the hold",
  },
  reason: "Reason",
  reasonHint: "Name nobody in it. It is kept apart from the trail, for those who decide.",
  code: "Code of your authenticator",
  codeHint: "A fresh one, for this act on this account.",
  back: "Erasures",
};

/** What a page says once of the act that led to it. */
export const erasureNews: Record<string, string> = {
  proposal: "The erasure is proposed. Another admin, or the operator at the command line, confirms it.",
  withdrawal: "The proposal is withdrawn.",
  confirmation: "The account is erased.",
  hold: "The legal hold is placed.",
  "hold-lift": "The legal hold is lifted.",
};

/** What the command line says where it would have to guess. */
export const severalFit = (n: number): string =>
  `${capital(numberWord(n))} accounts fit: say the internal id of the one you mean.`;

import { countOf } from "./amounts";
import { type Teller, tell } from "./telling";

const hidden = "The reason is kept for those who decide on it.";

/** How erasures and legal holds are told. */
export const erasureEvents = {
  "erasure.proposed": (_f, who) =>
    tell(
      `${who} proposed to erase an account.`,
      `A second person confirms it within seven days, or it lapses. ${hidden}`,
    ),
  "erasure.withdrawn": (_f, who) => tell(`${who} took back a proposal to erase an account.`),
  "account.erased": (f, who) =>
    tell(
      `${who} confirmed, and the account was erased.`,
      `${countOf(Number(f.rows ?? 0), "table keeps", "tables keep")} the hashes of its rows; its values and its key are gone.`,
    ),
  "legal-hold.placed": (_f, who) =>
    tell(`${who} placed a legal hold.`, `The account cannot be erased until it is lifted. ${hidden}`),
  "legal-hold.lifted": (_f, who) => tell(`${who} lifted a legal hold.`, hidden),
  "account.viewed": (_f, who) => tell(`${who} looked at an account, to erase or to hold it.`),
} satisfies Record<string, Teller>;

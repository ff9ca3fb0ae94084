import type { ContactKind, Loss } from "domain/loss";
import { listWords } from "./amounts";
import { arabicList } from "./arabic";

interface LossWords {
  contacts: Record<ContactKind, string>;
  /** What was lost, inside a sentence about the reader's own account. */
  lost(loss: Loss): string;
  /** The same of somebody else's. */
  theirs(loss: Loss): string;
}
const partsOf = (loss: Loss, names: Record<keyof Loss, string>): string[] =>
  lossParts.filter((part) => loss[part]).map((part) => names[part]);
const lossParts = ["password", "secondFactor", "email", "phone"] as const;

const enNames = { password: "password", secondFactor: "second factor", email: "e-mail", phone: "phone" };
const enTheirs = {
  password: "their password",
  secondFactor: "their second factor",
  email: "their e-mail",
  phone: "their phone",
};
const en: LossWords = {
  contacts: { email: "E-mail", phone: "Phone" },
  lost: (loss) => listWords(partsOf(loss, enNames)) || "nothing",
  theirs: (loss) => listWords(partsOf(loss, enTheirs)),
};

const arNames = {
  password: "كلمة المرور",
  secondFactor: "خطوة التحقق الثانية",
  email: "البريد الإلكتروني",
  phone: "الهاتف",
};
const arTheirs = {
  password: "كلمة مروره",
  secondFactor: "خطوة التحقق الثانية لحسابه",
  email: "بريده الإلكتروني",
  phone: "هاتفه",
};
const ar: LossWords = {
  contacts: { email: "البريد الإلكتروني", phone: "الهاتف" },
  lost: (loss) => arabicList(partsOf(loss, arNames)) || "لا شيء",
  theirs: (loss) => arabicList(partsOf(loss, arTheirs)),
};

/** What somebody can lose and be reached by, as the public pages say it. */
export const publicLossWords = { en, ar };

import type { Language } from "../languages";
import { shellWords } from "./portal";

const en = {
  request: "Your request",
  account: "Your account",
  signIn: "Sign in",
  newPassword: "New password",
  objection: "Was this you?",
  reset: "Get back in",
  vouch: "Someone needs your word",
};
const ar: typeof en = {
  request: "طلبك",
  account: "حسابك",
  signIn: "تسجيل الدخول",
  newPassword: "كلمة مرور جديدة",
  objection: "هل كنت أنت؟",
  reset: "العودة إلى حسابك",
  vouch: "شخص يحتاج إلى شهادتك",
};
/** What the browser's tab and history say of each public page; never a reference, a name or a mask. */
export const portalTitles = { en, ar };

export const portalTitle = (language: Language, page: keyof typeof en): string =>
  `${portalTitles[language][page]} · ${shellWords[language].name}`;

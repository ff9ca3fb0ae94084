import type { Language } from "../languages";
import { shellWords } from "./portal";

const en = {
  help: "Help with your account",
  request: "Your request",
  account: "Your account",
  signIn: "Sign in",
  newPassword: "New password",
  contacts: "Your contacts",
  devices: "Your devices",
  questions: "Your security questions",
  objection: "Was this you?",
  reset: "Get back in",
  vouch: "Someone needs your word",
  secondFactor: "Second factor",
};
const ar: typeof en = {
  help: "مساعدة في حسابك",
  request: "طلبك",
  account: "حسابك",
  signIn: "تسجيل الدخول",
  newPassword: "كلمة مرور جديدة",
  contacts: "جهات اتصالك",
  devices: "أجهزتك",
  questions: "أسئلتك السرية",
  objection: "هل كنت أنت؟",
  reset: "العودة إلى حسابك",
  vouch: "شخص يحتاج إلى شهادتك",
  secondFactor: "العامل الثاني",
};
/** What the browser's tab and history say of each public page; never a reference, a name or a mask. */
export const portalTitles = { en, ar };

export const portalTitle = (language: Language, page: keyof typeof en): string =>
  `${portalTitles[language][page]} · ${shellWords[language].name}`;

import type { Language } from "../languages";
import { shellWords } from "./portal";
import { type ErrorKind, errorWords } from "./portal-errors";

const en = {
  help: "Help with your account",
  request: "Your request",
  ask: "Help to get back in",
  account: "Your account",
  signIn: "Sign in",
  newPassword: "New password",
  contacts: "Your contacts",
  devices: "Your devices",
  questions: "Your security questions",
  objection: "Was this you?",
  reset: "Get back in",
  vouch: "Someone needs your word",
  password: "Change your password",
  codes: "Saved codes",
  people: "People who vouch for you",
  sessions: "Where you are signed in",
  requests: "Requests to get in",
  secondFactor: "Second factor",
};
const ar: typeof en = {
  help: "مساعدة في حسابك",
  request: "طلبك",
  ask: "مساعدة في العودة",
  account: "حسابك",
  signIn: "تسجيل الدخول",
  newPassword: "كلمة مرور جديدة",
  contacts: "وسائل اتصالك",
  devices: "أجهزتك",
  questions: "أسئلة الأمان",
  objection: "هل كنت أنت؟",
  reset: "العودة إلى حسابك",
  vouch: "شخص يحتاج إلى شهادتك",
  password: "تغيير كلمة المرور",
  codes: "الرموز المحفوظة",
  people: "من يشهدون لك",
  sessions: "أماكن تسجيل دخولك",
  requests: "طلبات الدخول",
  secondFactor: "العامل الثاني",
};
/** What the browser's tab and history say of each public page; never a reference, a name or a mask. */
export const portalTitles = { en, ar };

export const portalTitle = (language: Language, page: keyof typeof en): string =>
  `${portalTitles[language][page]} · ${shellWords[language].name}`;

/** The same of a page that could not be shown. */
export const portalErrorTitle = (language: Language, kind: ErrorKind): string =>
  `${errorWords[language].kinds[kind].title} · ${shellWords[language].name}`;

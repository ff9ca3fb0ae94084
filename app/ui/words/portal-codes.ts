import type { Language } from "../languages";
import { countOf } from "./amounts";
import { arabicCount, own } from "./arabic";

const partEn = {
  title: "Saved codes",
  why: "If you lose your e-mail and your phone, one of these codes proves that it is you. When you sign in, one of them also takes the place of the code of your app or phone. Keep them on paper, away from your devices.",
  none: "You have no saved codes yet.",
  left: (left: number, of: number): string => `${countOf(left, "code", "codes")} of ${of} left.`,
  madeOn: "Made on",
  make: "Make saved codes",
  again: "Make new codes",
  againText: "The codes you have now stop working at once.",
  first: "You see the new codes once. Have paper or a printer ready.",
  password: "Your password",
  send: "Show my new codes",
  /** What is refused until then, because the account was recovered lately. */
  quarantine: "Your account was recovered lately. You can change this from",
};
const partAr: typeof partEn = {
  title: "الرموز المحفوظة",
  why: "إن فقدت بريدك الإلكتروني وهاتفك، فأحد هذه الرموز يثبت أنك أنت. وعند تسجيل الدخول يحل أحدها أيضًا محل رمز تطبيقك أو هاتفك. احتفظ بها على ورقة بعيدًا عن أجهزتك.",
  none: "ليست لديك رموز محفوظة بعد.",
  left: (left, of) => `بقي من ${of}: ${arabicCount(left, codes)}.`,
  madeOn: "أُنشئت في",
  make: "أنشئ رموزًا محفوظة",
  again: "أنشئ رموزًا جديدة",
  againText: "الرموز التي لديك الآن تتوقف عن العمل فورًا.",
  first: "ترى الرموز الجديدة مرة واحدة. جهّز ورقة أو طابعة.",
  password: "كلمة مرورك",
  send: "أظهر رموزي الجديدة",
  quarantine: "استُعيد حسابك قبل وقت قصير. يمكنك تغيير هذا ابتداءً من",
};
const codes = {
  zero: "لا رموز",
  one: "رمز واحد",
  two: "رمزان",
  few: "رموز",
  many: "رمزًا",
  other: "رمز",
};
/** Saved codes on the holder's own page, for a reader of twelve. */
export const codesWords = { en: partEn, ar: partAr };

const pageEn = {
  title: "Your saved codes",
  once: "This page shows them once. Write them down, print the page, or save the file before you leave.",
  how: "Each code works once. Read one to us only in a call that you made yourself, or type it on your request's page.",
  list: "Saved codes",
  copy: "Tap the list once to mark all of it, then copy.",
  save: "Save as a text file",
  fileName: "account-codes.txt",
  print: "To print them, use your browser's menu.",
  done: "I have kept them",
};
const pageAr: typeof pageEn = {
  title: "رموزك المحفوظة",
  once: "تعرضها هذه الصفحة مرة واحدة. اكتبها، أو اطبع الصفحة، أو احفظ الملف قبل أن تغادر.",
  how: "كل رمز يعمل مرة واحدة. لا تقرأ لنا رمزًا إلا في مكالمة أجريتها أنت، أو اكتبه في صفحة طلبك.",
  list: "الرموز المحفوظة",
  copy: "المس القائمة مرة واحدة لتحديدها كلها، ثم انسخ.",
  save: "احفظها ملفًا نصيًا",
  fileName: "account-codes.txt",
  print: "لطباعتها استخدم قائمة المتصفح.",
  done: "احتفظت بها",
};
export const codesPageWords = { en: pageEn, ar: pageAr };

const fileWords = {
  en: (username: string) => [
    `Saved codes for the account ${username}`,
    "Each code works once. New codes make these stop working.",
  ],
  ar: (username: string) => [
    `الرموز المحفوظة للحساب ${own(username)}`,
    "كل رمز يعمل مرة واحدة. الرموز الجديدة توقف هذه عن العمل.",
  ],
};
/** The text file of saved codes. */
export const codesFile = (language: Language, username: string, list: readonly string[]): string =>
  [...fileWords[language](username), "", ...list, ""].join("\r\n");

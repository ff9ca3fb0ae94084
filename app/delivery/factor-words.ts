import type { Language } from "~/ui/languages";
import { ltr } from "~/ui/words/arabic";
import type { Wording } from "./words";

/** A code by text, where the phone is the second factor. */
export const factorWording: Record<Language, (code: string) => Wording> = {
  en: (code) => ({
    subject: "Your code to sign in",
    text: `Your code to sign in is ${code}. It works once, for 10 minutes. Type it on the page you came from, and tell it to nobody, us included. If you did not ask for it, someone else knows your password: choose a new one.\n`,
  }),
  ar: (code) => ({
    subject: "رمز تسجيل الدخول",
    text: `رمز تسجيل الدخول هو ${ltr(code)}. يعمل مرة واحدة خلال 10 دقائق. اكتبه في الصفحة التي جئت منها، ولا تخبر به أحدًا، ولا نحن. إن لم تطلبه فهناك من يعرف كلمة مرورك: اختر كلمة مرور جديدة.\n`,
  }),
};

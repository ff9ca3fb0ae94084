import type { Language } from "~/ui/languages";

/** How a message that somebody asked for on a page begins, in the language of that page; a notice says it in English, too. */
export const letters = {
  en: {
    newPassword: /Your link to a new password/,
    newPasswordCode: /Your code for a new password/,
    requestCode: /Your code/,
    proofCode: /Your code to stop/,
    contactCode: /your code is \d/,
    factorCode: /Your code to sign in/,
    passwordChanged: /Your password was changed/,
    grant: /Your link to get back in/,
  },
  ar: {
    newPassword: /رابطك إلى كلمة مرور جديدة/,
    newPasswordCode: /رمزك لكلمة مرور جديدة/,
    requestCode: /رمزك/,
    proofCode: /رمزك لإيقاف/,
    contactCode: /فرمزك هو \d/,
    factorCode: /رمز تسجيل الدخول/,
    passwordChanged: /تغيّرت كلمة مرورك/,
    grant: /رابط العودة إلى حسابك/,
  },
} satisfies Record<Language, Record<string, RegExp>>;

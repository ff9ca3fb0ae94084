import type { AccountNews } from "domain/event";
import type { Language } from "domain/language";
import { toldAr } from "./account-words.ar";
import type { Wording } from "./words";

export type Told = Record<AccountNews, [subject: string, ...lines: string[]]>;

/** What an account's contacts are told of a change to it: nobody else's name, and no secret. */
export function accountWordingOf(language: Language, about: AccountNews, accountUrl: string): Wording {
  const [subject, ...lines] = told[language][about];
  const text = [...lines, ...endings[language](about, accountUrl), closings[language]];
  return { subject, text: `${text.join("\n\n")}\n` };
}

/** What to do, where what is told is a question, a word given in one's name, or a change to the account. */
const endings: Record<Language, (about: AccountNews, accountUrl: string) => string[]> = {
  en: (about, accountUrl) => {
    if (about === "link-received")
      return [
        `Sign in at ${accountUrl} to see who it is, and to say yes or no. If you do not know them well, say no, or do nothing: nothing happens until you say yes.`,
      ];
    if (about === "vouch-given")
      return [
        `If this was NOT you, call us at once: someone else is in your account, and your word may let a stranger into another one. Then sign in at ${accountUrl} and press “Stop vouching”.`,
      ];
    return [`If this was NOT you, sign in at ${accountUrl}, change what is wrong, and call us.`];
  },
  ar: (about, accountUrl) => {
    if (about === "link-received")
      return [
        "سجّل الدخول لترى من هو، ولتقول نعم أو لا. إن كنت لا تعرفه جيدًا، فقل لا، أو لا تفعل شيئًا: لن يحدث شيء حتى تقول نعم.",
        accountUrl,
      ];
    if (about === "vouch-given")
      return [
        "إن لم تكن أنت، فاتصل بنا فورًا: شخص آخر داخل حسابك، وقد تُدخل شهادتك غريبًا إلى حساب آخر. ثم سجّل الدخول واضغط «توقّف عن الشهادة له».",
        accountUrl,
      ];
    return ["إن لم تكن أنت، فسجّل الدخول، وغيّر ما هو غير صحيح، واتصل بنا.", accountUrl];
  },
};

const toldEn: Told = {
  "saved-codes-made": [
    "New saved codes were made for your account",
    "Someone who is signed in to your account made a new set of saved codes. The codes you had before no longer work.",
  ],
  "link-invited": [
    "Your account asked someone to vouch for you",
    "Someone who is signed in to your account asked another person to vouch for you, should you ever lose the way in.",
  ],
  "link-received": [
    "Someone asks if you would vouch for them",
    "Someone you may know asks if you would vouch for them, should they ever lose the way into their account.",
  ],
  "link-accepted": [
    "An account is linked with yours",
    "An invitation to vouch was accepted: your account and another one are linked now. After 90 days one may vouch for the other.",
  ],
  "link-declined": [
    "An invitation to vouch was declined",
    "An invitation between your account and another one was declined. The two are not linked.",
  ],
  "link-ended": [
    "A link with your account has ended",
    "The link between your account and another one, or an invitation to one, was ended. Nobody vouches by it any more.",
  ],
  "password-changed": [
    "Your password was changed",
    "A new password was set for your account by a link or a code that we sent to one of its contacts. Everyone who was signed in is signed out.",
  ],
  "vouch-given": [
    "You vouched for someone",
    "Someone who is signed in to your account vouched that a person who asks us for help is the one they say.",
  ],
};

const told: Record<Language, Told> = { en: toldEn, ar: toldAr };

const closings: Record<Language, string> = {
  en: "We never ask for your password, and never call you first.",
  ar: "لا نسألك أبدًا عن كلمة المرور، ولا نتصل بك نحن أولًا.",
};

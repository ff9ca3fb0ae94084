import type { AccountNews } from "domain/event";
import type { Language } from "domain/language";
import { toldAr } from "./account-words.ar";
import { type MessageReach, reachLine } from "./reach-words";
import type { Wording } from "./words";

export type Told = Record<AccountNews, [subject: string, ...lines: string[]]>;

/** Where such a message leads. */
export interface NewsLinks {
  accountUrl: string;
  /** The page that stops the account: of this contact and this notice alone. */
  stopUrl: string;
  reach: MessageReach;
}

/** What an account's contacts are told of a change to it: nobody else's name, and no secret beyond the link that stops the account. */
export function accountWordingOf(language: Language, about: AccountNews, links: NewsLinks): Wording {
  const [subject, ...lines] = told[language][about];
  const text = [...lines, ...endingOf(language, about, links), closings[language]];
  return { subject, text: `${text.join("\n\n")}\n` };
}

/** What to do, where what is told is a question, a word given in one's name, or a change to the account. */
function endingOf(language: Language, about: AccountNews, { accountUrl, stopUrl, reach }: NewsLinks): string[] {
  const words = endings[language];
  switch (about) {
    case "link-received":
      return [words.asked, accountUrl];
    case "account-stopped":
      return [words.stopped, reachLine(language, reach)];
    case "vouch-given":
      return [words.vouched, stopUrl, reachLine(language, reach)];
    case "link-invited":
    case "link-accepted":
    case "link-declined":
    case "link-ended":
      return [words.linked, stopUrl];
    default:
      return [words.changed, stopUrl];
  }
}

const stopHere = {
  en: "Stop it here. The page asks you once more; then the account is locked at once, and everyone is signed out:",
  ar: "أوقفه هنا. تسألك الصفحة مرة أخرى، ثم يُقفل الحساب فورًا ويُسجَّل خروج الجميع:",
};
const endings = {
  en: {
    asked:
      "Sign in to see who it is, and to say yes or no. If you do not know them well, say no, or do nothing: nothing happens until you say yes.",
    stopped: "When you want it opened again, have a device and its label at hand.",
    vouched:
      "If this was NOT you, someone else is in your account, and your word may let a stranger into another one. Stop it here, then ask us for help at once:",
    linked: `If you know nothing of this, someone else may be in your account. ${stopHere.en}`,
    changed: `If this was NOT you, do not wait. ${stopHere.en}`,
  },
  ar: {
    asked:
      "سجّل الدخول لترى من هو، ولتقول نعم أو لا. إن كنت لا تعرفه جيدًا، فقل لا، أو لا تفعل شيئًا: لن يحدث شيء حتى تقول نعم.",
    stopped: "حين تريد فتحه من جديد، جهّز أحد أجهزتك وملصقه.",
    vouched:
      "إن لم تكن أنت، فهناك شخص آخر داخل حسابك، وقد تُدخل شهادتك غريبًا إلى حساب آخر. أوقف هذا هنا، ثم اطلب مساعدتنا فورًا:",
    linked: `إن كنت لا تعرف شيئًا عن هذا، فربما يوجد شخص آخر داخل حسابك. ${stopHere.ar}`,
    changed: `إن لم تكن أنت، فلا تنتظر. ${stopHere.ar}`,
  },
};

const toldEn: Told = {
  "saved-codes-made": [
    "New saved codes were made for your account",
    "Someone who is signed in to your account made a new set of saved codes. If you had some before, those no longer work.",
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
    "A new password was set for your account: by someone who knew the old one, or by a link or a code that we sent to one of its contacts. Everyone else who was signed in is signed out.",
  ],
  "account-stopped": [
    "Your account is locked",
    "Someone followed the link in one of our messages to you and told us that a change to your account was not made by you. We locked the account at once: nobody can sign in or change anything, and links that were sent before no longer work.",
  ],
  "factor-enrolled": [
    "A second factor was turned on for your account",
    "Someone who is signed in to your account turned on an authenticator app. From now on signing in takes a code of it, too. Everyone else who was signed in is signed out.",
  ],
  "factor-replaced": [
    "Your second factor was replaced",
    "Someone who is signed in to your account turned on another authenticator app in place of the second factor that was on. Everyone else who was signed in is signed out.",
  ],
  "factor-removed": [
    "Your second factor was turned off",
    "Someone who is signed in to your account turned its second factor off. From now on the password alone opens it.",
  ],
  "factor-guessed": [
    "Someone has your password and is guessing your second factor",
    "Your password was typed right, and then a wrong code five times. Nobody got in by that. If it was not you, someone knows your password: sign in and choose a new one.",
  ],
  "factor-saved-code": [
    "A saved code was used for your account",
    "One of your saved codes was typed in place of your second factor. It is used up now.",
  ],
  "contact-added": [
    "A new e-mail or phone was added to your account",
    "Someone who is signed in to your account, and gave its password, added another e-mail or phone. We write to it from now on, and to you as before.",
  ],
  "contact-removed": [
    "An e-mail or phone was taken off your account",
    "Someone who is signed in to your account, and gave its password, took an e-mail or phone off it. If it is this one, we still tell you for 90 days what happens to the account, and you can stop it.",
  ],
  "contact-provided": [
    "A new e-mail or phone was added to your account",
    "Whoever keeps your account for you, such as your company or school, added another e-mail or phone. We write to it from now on, and to you as before. For 30 days it cannot help to show whose account this is.",
  ],
  "contact-withdrawn": [
    "An e-mail or phone was taken off your account",
    "Whoever keeps your account for you, such as your company or school, took an e-mail or phone off it. If it is this one, we still tell you for 90 days what happens to the account, and you can stop it.",
  ],
  "device-added": [
    "A device was added to your account",
    "Someone who is signed in to your account, and gave its password, added a device by its serial number. In 30 days it can help to show whose account this is.",
  ],
  "device-removed": [
    "A device was taken off your account",
    "Someone who is signed in to your account, and gave its password, took a device off it. If that was not you, its serial number still helps you for 30 days to show that the account is yours.",
  ],
  "questions-chosen": [
    "New security questions were chosen for your account",
    "Someone who is signed in to your account, and gave its password, chose new security questions. Those from before no longer count; the new ones count in 30 days.",
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

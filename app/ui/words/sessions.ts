import { ltr } from "./arabic";

const en = {
  title: "Where you are signed in",
  text: "If you do not know one of these, end it, and then change your password.",
  here: "This is you, here",
  since: "Since",
  seen: "last seen",
  unknown: "A browser",
  /** Browser and system, where both are known. */
  on: (browser: string, system: string): string => `${browser} on ${system}`,
  from: (place: string): string => `from the network ${place}`,
  end: "End it",
  allTitle: "Sign out everywhere",
  allText: "This ends all of them at once, this one too. Use it if you lost a phone, or are not sure.",
  all: "Sign out everywhere",
  ended: "That one is signed out.",
  gone: "That one had ended already.",
};

const ar: typeof en = {
  title: "أماكن تسجيل دخولك",
  text: "إن كان بينها ما لا تعرفه، فأنهه ثم غيّر كلمة المرور.",
  here: "هذا أنت، هنا",
  since: "منذ",
  seen: "آخر ظهور",
  unknown: "متصفح",
  on: (browser, system) => `${ltr(browser)} على ${ltr(system)}`,
  from: (place) => `من الشبكة ${ltr(place)}`,
  end: "أنهه",
  allTitle: "سجّل الخروج من كل مكان",
  allText: "ينهي هذا كل ما سبق فورًا، ومعه هذا المتصفح. استعمله إن ضاع هاتفك أو لم تكن متأكدًا.",
  all: "سجّل الخروج من كل مكان",
  ended: "سُجّل خروج ذلك المتصفح.",
  gone: "كان قد انتهى من قبل.",
};

/** Where a holder is signed in, and how to end it. */
export const sessionWords = { en, ar };

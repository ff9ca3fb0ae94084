import type { SafetyKind } from "domain/safety";

const en = {
  callTitle: "If you are on the phone with us",
  number: "Read us this number",
  numberHint: (until: string): string =>
    `Only if you called us. It changes ${until}: load the page again for a new one.`,
  word: "We tell you this word",
  wordHint: "If they say another word, or none, hang up. It is not us.",
  again:
    "You opened this page again somewhere else. For a number to read on the phone, open your request anew with a code.",
  dangerTitle: "I am not safe from someone close to me",
  dangerText:
    "Tell us if someone you live with, or used to, or who follows you, may try to get in. We are then more careful with your account. This page will not show it afterwards.",
  dangerKind: "Who is it",
  kinds: {
    household: "Someone I live with",
    separation: "Someone I parted from",
    stalking: "Someone who follows me",
  } satisfies Record<SafetyKind, string>,
  send: "Tell the desk",
};
const ar: typeof en = {
  callTitle: "إن كنت تتحدث معنا على الهاتف",
  number: "اقرأ لنا هذا الرقم",
  numberHint: (until) => `فقط إن كنت أنت من اتصل بنا. يتغيّر ${until}: حمّل الصفحة من جديد لتحصل على رقم جديد.`,
  word: "نقول لك هذه الكلمة",
  wordHint: "إن قالوا كلمة أخرى، أو لم يقولوا شيئًا، فأغلق الخط. لسنا نحن.",
  again: "فتحت هذه الصفحة من جديد في مكان آخر. لتحصل على رقم تقرؤه على الهاتف، افتح طلبك من جديد برمز.",
  dangerTitle: "لست في أمان من شخص قريب مني",
  dangerText:
    "أخبرنا إن كان شخص تعيش معه، أو كنت تعيش معه، أو يلاحقك، قد يحاول الدخول. نكون عندها أكثر حذرًا مع حسابك. لن تُظهر هذه الصفحة ذلك بعدها.",
  dangerKind: "من هو",
  kinds: {
    household: "شخص أعيش معه",
    separation: "شخص انفصلت عنه",
    stalking: "شخص يلاحقني",
  },
  send: "أخبر مكتب المساعدة",
};

/** What the holder's and the requester's own pages say of a call with the desk and of danger. */
export const portalCare = { en, ar };

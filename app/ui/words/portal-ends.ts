import { ltr } from "./arabic";

const objectionEn = {
  title: "Someone asks to get into your account",
  text: (ticket: string, lost: string): string =>
    `The request ${ticket} says that this was lost: ${lost}. You get this because your e-mail or phone is, or was, one of the account's contacts.`,
  done: "The account was opened by this request. If it was not you, press the button: the account is locked at once.",
  stopTitle: "This was not me",
  stopText:
    "Press the button, and everything stops at once. Two people then look at it. You need no password for this.",
  stop: "Stop it",
  mineTitle: "I asked for this",
  mineText: "Then there is nothing to do. You can close this page.",
  when: "The request was made",
};
const objectionAr: typeof objectionEn = {
  title: "شخص يطلب الدخول إلى حسابك",
  text: (ticket, lost) =>
    `يقول الطلب ${ltr(ticket)} إن هذا قد فُقد: ${lost}. وصلك هذا لأن بريدك الإلكتروني أو هاتفك هو إحدى وسائل الاتصال بالحساب، أو كان كذلك.`,
  done: "فُتح الحساب بهذا الطلب. إن لم تكن أنت، فاضغط الزر: يُقفل الحساب فورًا.",
  stopTitle: "لست أنا",
  stopText: "اضغط الزر، فيتوقف كل شيء فورًا. ثم ينظر فيه شخصان. لا تحتاج إلى كلمة مرور لهذا.",
  stop: "أوقفه",
  mineTitle: "أنا من طلب هذا",
  mineText: "إذن لا يلزمك شيء. يمكنك إغلاق هذه الصفحة.",
  when: "قُدّم الطلب",
};
export const objectionWords = { en: objectionEn, ar: objectionAr };

const overEn = {
  title: (date: string): string => `This request was ended on ${date}`,
  text: "There is nothing left to do.",
  /** Where the account was recovered by it. */
  recovered: "It can no longer be undone on this page. If you cannot get into your account, please ask us for help.",
};
const overAr: typeof overEn = {
  title: (date) => `انتهى هذا الطلب في ${date}`,
  text: "لم يبق شيء يلزم فعله.",
  recovered: "لم يعد يمكن الرجوع عنه في هذه الصفحة. إن لم تستطع الدخول إلى حسابك، فاطلب مساعدتنا من فضلك.",
};
export const overWords = { en: overEn, ar: overAr };

const twoPeople = "Two people who did not work on the request";
const objectedEn = {
  title: "We stopped it",
  text: (ticket: string): string =>
    `The request ${ticket} goes no further. Any link that was sent for it no longer works.`,
  frozen: "The account is locked, and everyone who was signed in is signed out.",
  nextTitle: "What happens now",
  /** By how far the proof is. */
  next: {
    open: [
      `${twoPeople} look at it.`,
      "If you show that the account is yours, they end the request. If nobody does within seven days, they may end it all the same, or two people who did not approve it either let it go on, with everything to be proven anew.",
      "If you cannot do it here, ask us for help. Have a device and its label at hand.",
    ],
    proved: [`${twoPeople} look at what you showed.`, "They end the request, and we write to you."],
    over: [
      `${twoPeople} decide.`,
      "They end the request, or two who did not approve it either let it go on. We write to you.",
    ],
  },
  nextRecovered: {
    open: [
      `${twoPeople} look at it.`,
      "If you show that the account is yours, they undo what the request did. If nobody does within seven days, two people who did not approve it either may let it stand; the account stays locked.",
      "If you cannot do it here, ask us for help. Have a device and its label at hand.",
    ],
    proved: [`${twoPeople} look at what you showed.`, "They undo what the request did, and we write to you."],
    over: [
      "Two people who neither worked on the request nor approved it decide whether it stands.",
      "The account stays locked until then. We write to you.",
    ],
  },
};
const callAr = "إن لم تستطع أن تفعل ذلك هنا، فاطلب مساعدتنا. وليكن معك أحد أجهزتك وملصقه.";
const objectedAr: typeof objectedEn = {
  title: "أوقفناه",
  text: (ticket) => `لن يستمر الطلب ${ltr(ticket)}. وأي رابط أُرسل من أجله لم يعد يعمل.`,
  frozen: "الحساب مقفل، وكل من كان قد سجّل الدخول سُجّل خروجه.",
  nextTitle: "ماذا يحدث الآن",
  next: {
    open: [
      "ينظر فيه شخصان لم يعملا على الطلب.",
      "إن أثبتّ أن الحساب لك، فإنهما ينهيان الطلب. وإن لم يثبت ذلك أحد خلال سبعة أيام، فقد ينهيانه مع ذلك، أو يتركه شخصان لم يوافقا عليه من قبل يستمر، على أن يُثبت كل شيء من جديد.",
      callAr,
    ],
    proved: ["ينظر شخصان لم يعملا على الطلب في ما أثبتّه.", "إنهما ينهيان الطلب، ونحن نراسلك."],
    over: [
      "يقرر شخصان لم يعملا على الطلب.",
      "إنهما ينهيان الطلب، أو يتركه شخصان لم يوافقا عليه من قبل يستمر. نحن نراسلك.",
    ],
  },
  nextRecovered: {
    open: [
      "ينظر فيه شخصان لم يعملا على الطلب.",
      "إن أثبتّ أن الحساب لك، فإنهما يلغيان ما فعله الطلب. وإن لم يثبت ذلك أحد خلال سبعة أيام، فقد يُبقي شخصان لم يوافقا عليه من قبل ما حدث كما هو؛ ويبقى الحساب مقفلًا.",
      callAr,
    ],
    proved: ["ينظر شخصان لم يعملا على الطلب في ما أثبتّه.", "إنهما يلغيان ما فعله الطلب، ونحن نراسلك."],
    over: [
      "يقرر شخصان لم يعملا على الطلب ولم يوافقا عليه هل يبقى ما حدث كما هو.",
      "يبقى الحساب مقفلًا حتى ذلك الوقت. نحن نراسلك.",
    ],
  },
};
export const objectedWords = { en: objectedEn, ar: objectedAr };

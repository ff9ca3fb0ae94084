import { countOf } from "./amounts";
import { arabicCount, arabicList, ltr } from "./arabic";
import { mostPhoto } from "./photo-size";

/** The public pages' words, for a reader of twelve who is in a hurry; `reference`, `code` and `link` mean one thing each. */
const shellEn = {
  name: "Account help",
  skip: "Skip to the page",
  foot: "We never ask for your password, and we never call you first. Keep a code to yourself, unless its message says that you may read it out.",
  zone: (zone: string): string => (zone === "UTC" ? "Times are in UTC." : `Times are in ${zone} time.`),
};
const shellAr: typeof shellEn = {
  name: "مساعدة الحسابات",
  skip: "انتقل إلى الصفحة",
  foot: "لا نسألك أبدًا عن كلمة المرور، ولا نتصل بك نحن أولًا. احتفظ بالرمز لنفسك، إلا إذا قالت رسالته إن لك أن تقرأه.",
  zone: (zone) => `الأوقات هنا حسب ${zone}.`,
};
export const shellWords = { en: shellEn, ar: shellAr };
export const portalName = shellEn.name;
/** The zone of a page's times, where the page speaks English. */
export const zoneNote = shellEn.zone;

const enterEn = {
  title: "How is your request going?",
  text: "When you asked for help, you got a reference. Type it here, and we send a code to your new e-mail or phone.",
  reference: "Your reference",
  referenceHint: "Eight letters and digits, like 7KQ2-M4XD",
  send: "Send me a code",
  haveCode: "I have a code already",
  codeTitle: "Type the code we sent",
  codeText:
    "If the reference is right, a code is on its way. It can take two minutes. Look in your spam folder too. The newest code is the one that works.",
  code: "The code",
  codeHint: "Six digits. Spaces do not matter.",
  open: "Open my request",
  again: "Send another code",
  otherReference: "I mistyped my reference",
};
const enterAr: typeof enterEn = {
  title: "أين وصل طلبك؟",
  text: "عندما طلبت المساعدة حصلت على رقم مرجعي. اكتبه هنا، ونرسل رمزًا إلى بريدك الإلكتروني الجديد أو هاتفك الجديد.",
  reference: "رقمك المرجعي",
  referenceHint: `ثمانية أحرف وأرقام، مثل ${ltr("7KQ2-M4XD")}`,
  send: "أرسل إليّ رمزًا",
  haveCode: "عندي رمز بالفعل",
  codeTitle: "اكتب الرمز الذي أرسلناه",
  codeText:
    "إن كان الرقم المرجعي صحيحًا، فالرمز في الطريق. قد يستغرق دقيقتين. تفقّد أيضًا مجلد الرسائل غير المرغوب فيها. الرمز الأحدث هو الذي يعمل.",
  code: "الرمز",
  codeHint: "ستة أرقام. المسافات لا تهم.",
  open: "افتح طلبي",
  again: "أرسل رمزًا آخر",
  otherReference: "أخطأت في كتابة رقمي المرجعي",
};
export const enterWords = { en: enterEn, ar: enterAr };

const answersEn = {
  title: "Please answer your questions",
  text: "You chose these questions when you set up the account. Answer all of them, then send them together. Capital letters, spaces and accents do not matter.",
  care: "You have only a few tries a day. We never say which answer was wrong, so that a stranger learns nothing.",
  own: "The question that you wrote yourself",
  send: "Send my answers",
  done: "We have your answers.",
  notUsed: "We could not use these answers.",
  locked: "There are no tries left here for your questions today. Ask us for help, or come back tomorrow.",
};
const answersAr: typeof answersEn = {
  title: "أجب عن أسئلتك من فضلك",
  text: "اخترت هذه الأسئلة عندما أنشأت الحساب. أجب عنها كلها ثم أرسلها معًا. لا تهم المسافات ولا التشكيل ولا حالة الأحرف اللاتينية.",
  care: "لديك محاولات قليلة في اليوم. لا نقول أبدًا أي إجابة كانت خطأ، حتى لا يعرف الغريب شيئًا.",
  own: "السؤال الذي كتبته بنفسك",
  send: "أرسل إجاباتي",
  done: "وصلتنا إجاباتك.",
  notUsed: "لم نستطع استخدام هذه الإجابات.",
  locked: "لم تبق هنا محاولات لأسئلتك اليوم. اطلب مساعدتنا، أو عد غدًا.",
};
export const answerWords = { en: answersEn, ar: answersAr };

interface Waiting {
  photos: number;
  purchases: number;
}
/** What the requester sent and nobody has looked at yet; null when there is nothing. */
export const waitingWords = {
  en: ({ photos, purchases }: Waiting): string | null => {
    const sent = [
      ...(photos > 0 ? [countOf(photos, "photo", "photos")] : []),
      ...(purchases > 0 ? [countOf(purchases, "receipt", "receipts")] : []),
    ];
    const all = photos + purchases;
    return all === 0 ? null : `We have ${sent.join(" and ")} of yours, and will look at ${all === 1 ? "it" : "them"}.`;
  },
  ar: ({ photos, purchases }: Waiting): string | null => {
    const sent = [
      ...(photos > 0 ? [arabicCount(photos, photoNoun)] : []),
      ...(purchases > 0 ? [arabicCount(purchases, receiptNoun)] : []),
    ];
    return sent.length === 0 ? null : `وصلنا منك: ${arabicList(sent)}. سننظر في ذلك.`;
  },
};
const photoNoun = { zero: "لا صور", one: "صورة واحدة", two: "صورتان", few: "صور", many: "صورة", other: "صورة" };
const receiptNoun = {
  zero: "لا إيصالات",
  one: "إيصال واحد",
  two: "إيصالان",
  few: "إيصالات",
  many: "إيصالًا",
  other: "إيصال",
};

const photoEn = {
  title: "Add a photo of a label",
  text: (ticket: string): string =>
    `Write ${ticket} on a piece of paper by hand. Put it beside the label of one of your devices. Take a photo where both can be read.`,
  field: "The photo",
  hint: `A JPEG, PNG or WebP of at most ${mostPhoto}. We remove where and when it was taken.`,
  send: "Send the photo",
};
const photoAr: typeof photoEn = {
  title: "أضف صورة ملصق",
  text: (ticket) =>
    `اكتب ${ltr(ticket)} بخط يدك على ورقة. ضعها بجانب ملصق أحد أجهزتك. التقط صورة يمكن فيها قراءة الاثنين.`,
  field: "الصورة",
  hint: `صورة من نوع JPEG أو PNG أو WebP لا تزيد عن ${ltr(mostPhoto)}. نحذف منها مكان التقاطها ووقته.`,
  send: "أرسل الصورة",
};
export const photoWords = { en: photoEn, ar: photoAr };

const requestEn = {
  cancelTitle: "I no longer need this",
  cancelText: "This ends your request. The account stays as it is. You can ask again at any time.",
  cancel: "End my request",
  renewText: "We can send a new link once more, to the same place. The old one stops working.",
  renew: "Send a new link",
  askAgain: "Ask again",
  notMe:
    "Was this not you? Open the link in the message that we sent to your old e-mail or phone, and press “Stop it”.",
};
const requestAr: typeof requestEn = {
  cancelTitle: "لم أعد أحتاج إلى هذا",
  cancelText: "هذا ينهي طلبك. يبقى الحساب كما هو. يمكنك أن تطلب من جديد في أي وقت.",
  cancel: "أنهِ طلبي",
  renewText: "يمكننا أن نرسل رابطًا جديدًا مرة واحدة أخرى إلى المكان نفسه. الرابط القديم لن يعمل بعدها.",
  renew: "أرسل رابطًا جديدًا",
  askAgain: "اطلب من جديد",
  notMe: "لم تكن أنت؟ افتح الرابط في الرسالة التي أرسلناها إلى بريدك الإلكتروني القديم أو هاتفك القديم، واضغط «أوقفه».",
};
/** What may be done on a request's own page besides proving. */
export const ownRequestWords = { en: requestEn, ar: requestAr };

import type { ProofView } from "domain/view-objection";
import type { Language } from "../languages";
import { arabicCount, ltr } from "./arabic";
import { inline } from "./telling";

const en = {
  title: "Show us that the account is yours",
  now: (until: string, recovered: boolean): string =>
    `You have until ${until}. First a code to your old contact, then one thing more. With that, two people can ${recovered ? "undo what the request did" : "end the request"}.`,
  first:
    "You said stop to this request before, and the account was not shown to be yours. Show it first; then you can stop the request again.",
  proved: "Thank you: you showed that the account is yours. It counts however long the decision takes.",
  over: "The seven days to show that the account is yours are over.",
  enough: "Thank you: that is enough. Now you can stop the request.",
  codeTitle: "1. A code",
  codeText: (mask: string): string => `We send six digits to ${inline(mask)}.`,
  codeSend: "Send me a code",
  codeAgain: "Send another code",
  codeLabel: (mask: string): string => `The code we sent to ${inline(mask)}`,
  codeHint: "Six digits. Nobody from our desk asks you for it.",
  codeDone: "The code was right.",
  confirm: "Check the code",
  moreTitle: "2. One thing more",
  moreText: "The serial number on the label of one of your devices, or your security questions.",
  serialLabel: "The serial number of a device",
  serialHint: "All of the label, or the nine characters of it",
  serialSend: "Check the serial number",
  serialDone: (n: number): string => (n === 1 ? "One serial number was right." : `${n} serial numbers were right.`),
  questionsText: "Or answer the security questions you once chose.",
  questionsSend: "Show me the questions",
  answersDone: "Your answers were right.",
  withCode: (mask: string): string => `Begin with a code to ${inline(mask)}`,
  notYet: "That is not quite enough yet. Please give one thing more.",
};

const ar: typeof en = {
  title: "أثبت لنا أن الحساب لك",
  now: (until, recovered) =>
    `أمامك حتى ${until}. أولًا رمز إلى وسيلة اتصالك القديمة، ثم شيء آخر. بهذا يستطيع شخصان أن ${recovered ? "يلغيا ما فعله الطلب" : "ينهيا الطلب"}.`,
  first: "قلت من قبل إن هذا الطلب يجب أن يتوقف، ولم يثبت أن الحساب لك. أثبت ذلك أولًا، ثم يمكنك إيقاف الطلب من جديد.",
  proved: "شكرًا: أثبتّ أن الحساب لك. يبقى ذلك محسوبًا لك مهما طال القرار.",
  over: "انتهت الأيام السبعة التي يمكن فيها إثبات أن الحساب لك.",
  enough: "شكرًا: هذا يكفي. يمكنك الآن إيقاف الطلب.",
  codeTitle: "1. رمز",
  codeText: (mask) => `نرسل ستة أرقام إلى ${ltr(mask)}.`,
  codeSend: "أرسل إليّ رمزًا",
  codeAgain: "أرسل رمزًا آخر",
  codeLabel: (mask) => `الرمز الذي أرسلناه إلى ${ltr(mask)}`,
  codeHint: "ستة أرقام. لا أحد من مكتبنا يسألك عنه.",
  codeDone: "الرمز صحيح.",
  confirm: "تحقّق من الرمز",
  moreTitle: "2. شيء آخر",
  moreText: "الرقم التسلسلي على ملصق أحد أجهزتك، أو أسئلة الأمان.",
  serialLabel: "الرقم التسلسلي لجهاز",
  serialHint: "الملصق كله، أو الأحرف والأرقام التسعة منه",
  serialSend: "تحقّق من الرقم التسلسلي",
  serialDone: (n) => `${arabicCount(n, rightSerials)}.`,
  questionsText: "أو أجب عن أسئلة الأمان التي اخترتها من قبل.",
  questionsSend: "أظهر لي الأسئلة",
  answersDone: "إجاباتك صحيحة.",
  withCode: (mask) => `ابدأ برمز إلى ${ltr(mask)}`,
  notYet: "هذا لا يكفي بعد. أعطنا شيئًا آخر من فضلك.",
};
const rightSerials = {
  zero: "لا أرقام تسلسلية صحيحة",
  one: "رقم تسلسلي واحد صحيح",
  two: "رقمان تسلسليان صحيحان",
  few: "أرقام تسلسلية صحيحة",
  many: "رقمًا تسلسليًا صحيحًا",
  other: "رقم تسلسلي صحيح",
};

/** How who objected proves, on a page of their own, that the account is theirs. */
export const proofWords = { en, ar };

const newsEn: Record<string, string> = {
  code: "A code is on its way.",
  confirmation: "The code was right.",
  "serial-match": "Thank you. That serial number was right.",
  "serial-no-match": "That one did not help. Is there another device, or will you answer the questions?",
  "serial-too-new": "That one did not help. Is there another device, or will you answer the questions?",
  "serial-repeated": "You gave us that one before. Is there another device, or will you answer the questions?",
  "serial-counted": "You gave us that one before.",
  questions: "Here are your questions.",
  answers: "Thank you. Your answers were right.",
  "answers-counted": "You gave us these before.",
};

const anotherAr = "هذا لم ينفع. هل هناك جهاز آخر، أم تجيب عن الأسئلة؟";
const newsAr: typeof newsEn = {
  code: "الرمز في الطريق.",
  confirmation: "الرمز صحيح.",
  "serial-match": "شكرًا. هذا الرقم التسلسلي صحيح.",
  "serial-no-match": anotherAr,
  "serial-too-new": anotherAr,
  "serial-repeated": "أعطيتنا هذا من قبل. هل هناك جهاز آخر، أم تجيب عن الأسئلة؟",
  "serial-counted": "أعطيتنا هذا من قبل.",
  questions: "هذه أسئلتك.",
  answers: "شكرًا. إجاباتك صحيحة.",
  "answers-counted": "أعطيتنا هذه من قبل.",
};
export const proofNewsWords = { en: newsEn, ar: newsAr };

/** What the page says once after a step, by the name its address carries; null for anything else. */
export function proofNews(language: Language, done: string | null): string | null {
  const news = proofNewsWords[language];
  return done !== null && Object.hasOwn(news, done) ? (news[done] ?? null) : null;
}

/** Whether a step of the proof can be done now. */
export const isProving = (stage: ProofView["stage"]): boolean => stage === "now" || stage === "first";

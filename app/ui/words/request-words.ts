import { capital, numberWord } from "./amounts";
import { arabicCount, ltr } from "./arabic";

const people = (n: number): string => `${capital(numberWord(n))} ${n === 1 ? "person" : "people"}`;
/** "today", but "on Wednesday". */
const onDay = (moment: string): string => (/^(today|tomorrow|yesterday)/.test(moment) ? moment : `on ${moment}`);

const en = {
  backAt: (moment: string): string => `You can get back in ${onDay(moment)}`,
  waitStarts: "Your waiting time is about to start",
  waitText: (approvals: number): string =>
    `${people(approvals)} approved your request. Now we wait, so that the owner can stop it if this was not you. Nobody can make it shorter.`,
  linkSent: "You can get back in now",
  linkSentText: (to: string | null, until: string | null): string =>
    `We sent a link to ${to ?? "your contact"}. It works once${until ? `, until ${until}` : ""}. Look in your spam folder too.`,
  linkOver: "Your link has run out",
  linkOverOnceMore: "The link we sent was not used in time. You can have one more.",
  linkOverText:
    "The link we sent was not used in time, and we cannot send it again. Please contact us for a new request.",
  checking: "We are checking that it is you",
  checkingText: "You can close this page and come back. We write to you when something happens.",
  open: "We have your request",
  openText: "Someone will look at it soon. You can close this page and come back.",
  openNeeds:
    "Give us what you can, on this page. Someone goes on with it once there is enough. You can close this page and come back.",
  checkingNeeds:
    "Give us what you can, on this page. You can close it and come back. We write to you when something happens.",
  inReview: "Your request is nearly checked",
  inReviewText: (n: number): string =>
    `${n === 1 ? "One more person" : `${capital(numberWord(n))} more people`} who did not talk with you ${n === 1 ? "looks" : "look"} at it next. We write to you when that is done.`,
  completed: "You are back in",
  completedText: "Your request is done. The link we sent was used.",
  rejected: "We could not approve your request",
  rejectedText:
    "What we had was not enough to be sure that it is you. The account stays as it is. You can ask again, with more proof.",
  stopped: "Your request was ended",
  stoppedText:
    "Someone told us that it does not come from the owner of the account. Two people looked at it and ended it. The account stays as it is. If it is yours, please ask us for help.",
  cancelled: "Your request has ended",
  cancelledText: "It was stopped before it was approved. The account stays as it is. You can ask again at any time.",
  expired: "Your request has run out",
  expiredText:
    "Nothing happened for a while, so we closed it. The account stays as it is. You can ask again at any time.",
  disputed: "Your request has stopped",
  disputedText:
    "Someone told us that it does not come from the owner of the account. They have seven days to prove that the account is theirs, and two people look at it. Then you can see here how it goes on.",
  reversed: "Your request was undone",
  reversedText:
    "Two people looked at it and undid it. The account has its old contacts back and is locked. If it is yours, please ask us for help.",

  received: "We received your request",
  checks: (past: boolean): string => (past ? "We checked that it is you" : "We check that it is you"),
  approves: (n: number, past: boolean): string =>
    `${people(n)} ${past ? "approved" : n === 1 ? "approves" : "approve"} it`,
  approvesExpect: "They have no part in the check",
  waiting: "Waiting time",
  link: (to: string | null, past: boolean): string => `${past ? "We sent" : "We send"} a link to ${to ?? "you"}`,
  linkExpect: "It works once, for 24 hours",
  /** The state of a step, for those who do not see its dot. */
  states: { done: ", done", now: ", now", later: ", later" },
  /** The end of a wait with its zone: "until Wednesday at 15:41, Lisbon time". */
  until: (moment: string, zone: string): string => `until ${moment}, ${zone} time`,
  /** The reference, where the reader may want to note it. */
  reference: (reference: string): string => `Your reference is ${reference}.`,
  /** The heading of the steps when something else comes first. */
  where: "Where your request is",
};

const persons = { zero: "لا أحد", one: "شخص واحد", two: "شخصان", few: "أشخاص", many: "شخصًا", other: "شخص" };
const ar: typeof en = {
  backAt: (moment) => `يمكنك العودة إلى حسابك ${moment}`,
  waitStarts: "مدة الانتظار على وشك أن تبدأ",
  waitText: (approvals) =>
    `عدد من وافقوا على طلبك: ${arabicCount(approvals, persons)}. ننتظر الآن، حتى يستطيع صاحب الحساب إيقافه إن لم تكن أنت. لا أحد يستطيع أن يقصّر المدة.`,
  linkSent: "يمكنك العودة إلى حسابك الآن",
  linkSentText: (to, until) =>
    `أرسلنا رابطًا إلى ${to === null ? "وسيلة اتصالك" : ltr(to)}. يعمل مرة واحدة${until ? `، حتى ${until}` : ""}. تفقّد أيضًا مجلد الرسائل غير المرغوب فيها.`,
  linkOver: "انتهت مدة رابطك",
  linkOverOnceMore: "لم يُستخدم الرابط الذي أرسلناه في الوقت المحدد. يمكنك الحصول على رابط آخر.",
  linkOverText:
    "لم يُستخدم الرابط الذي أرسلناه في الوقت المحدد، ولا يمكننا إرساله من جديد. اطلب مساعدتنا من جديد من فضلك.",
  checking: "نتحقق من أنك أنت",
  checkingText: "يمكنك إغلاق هذه الصفحة والعودة إليها. نراسلك عندما يحدث شيء.",
  open: "وصلنا طلبك",
  openText: "سينظر فيه شخص قريبًا. يمكنك إغلاق هذه الصفحة والعودة إليها.",
  openNeeds:
    "قدّم لنا ما تستطيع في هذه الصفحة. يُكمل شخص النظر فيه عندما يكفي ما قدّمته. يمكنك إغلاق هذه الصفحة والعودة إليها.",
  checkingNeeds: "قدّم لنا ما تستطيع في هذه الصفحة. يمكنك إغلاقها والعودة إليها. نراسلك عندما يحدث شيء.",
  inReview: "أوشكنا على الانتهاء من فحص طلبك",
  inReviewText: (n) => `من سينظر فيه بعد ذلك ولم يتحدث معك: ${arabicCount(n, persons)}. نراسلك عندما ينتهي ذلك.`,
  completed: "عدت إلى حسابك",
  completedText: "انتهى طلبك. استُخدم الرابط الذي أرسلناه.",
  rejected: "لم نستطع الموافقة على طلبك",
  rejectedText: "ما لدينا لم يكفِ لنتأكد من أنك أنت. يبقى الحساب كما هو. يمكنك أن تطلب من جديد بإثبات أكثر.",
  stopped: "أُنهي طلبك",
  stoppedText:
    "قال لنا شخص إنه ليس من صاحب الحساب. نظر فيه شخصان وأنهياه. يبقى الحساب كما هو. إن كان الحساب لك، فاطلب مساعدتنا من فضلك.",
  cancelled: "انتهى طلبك",
  cancelledText: "أُوقف قبل الموافقة عليه. يبقى الحساب كما هو. يمكنك أن تطلب من جديد في أي وقت.",
  expired: "انتهت مدة طلبك",
  expiredText: "لم يحدث شيء لبعض الوقت، فأغلقناه. يبقى الحساب كما هو. يمكنك أن تطلب من جديد في أي وقت.",
  disputed: "توقّف طلبك",
  disputedText:
    "قال لنا شخص إنه ليس من صاحب الحساب. أمامه سبعة أيام ليثبت أن الحساب له، وينظر في ذلك شخصان. بعدها ترى هنا كيف يستمر الأمر.",
  reversed: "أُلغي ما فعله طلبك",
  reversedText:
    "نظر فيه شخصان وألغيا ما فعله. عادت إلى الحساب وسائل اتصاله القديمة وهو مقفل. إن كان الحساب لك، فاطلب مساعدتنا من فضلك.",

  received: "وصلنا طلبك",
  checks: (past) => (past ? "تحققنا من أنك أنت" : "نتحقق من أنك أنت"),
  approves: (n, past) => `${past ? "تمت الموافقة عليه" : "الموافقة عليه"}: ${arabicCount(n, persons)}`,
  approvesExpect: "من يوافق لا دور له في التحقق",
  waiting: "مدة الانتظار",
  link: (to, past) => `${past ? "أرسلنا" : "نرسل"} رابطًا ${to === null ? "إليك" : `إلى ${ltr(to)}`}`,
  linkExpect: "يعمل مرة واحدة، لمدة 24 ساعة",
  states: { done: "، تم", now: "، الآن", later: "، لاحقًا" },
  until: (moment, zone) => `حتى ${moment}، حسب ${zone}`,
  reference: (reference) => `رقمك المرجعي هو ${ltr(reference)}.`,
  where: "أين وصل طلبك",
};

/** A request's own page: when the reader gets back in, what happens until then, and where it is. */
export const requestWords = { en, ar };

import type { TicketState } from "domain/ticket";
import { arabicCount, ltr } from "./arabic";

/** The pages of a holder's account that can be reached from its first one. */
export type AccountPlace =
  | "password"
  | "secondFactor"
  | "contacts"
  | "devices"
  | "questions"
  | "codes"
  | "people"
  | "sessions"
  | "requests";

const en = {
  title: "Your account",
  back: "Back to your account",
  settings: "Look after it",
  signOut: "Sign out",
  places: {
    password: "Password",
    secondFactor: "Second factor",
    contacts: "E-mail and phone",
    devices: "Devices",
    questions: "Security questions",
    codes: "Saved codes",
    people: "People who vouch for you",
    sessions: "Where you are signed in",
    requests: "Requests to get in",
  } satisfies Record<AccountPlace, string>,
  passwordSince: "Set on",
  passwordNever: "Not set yet",
  passwordOld: "You have had your password for a long time. It may be time for a new one.",
  quarantine:
    "Your account was recovered a short while ago. Contacts and devices can be looked at and not changed until",
  factorOff: "Off",
  factorOn: "On",
  noContacts: "None on file",
  noDevices: "None on file",
  devices: (n: number): string => (n === 1 ? "One on file" : `${n} on file`),
  noQuestions: "None answered",
  questions: (n: number): string => (n === 1 ? "One answered" : `${n} answered`),
  noCodes: "None made yet",
  codes: (left: number): string => (left === 1 ? "One left" : `${left} left`),
  noPeople: "Nobody yet",
  people: (n: number): string => (n === 1 ? "One person" : `${n} people`),
  sessions: (n: number): string => (n === 1 ? "Only here" : `In ${n} places`),
  noRequests: "None in the last 90 days",
  requests: (n: number): string => (n === 1 ? "One in the last 90 days" : `${n} in the last 90 days`),
  runningTitle: "Was it you who asked to get in?",
  history: {
    title: "Requests to get in",
    text: "Everyone who asked our desk to be let into this account in the last 90 days, the newest first.",
    none: "Nobody asked to get into this account in the last 90 days.",
    was: (ticket: string): string => `Request ${ticket}`,
    lost: (what: string): string => `It says that this was lost: ${what}.`,
    states: {
      open: "It waits for someone at our desk.",
      verifying: "Our desk checks who is asking.",
      in_review: "Two people at our desk look at it.",
      on_hold: "It was approved. Nothing changes until the waiting time is over.",
      reset_sent: "It was approved, and a link was sent.",
      completed: "The account was opened by it.",
      rejected: "Our desk said no. Nothing was changed.",
      cancelled: "It was ended before it was approved. Nothing was changed.",
      expired: "It ran out of time. Nothing was changed.",
      disputed: "It is stopped. Two people at our desk look at it.",
      reversed: "The account was opened by it, and that was undone.",
    } satisfies Record<TicketState, string>,
    mine: "Yes, it was me",
    notMe: "This was not me",
    notMeText: "Press the button if you did not ask for this. We ask you once more before anything stops.",
    stop: (ticket: string): string => `Stop ${ticket}`,
  },
  stopping: {
    title: (ticket: string): string => `Stop ${ticket}?`,
    ends: "Nobody gets into your account by this request any more, and two people at our desk look at it.",
    locks:
      "The account was opened by this request. If you stop it, the account is locked at once: everyone is signed out, you as well, and nobody can sign in until two people have looked at it.",
    own: "If you asked for it yourself, do not stop it: you would lock yourself out.",
    sure: (ticket: string): string => `It was not me: stop ${ticket}`,
    no: "No, leave it as it is",
    stoppedTitle: "The request is stopped",
    stoppedText: "Nobody gets into your account by it.",
    lockedTitle: "The account is locked",
    lockedText:
      "Everyone is signed out, you as well. Nobody can sign in or change anything, whoever knows the password.",
    nextTitle: "What happens now",
    next: [
      "We wrote to every contact of your account. Open the link in that message, within seven days.",
      "There you show that the account is yours: with a code, and the label of a device or your security questions.",
      "Two people look at it. Then they end the request, and tell you.",
    ],
    back: "Back to your account",
  },
};

const ar: typeof en = {
  title: "حسابك",
  back: "العودة إلى حسابك",
  settings: "اعتنِ بحسابك",
  signOut: "سجّل الخروج",
  places: {
    password: "كلمة المرور",
    secondFactor: "العامل الثاني",
    contacts: "البريد الإلكتروني والهاتف",
    devices: "الأجهزة",
    questions: "أسئلة الأمان",
    codes: "الرموز المحفوظة",
    people: "من يشهدون لك",
    sessions: "أماكن تسجيل دخولك",
    requests: "طلبات الدخول",
  },
  passwordSince: "منذ",
  passwordNever: "لم تُحدَّد بعد",
  passwordOld: "كلمة مرورك قديمة. قد يكون الوقت مناسبًا لاختيار كلمة جديدة.",
  quarantine: "استُعيد حسابك قبل وقت قصير. يمكن عرض وسائل الاتصال والأجهزة دون تغييرها حتى",
  factorOff: "غير مفعّل",
  factorOn: "مفعّل",
  noContacts: "لا شيء مسجّل",
  noDevices: "لا شيء مسجّل",
  devices: (n) =>
    arabicCount(n, { zero: "لا أجهزة", one: "جهاز واحد", two: "جهازان", few: "أجهزة", many: "جهازًا", other: "جهاز" }),
  noQuestions: "لم تجب عن أي سؤال",
  questions: (n) =>
    `أجبت عن ${arabicCount(n, { zero: "لا أسئلة", one: "سؤال واحد", two: "سؤالين", few: "أسئلة", many: "سؤالًا", other: "سؤال" })}`,
  noCodes: "لم تُنشأ بعد",
  codes: (left) =>
    `بقي ${arabicCount(left, { zero: "لا رموز", one: "رمز واحد", two: "رمزان", few: "رموز", many: "رمزًا", other: "رمز" })}`,
  noPeople: "لا أحد بعد",
  people: (n) =>
    arabicCount(n, { zero: "لا أحد", one: "شخص واحد", two: "شخصان", few: "أشخاص", many: "شخصًا", other: "شخص" }),
  sessions: (n) =>
    n === 1
      ? "هنا فقط"
      : `في ${arabicCount(n, { zero: "لا أماكن", one: "مكان واحد", two: "مكانين", few: "أماكن", many: "مكانًا", other: "مكان" })}`,
  noRequests: "لا طلبات في آخر 90 يومًا",
  requests: (n) =>
    `${arabicCount(n, { zero: "لا طلبات", one: "طلب واحد", two: "طلبان", few: "طلبات", many: "طلبًا", other: "طلب" })} في آخر 90 يومًا`,
  runningTitle: "هل أنت من طلب الدخول؟",
  history: {
    title: "طلبات الدخول",
    text: "كل من طلب من مكتبنا الدخول إلى هذا الحساب في آخر 90 يومًا، والأحدث أولًا.",
    none: "لم يطلب أحد الدخول إلى هذا الحساب في آخر 90 يومًا.",
    was: (ticket) => `الطلب ${ltr(ticket)}`,
    lost: (what) => `يقول الطلب إن هذا ضاع: ${what}.`,
    states: {
      open: "ينتظر موظفًا من مكتبنا.",
      verifying: "يتحقق مكتبنا ممن يطلب.",
      in_review: "ينظر فيه شخصان من مكتبنا.",
      on_hold: "تمت الموافقة عليه. لا يتغير شيء حتى تنتهي مدة الانتظار.",
      reset_sent: "تمت الموافقة عليه وأُرسل رابط.",
      completed: "فُتح الحساب به.",
      rejected: "رفضه مكتبنا. لم يتغير شيء.",
      cancelled: "أُنهي قبل الموافقة عليه. لم يتغير شيء.",
      expired: "انتهى وقته. لم يتغير شيء.",
      disputed: "أُوقف. ينظر فيه شخصان من مكتبنا.",
      reversed: "فُتح الحساب به، ثم أُلغي ذلك.",
    },
    mine: "نعم، كنت أنا",
    notMe: "لم أكن أنا",
    notMeText: "اضغط الزر إن لم تطلب هذا. نسألك مرة أخرى قبل أن يتوقف شيء.",
    stop: (ticket) => `أوقف ${ltr(ticket)}`,
  },
  stopping: {
    title: (ticket) => `هل نوقف ${ltr(ticket)}؟`,
    ends: "لن يدخل أحد إلى حسابك بهذا الطلب، وينظر فيه شخصان من مكتبنا.",
    locks:
      "فُتح الحساب بهذا الطلب. إن أوقفته، يُقفل الحساب فورًا: يخرج منه الجميع، وأنت أيضًا، ولا يستطيع أحد الدخول حتى ينظر فيه شخصان.",
    own: "إن كنت أنت من طلبه، فلا توقفه: ستمنع نفسك من الدخول.",
    sure: (ticket) => `لم أكن أنا: أوقف ${ltr(ticket)}`,
    no: "لا، اتركه كما هو",
    stoppedTitle: "توقّف الطلب",
    stoppedText: "لن يدخل أحد إلى حسابك به.",
    lockedTitle: "الحساب مقفل",
    lockedText: "خرج الجميع، وأنت أيضًا. لا يستطيع أحد الدخول أو تغيير شيء، حتى من يعرف كلمة المرور.",
    nextTitle: "ماذا يحدث الآن",
    next: [
      "كتبنا إلى كل وسائل الاتصال المسجّلة لحسابك. افتح الرابط في تلك الرسالة خلال سبعة أيام.",
      "هناك تثبت أن الحساب لك: برمز، ثم بملصق جهاز أو أسئلة الأمان.",
      "ينظر فيه شخصان. ثم ينهيان الطلب ويخبرانك.",
    ],
    back: "العودة إلى حسابك",
  },
};

/** The first page of a holder's account and the history of requests, for a reader of twelve. */
export const accountPagesWords = { en, ar };

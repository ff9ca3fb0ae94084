import { ltr } from "./arabic";

const resetEn = {
  title: "Choose a new password",
  text: "After this you can sign in again. Everyone who is signed in to your account now will be signed out.",
  rulesTitle: "A good password",
  rules: (least: number): string[] => [
    `has at least ${least} characters; a few words you can remember are fine`,
    "does not hold your name, your address or your user name",
    "is not used for anything else",
  ],
  password: "New password",
  repeat: "The same password again",
  send: "Save and finish",
  plainTitle: "Finish getting back in",
  plainText: "Press the button to finish. Everyone who is signed in to your account now will be signed out.",
  plainSend: "Finish",
};
const resetAr: typeof resetEn = {
  title: "اختر كلمة مرور جديدة",
  text: "بعد هذا يمكنك تسجيل الدخول من جديد. وكل من سجّل الدخول إلى حسابك الآن يُسجَّل خروجه.",
  rulesTitle: "كلمة المرور الجيدة",
  rules: (least) => [
    `فيها ${least} حرفًا على الأقل؛ تكفي بضع كلمات يسهل عليك تذكّرها`,
    "ليس فيها اسمك ولا عنوانك ولا اسم المستخدم",
    "لا تستخدمها لشيء آخر",
  ],
  password: "كلمة المرور الجديدة",
  repeat: "كلمة المرور نفسها مرة أخرى",
  send: "احفظ وأنهِ",
  plainTitle: "أكمل العودة إلى حسابك",
  plainText: "اضغط الزر لتكمل. وكل من سجّل الدخول إلى حسابك الآن يُسجَّل خروجه.",
  plainSend: "أكمل",
};
export const resetWords = { en: resetEn, ar: resetAr };

const doneEn = {
  title: "You are back in",
  password: "Your new password is set. Sign in with it.",
  noPassword: "Sign in with your password as before.",
  secondFactor: "The old second factor is off.",
  contact: (mask: string): string => `From now on we write to ${mask}.`,
  signedOut: "Everyone who was signed in is signed out.",
  quarantine: "For 30 days your contacts and devices cannot be changed. That keeps a thief from taking them.",
  go: "Sign in",
};
const doneAr: typeof doneEn = {
  title: "عدت إلى حسابك",
  password: "حُفظت كلمة المرور الجديدة. سجّل الدخول بها.",
  noPassword: "سجّل الدخول بكلمة المرور كما كنت تفعل.",
  secondFactor: "خطوة التحقق الثانية القديمة متوقفة.",
  contact: (mask) => `من الآن نراسلك على ${ltr(mask)}.`,
  signedOut: "كل من كان قد سجّل الدخول سُجّل خروجه.",
  quarantine: "لا يمكن تغيير وسائل الاتصال والأجهزة لمدة 30 يومًا. هذا يمنع السارق من أخذها.",
  go: "سجّل الدخول",
};
export const doneWords = { en: doneEn, ar: doneAr };

const signInEn = {
  title: "Sign in to your account",
  name: "User name",
  password: "Password",
  code: "Code from your phone",
  codeHint: "Six digits. Spaces do not matter.",
  send: "Sign in",
  help: "I have a reference for a request",
  forgot: "I forgot my password",
};
const signInAr: typeof signInEn = {
  title: "سجّل الدخول إلى حسابك",
  name: "اسم المستخدم",
  password: "كلمة المرور",
  code: "الرمز من هاتفك",
  codeHint: "ستة أرقام. المسافات لا تهم.",
  send: "سجّل الدخول",
  help: "عندي رقم مرجعي لطلب",
  forgot: "نسيت كلمة المرور",
};
export const signInWords = { en: signInEn, ar: signInAr };

const accountEn = {
  title: "Your account",
  contacts: "How we reach you",
  noContacts: "No e-mail or phone is on file.",
  since: "since",
  recent: "Requests to get into this account",
  none: "Nobody asked to get into this account in the last 90 days.",
  was: (ticket: string): string => `Request ${ticket}`,
  notMeTitle: "This was not me",
  notMeText: "Press the button if you did not ask for this. Everything stops at once, and two people look at it.",
  notMeSend: (ticket: string): string => `Stop ${ticket}`,
  signOut: "Sign out",
  quarantine: (until: string): string =>
    `Your account was recovered a short while ago. Until ${until}, contacts and devices can be looked at, not changed.`,
};
const accountAr: typeof accountEn = {
  title: "حسابك",
  contacts: "كيف نصل إليك",
  noContacts: "ليس لدينا بريد إلكتروني أو هاتف لك.",
  since: "منذ",
  recent: "طلبات الدخول إلى هذا الحساب",
  none: "لم يطلب أحد الدخول إلى هذا الحساب في آخر 90 يومًا.",
  was: (ticket) => `الطلب ${ltr(ticket)}`,
  notMeTitle: "لست أنا",
  notMeText: "اضغط الزر إن لم تطلب هذا. يتوقف كل شيء فورًا، وينظر فيه شخصان.",
  notMeSend: (ticket) => `أوقف ${ltr(ticket)}`,
  signOut: "سجّل الخروج",
  quarantine: (until) => `استُعيد حسابك قبل وقت قصير. حتى ${until} يمكن النظر إلى وسائل الاتصال والأجهزة، لا تغييرها.`,
};
export const accountWords = { en: accountEn, ar: accountAr };

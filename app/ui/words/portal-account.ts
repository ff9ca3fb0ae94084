import { ltr } from "./arabic";

const resetEn = {
  title: "Choose a new password",
  text: "After this you can sign in again. Everyone who is signed in to your account now will be signed out.",
  send: "Save and finish",
  plainTitle: "Finish getting back in",
  plainText: "Press the button to finish. Everyone who is signed in to your account now will be signed out.",
  plainSend: "Finish",
};
const resetAr: typeof resetEn = {
  title: "اختر كلمة مرور جديدة",
  text: "بعد هذا يمكنك تسجيل الدخول من جديد. وكل من سجّل الدخول إلى حسابك الآن يُسجَّل خروجه.",
  send: "احفظ وأنهِ",
  plainTitle: "أكمل العودة إلى حسابك",
  plainText: "اضغط الزر لتكمل. وكل من سجّل الدخول إلى حسابك الآن يُسجَّل خروجه.",
  plainSend: "أكمل",
};
export const resetWords = { en: resetEn, ar: resetAr };

const doneEn = {
  title: "You can sign in again",
  password: "Your new password is set. Sign in with it.",
  noPassword: "Sign in with your password as before.",
  name: "Your user name:",
  secondFactor: "The old second factor is off.",
  contact: (mask: string): string => `From now on we write to ${mask}.`,
  signedOut: "Everyone who was signed in is signed out.",
  quarantine: "For 30 days your contacts and devices cannot be changed. That keeps a thief from taking them.",
  go: "Sign in",
};
const doneAr: typeof doneEn = {
  title: "يمكنك تسجيل الدخول من جديد",
  password: "حُفظت كلمة المرور الجديدة. سجّل الدخول بها.",
  noPassword: "سجّل الدخول بكلمة المرور كما كنت تفعل.",
  name: "اسم المستخدم الخاص بك:",
  secondFactor: "العامل الثاني القديم متوقف.",
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

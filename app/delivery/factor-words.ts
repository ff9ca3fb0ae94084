import type { Wording } from "./words";

const en = (code: string): Wording => ({
  subject: "Your code to sign in",
  text: `Your code to sign in is ${code}. It works once, for 10 minutes. Type it on the page you came from, and tell it to nobody, us included. If you did not ask for it, someone else knows your password: choose a new one.\n`,
});

const ar = (code: string): Wording => ({
  subject: "رمزك لتسجيل الدخول",
  text: `رمزك لتسجيل الدخول هو ${code}. يعمل مرة واحدة، لمدة 10 دقائق. اكتبه في الصفحة التي جئت منها، ولا تقله لأحد، ولا لنا. إن لم تطلبه، فهناك من يعرف كلمة مرورك: اختر كلمة جديدة.\n`,
});

/** A code by text, where the phone is the second factor. */
export const factorWording = { en, ar };

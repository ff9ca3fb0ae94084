import type { Wording } from "./words";

/** A code to an e-mail or phone that someone adds to their account, for as long as its kind of code lives. */
type OwnContactWording = (code: string, kind: string) => Wording;

const en: OwnContactWording = (code, kind) => ({
  subject: "Your code to add this to an account",
  text: `Someone wants us to reach them here about their account. If it is you, your code is ${code}. It works once, for ${
    kind === "phone" ? "10 minutes" : "24 hours"
  }. Type it on the page you came from, and tell it to nobody, us included. If it is not you, do nothing: nothing happens without the code.\n`,
});

const ar: OwnContactWording = (code, kind) => ({
  subject: "رمزك لإضافة هذا إلى حساب",
  text: `يريد شخص أن نصل إليه هنا بشأن حسابه. إن كنت أنت، فرمزك هو ${code}. يعمل مرة واحدة، لمدة ${
    kind === "phone" ? "10 دقائق" : "24 ساعة"
  }. اكتبه في الصفحة التي جئت منها، ولا تقله لأحد، ولا لنا. إن لم تكن أنت، فلا تفعل شيئًا: لا يحدث شيء من دون الرمز.\n`,
});

/** Whoever did not ask for it has nothing to do. */
export const ownContactWording = { en, ar };

/** Why somebody who was signed in stands before the sign-in. */
export const lefts = ["out", "ended", "locked"] as const;
export type Left = (typeof lefts)[number];

interface Said {
  title: string;
  text: string;
  next?: readonly string[];
}

const en = {
  out: { title: "You are signed out", text: "To go on, sign in again." },
  ended: {
    title: "You were signed out",
    text: "Nothing that you had not sent was saved. Sign in, and you are back where you were.",
  },
  locked: {
    title: "The account is locked",
    text: "You said that a request was not yours. So everyone is signed out, you as well, and no password opens the account for now.",
    next: [
      "Two people at our desk look at it. We told all contacts of the account.",
      "The message to your old contacts has a link. With it you show that the account is yours.",
      "Or ask for help with the link below. Have a device and its label at hand, and your saved codes if you have some.",
    ],
  },
} satisfies Record<Left, Said> as Record<Left, Said>;

const ar: typeof en = {
  out: { title: "سجّلت الخروج", text: "لتكمل، سجّل الدخول من جديد." },
  ended: { title: "انتهت جلستك", text: "لم يُحفظ ما لم ترسله. سجّل الدخول لتعود إلى حيث كنت." },
  locked: {
    title: "الحساب مقفل",
    text: "قلت إن طلبًا لم يكن منك. لذلك خرج كل من كان داخلًا، وأنت أيضًا، ولا تفتح أي كلمة مرور الحساب الآن.",
    next: [
      "ينظر شخصان من مكتبنا في الأمر. أخبرنا كل وسائل الاتصال المسجّلة للحساب.",
      "في الرسالة إلى وسائل اتصالك القديمة رابط. تُثبت به أن الحساب لك.",
      "أو اطلب المساعدة من الرابط أدناه. جهّز أحد أجهزتك وملصقه، ورموزك المحفوظة إن كانت لديك.",
    ],
  },
};

/** What the sign-in of the portal says to somebody who was signed in until now. */
export const leftWords = { en, ar };

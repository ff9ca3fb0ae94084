/** Why somebody who was signed in stands before the sign-in. */
export const lefts = ["out", "ended"] as const;
export type Left = (typeof lefts)[number];

interface Said {
  title: string;
  text: string;
}

const en = {
  out: { title: "You are signed out", text: "To go on, sign in again." },
  ended: {
    title: "You were signed out",
    text: "Nothing that you had not sent was saved. Sign in, and you are back where you were.",
  },
} satisfies Record<Left, Said> as Record<Left, Said>;

const ar: typeof en = {
  out: { title: "سجّلت الخروج", text: "لتكمل، سجّل الدخول من جديد." },
  ended: { title: "انتهت جلستك", text: "لم يُحفظ ما لم ترسله. سجّل الدخول لتعود إلى حيث كنت." },
};

/** What the sign-in of the portal says to somebody who was signed in until now. */
export const leftWords = { en, ar };

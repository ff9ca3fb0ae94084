const en = {
  rulesTitle: "A good password",
  rules: (least: number): string[] => [
    `has at least ${least} characters; a few words you can remember are fine`,
    "does not hold your name, your address or your user name",
    "is not used for anything else",
  ],
  composition: "has a capital letter, a small letter, a digit and a sign like ! or -",
  username: "Your user name",
  password: "New password",
  repeat: "The same password again",
  show: "Show what I type",
  meter: {
    empty: "As you type, this shows how hard it is to guess.",
    short: "Too short: {n} more to go.",
    weak: "Easy to guess. Add a word that nobody would expect.",
    fair: "Not bad. One more word makes it hard to guess.",
    good: "Hard to guess.",
  },
  page: {
    title: "Change your password",
    text: "You stay signed in here. Everyone else who is signed in to your account is signed out, and we tell all your contacts.",
    present: "Your password now",
    send: "Change it",
    forgot: "I forgot it",
    done: "Your new password is set. Everyone else is signed out.",
    same: "That is the password you have now. Choose another one.",
  },
};

const ar: typeof en = {
  rulesTitle: "كلمة المرور الجيدة",
  rules: (least) => [
    `فيها ${least} حرفًا على الأقل، وتكفي بضع كلمات تتذكرها`,
    "ليس فيها اسمك ولا عنوانك ولا اسم المستخدم",
    "لا تستعملها في مكان آخر",
  ],
  composition: "فيها حرف لاتيني كبير وحرف صغير ورقم وعلامة مثل ! أو -",
  username: "اسم المستخدم الخاص بك",
  password: "كلمة المرور الجديدة",
  repeat: "كلمة المرور نفسها مرة أخرى",
  show: "أظهر ما أكتبه",
  meter: {
    empty: "يظهر هنا أثناء الكتابة مدى صعوبة تخمينها.",
    short: "قصيرة جدًا: ينقصها {n}.",
    weak: "سهلة التخمين. أضف كلمة لا يتوقعها أحد.",
    fair: "لا بأس بها. كلمة أخرى تجعل تخمينها صعبًا.",
    good: "صعبة التخمين.",
  },
  page: {
    title: "غيّر كلمة المرور",
    text: "تبقى داخل الحساب هنا. ويخرج كل من دخل حسابك من مكان آخر، ونخبر كل وسائل اتصالك.",
    present: "كلمة مرورك الآن",
    send: "غيّرها",
    forgot: "نسيتها",
    done: "حُفظت كلمة مرورك الجديدة، وخرج كل من كان داخلًا من مكان آخر.",
    same: "هذه هي كلمة مرورك الحالية. اختر كلمة أخرى.",
  },
};

/** Choosing a new password, on every page that sets one. */
export const passwordWords = { en, ar };

const en = {
  title: "Was this not you?",
  text: (when: string): string =>
    `We wrote to you ${when} that something about an account was changed. You get this because your e-mail or phone is, or was, one of its contacts.`,
  what: "If it was not you, press the button. At once the account is locked, everyone is signed out, and links that were sent before no longer work.",
  care: "Opening it again takes help from our desk and a few days. That is why we ask you once more.",
  stop: "It was not me: lock the account",
  mineTitle: "It was me",
  mineText: "Then there is nothing to do. You can close this page.",
  stoppedTitle: "The account is locked",
  stoppedText:
    "Everyone is signed out, and links that were sent before no longer work. We told all contacts of the account.",
  nextTitle: "What happens now",
  next: [
    "Nobody can sign in or change anything, whoever knows the password.",
    "Ask us for help to open it again. Have a device and its label at hand, and your saved codes if you have some.",
    "Two people look at what you show. After a waiting time you get a link to a new password.",
    "Your mailbox may be open to a stranger, too: change its password today.",
  ],
  help: "Get help",
  signIn: "Sign in to your account",
  dead: {
    "link-expired": {
      title: "This link has run out",
      text: "It works for 60 days. If something about your account is wrong, sign in and change your password, or ask us for help.",
    },
    "link-superseded": {
      title: "This was looked at already",
      text: "Our desk has looked at the account since that message and opened it again. If something is wrong now, use the link in a newer message, or ask us for help.",
    },
    "too-late-to-object": {
      title: "This contact is no longer heard",
      text: "It was taken off the account more than 30 days ago. If the account is yours, please ask us for help.",
    },
    "contact-too-new": {
      title: "This contact is too new for that",
      text: "It came to the account less than 30 days ago, so it cannot lock it alone: a thief may add a contact, too. The same message went to the older contacts. Press the button in that one. Or sign in, change your password and sign out everywhere. Or ask us for help.",
    },
    "not-the-holder": {
      title: "This link is not good any more",
      text: "There is no account with this contact. If you need it, ask us for help.",
    },
  } as Record<string, { title: string; text: string }>,
};

const ar: typeof en = {
  title: "ألم تكن أنت؟",
  text: (when) =>
    `كتبنا إليك ${when} أن شيئًا تغيّر في حساب. وصلتك الرسالة لأن بريدك الإلكتروني أو هاتفك مسجّل، أو كان مسجّلًا، لهذا الحساب.`,
  what: "إن لم تكن أنت، فاضغط الزر. يُقفل الحساب فورًا، ويخرج منه كل من دخل، وتتوقف الروابط التي أُرسلت من قبل.",
  care: "فتح الحساب من جديد يحتاج إلى مساعدة مكتبنا وإلى بضعة أيام. لذلك نسألك مرة أخرى.",
  stop: "لم أكن أنا: أقفل الحساب",
  mineTitle: "كنت أنا",
  mineText: "إذن ليس عليك أن تفعل شيئًا. يمكنك إغلاق هذه الصفحة.",
  stoppedTitle: "الحساب مقفل",
  stoppedText: "خرج كل من كان داخلًا، وتوقفت الروابط التي أُرسلت من قبل. أخبرنا كل وسائل الاتصال المسجّلة للحساب.",
  nextTitle: "ماذا يحدث الآن",
  next: [
    "لا يستطيع أحد الدخول أو تغيير شيء، حتى من يعرف كلمة المرور.",
    "اطلب مساعدتنا لفتح الحساب. جهّز أحد أجهزتك وملصقه، ورموزك المحفوظة إن كانت لديك.",
    "ينظر شخصان فيما تقدّمه. وبعد مدة انتظار يصلك رابط لكلمة مرور جديدة.",
    "ربما دخل غريب إلى بريدك أيضًا: غيّر كلمة مروره اليوم.",
  ],
  help: "احصل على المساعدة",
  signIn: "ادخل إلى حسابك",
  dead: {
    "link-expired": {
      title: "انتهت مدة هذا الرابط",
      text: "يعمل الرابط 60 يومًا. إن كان في حسابك خطأ، فادخل وغيّر كلمة المرور، أو اطلب مساعدتنا.",
    },
    "link-superseded": {
      title: "نُظر في هذا من قبل",
      text: "نظر مكتبنا في الحساب بعد تلك الرسالة وفتحه من جديد. إن كان هناك خطأ الآن، فاستعمل الرابط في رسالة أحدث، أو اطلب مساعدتنا.",
    },
    "too-late-to-object": {
      title: "لم تعد هذه الوسيلة مقبولة",
      text: "أُزيلت من الحساب قبل أكثر من 30 يومًا. إن كان الحساب لك، فاطلب مساعدتنا.",
    },
    "contact-too-new": {
      title: "هذه الوسيلة جديدة جدًا",
      text: "أُضيفت إلى الحساب قبل أقل من 30 يومًا، فلا تقفله وحدها: قد يضيف اللص وسيلة أيضًا. وصلت الرسالة نفسها إلى الوسائل الأقدم، فاضغط الزر هناك. أو ادخل وغيّر كلمة المرور واخرج من كل مكان. أو اطلب مساعدتنا.",
    },
    "not-the-holder": {
      title: "لم يعد هذا الرابط صالحًا",
      text: "لا يوجد حساب بهذه الوسيلة. إن احتجت إليها، فاطلب مساعدتنا.",
    },
  },
};

/** "This was not me", from a notice about an account: before and after. */
export const notMeWords = { en, ar };

const en = {
  title: "Still not in?",
  text: "Go through this list first. It helps most people.",
  checks: [
    "Type the new password slowly, and look at it while you do.",
    "See that capital letters are not locked, and that the keyboard is in the right language.",
    "See that it is the right account: the user name is the one from before.",
    "Close the app and open it again. If that does not help, clear its cache, or take it off and install it anew.",
  ],
  open: "Open my request",
  help: "None of it helped",
  asks: "None of it helped? We look at it again. You need not say anything twice: we know this request, and where to reach you.",
  send: "Make a new request",
};

const ar: typeof en = {
  title: "لم تدخل بعد؟",
  text: "راجع هذه القائمة أولًا. هي تنفع معظم الناس.",
  checks: [
    "اكتب كلمة المرور الجديدة ببطء، وانظر إليها وأنت تكتب.",
    "تأكد أن الأحرف الكبيرة غير مثبّتة، وأن لوحة المفاتيح باللغة الصحيحة.",
    "تأكد أنه الحساب الصحيح: اسم المستخدم هو نفسه كما كان.",
    "أغلق التطبيق وافتحه من جديد. إن لم ينفع ذلك، فامسح ذاكرته المؤقتة، أو احذفه وثبّته من جديد.",
  ],
  open: "افتح طلبي",
  help: "لم ينفع شيء من ذلك",
  asks: "لم ينفع شيء من ذلك؟ ننظر في الأمر مرة أخرى. لا حاجة لأن تعيد شيئًا: نعرف هذا الطلب، ونعرف كيف نصل إليك.",
  send: "قدّم طلبًا جديدًا",
};

/** After a reset that did not let somebody in. */
export const stuckWords = { en, ar };

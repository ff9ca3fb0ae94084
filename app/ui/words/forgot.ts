const en = {
  title: "I forgot my password",
  text: "Type the e-mail address or the phone number that we have of you. We send you a link or a code to choose a new password.",
  contact: "Your e-mail or phone",
  contactHint: "A phone number with its country code, like +44 20 7946 0018",
  send: "Send it to me",
  sentTitle: "Look in your messages",
  sentText:
    "If it is a contact of an account here, a message is on its way: an e-mail with a link, or a text with a code. It can take two minutes.",
  nothing: "Nothing came?",
  typos: "Check what you typed for slips. Perhaps you registered with another address or number.",
  spam: "Look in your spam folder too. The newest message is the one that works. Wait two minutes before you ask for another.",
  again: "Send it once more",
  other: "Try another e-mail or phone",
  desk: "Still nothing? Ask us for help: we get you back in without them.",
  codeTitle: "A code came?",
  code: "The code",
  codeHint: "Six digits. Spaces do not matter.",
  open: "Choose a new password",
  wrongCode: "That code does not work. Please type the newest one, within ten minutes of asking for it.",
};

const ar: typeof en = {
  title: "نسيت كلمة المرور",
  text: "اكتب عنوان البريد الإلكتروني أو رقم الهاتف المسجّل لدينا. نرسل إليك رابطًا أو رمزًا لتختار كلمة مرور جديدة.",
  contact: "بريدك الإلكتروني أو هاتفك",
  contactHint: "رقم الهاتف مع رمز البلد، مثل ‎+44 20 7946 0018",
  send: "أرسله إليّ",
  sentTitle: "تفقّد رسائلك",
  sentText:
    "إن كان ما كتبته مسجّلًا لحساب هنا، فهناك رسالة في الطريق: بريد إلكتروني فيه رابط، أو رسالة نصية فيها رمز. قد يستغرق ذلك دقيقتين.",
  nothing: "لم يصل شيء؟",
  typos: "راجع ما كتبته فقد يكون فيه خطأ. ربما سجّلت بعنوان أو رقم آخر.",
  spam: "تفقّد أيضًا مجلد الرسائل غير المرغوب فيها. الرسالة الأحدث هي التي تعمل. انتظر دقيقتين قبل أن تطلب رسالة أخرى.",
  again: "أرسله مرة أخرى",
  other: "جرّب بريدًا أو هاتفًا آخر",
  desk: "لم يصل شيء بعد؟ اطلب مساعدتنا: نساعدك على الدخول من دونهما.",
  codeTitle: "وصلك رمز؟",
  code: "الرمز",
  codeHint: "ستة أرقام. المسافات لا تهم.",
  open: "اختر كلمة مرور جديدة",
  wrongCode: "هذا الرمز لا يعمل. اكتب الرمز الأحدث خلال عشر دقائق من طلبه.",
};

/** A forgotten password: the same words whether anybody has the address or not. */
export const forgotWords = { en, ar };

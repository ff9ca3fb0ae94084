const en = {
  title: "What can we help you with?",
  ways: "Choose one",
  forgot: "I forgot my password",
  forgotHint: "We send a link or a code to your e-mail or phone.",
  lost: "I no longer have my e-mail or phone",
  lostHint: "We help you back in without them.",
  status: "How is my request going?",
  statusHint: "Have your reference at hand.",
  signIn: "Sign in",
  signInHint: "You know your user name and password.",
  notMe: "This was not me",
  notMeHint:
    "Open the link in the message we sent you: it stops everything, and you need no password. No message? Sign in, and stop it there.",
};

const ar: typeof en = {
  title: "كيف نساعدك؟",
  ways: "اختر واحدًا",
  forgot: "نسيت كلمة المرور",
  forgotHint: "نرسل رابطًا أو رمزًا إلى بريدك الإلكتروني أو هاتفك.",
  lost: "لم يعد لديّ بريدي الإلكتروني أو هاتفي",
  lostHint: "نساعدك على الدخول من دونهما.",
  status: "إلى أين وصل طلبي؟",
  statusHint: "جهّز الرقم المرجعي لطلبك.",
  signIn: "تسجيل الدخول",
  signInHint: "إن كنت تعرف اسم المستخدم وكلمة المرور.",
  notMe: "لست أنا",
  notMeHint:
    "افتح الرابط في الرسالة التي أرسلناها إليك: يوقف كل شيء، ولا تحتاج إلى كلمة مرور. لا توجد رسالة؟ سجّل الدخول وأوقفه هناك.",
};

/** The public start: what people come for, in their own words. */
export const helpWords = { en, ar };

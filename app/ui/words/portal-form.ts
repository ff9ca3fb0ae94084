const en = {
  /** A public form that could not be read. */
  unread: "Something here cannot be taken as it is. Nothing was changed.",
  tooLong: (most: number): string => `That is too long: at most ${most} characters.`,
  needed: "This is needed.",
  notOffered: "Choose one of what is offered, or type it as the hint says.",
};
const ar: typeof en = {
  unread: "هنا شيء لا يمكن قبوله كما هو. لم يتغيّر شيء.",
  tooLong: (most) => `هذا طويل جدًا: ${most} حرفًا على الأكثر.`,
  needed: "هذا مطلوب.",
  notOffered: "اختر شيئًا مما هو معروض، أو اكتبه كما يقول التلميح.",
};

/** What is said of a form that could not be read, and of each field that is why. */
export const formWords = { en, ar };

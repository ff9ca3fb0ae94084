const en = {
  title: "Ask someone else to look again",
  text: "A person who had no part in the decision reads your request and your words. You can ask once.",
  words: "What should they know?",
  hint: "A few sentences. Do not write passwords, codes or answers.",
  send: "Ask for another look",
  waiting:
    "Someone who had no part in the decision looks at it again. The answer will be on this page. We write to you when it is there.",
  stands:
    "Someone else looked at it again. The answer stays the same: what we had was not enough. You can ask again, with more proof.",
  "ask-again":
    "Someone else looked at it again. Please make a new request: it follows this one, and we know what was said.",
  again: "Make a new request",
  said: "You wrote:",
};

const ar: typeof en = {
  title: "اطلب أن ينظر شخص آخر",
  text: "شخص لم يشارك في القرار يقرأ طلبك وكلامك. يمكنك أن تطلب ذلك مرة واحدة.",
  words: "ماذا يجب أن يعرف؟",
  hint: "بضع جمل. لا تكتب كلمات مرور أو رموزًا أو إجابات.",
  send: "اطلب نظرة أخرى",
  waiting: "شخص لم يشارك في القرار ينظر فيه مرة أخرى. سيكون الجواب على هذه الصفحة. نراسلك عندما يكون هناك.",
  stands: "نظر فيه شخص آخر مرة أخرى. الجواب كما هو: ما لدينا لم يكن كافيًا. يمكنك أن تطلب من جديد مع إثبات أكثر.",
  "ask-again": "نظر فيه شخص آخر مرة أخرى. قدّم طلبًا جديدًا من فضلك: هو يتبع هذا الطلب، ونعرف ما قيل.",
  again: "قدّم طلبًا جديدًا",
  said: "كتبتَ:",
};

/** After a refusal: another look, and what came of it. */
export const appealWords = { en, ar };

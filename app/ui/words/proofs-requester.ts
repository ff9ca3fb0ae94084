const en = {
  codeTitle: "I have a saved code",
  codeText: "When you made saved codes, you kept ten of them on paper or in a file. Type one that you have not used.",
  code: "The saved code",
  codeHint: "Four groups of four. Dashes and capital letters do not matter.",
  codeSend: "Send the code",
  codeDone: "We have your saved code.",
  vouchTitle: "Someone can vouch for me",
  vouchText:
    "If you linked someone to your account at least 90 days ago, they can vouch for you. Talk to them in person or in a call, and read them the number.",
  vouchSend: "Give me a number",
  vouchAgain: "Give me a new number",
  number: "Your number",
  until: "It works until",
  where: "They sign in to their own account here, and type it there.",
  vouchDone: "Someone vouched for you.",
};
const ar: typeof en = {
  codeTitle: "عندي رمز محفوظ",
  codeText: "عندما أنشأت الرموز المحفوظة، احتفظت بعشرة منها على ورقة أو في ملف. اكتب واحدًا لم تستخدمه.",
  code: "الرمز المحفوظ",
  codeHint: "أربع مجموعات، في كل منها أربعة. لا تهم الشرطات ولا حالة الأحرف.",
  codeSend: "أرسل الرمز",
  codeDone: "وصلنا رمزك المحفوظ.",
  vouchTitle: "هناك من يشهد لي",
  vouchText:
    "إن ربطت شخصًا بحسابك قبل 90 يومًا على الأقل، فيمكنه أن يشهد لك. تحدّث معه وجهًا لوجه أو في مكالمة، واقرأ له الرقم.",
  vouchSend: "أعطني رقمًا",
  vouchAgain: "أعطني رقمًا جديدًا",
  number: "رقمك",
  until: "يعمل حتى",
  where: "يسجّل هو الدخول إلى حسابه هنا ويكتبه هناك.",
  vouchDone: "شهد لك شخص.",
};

/** Saved codes and a vouch on the requester's own page. */
export const requestProofWords = { en, ar };

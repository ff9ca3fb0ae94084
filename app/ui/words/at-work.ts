const en = {
  title: "We are setting it",
  text: "We have what you chose, and we are setting it where your account lives. Often that takes a few seconds.",
  tells: "This page tells when it is done. You can close it and open the link again later.",
  look: "Look again",
  waits: "It is not done yet",
  /** What stands in the way, and what we do about it. */
  why: {
    unreachable:
      "The place where your account lives does not answer at the moment. We try again by ourselves, for up to a day.",
    busy: "The place where your account lives is busy at the moment. We try again by ourselves, for up to a day.",
    conflict: "Somebody else changed your account at the same moment. We try again by ourselves.",
    other:
      "Something has to be put right on our side first. We try again by ourselves, for up to a day. You do not have to do anything.",
  },
  notTakenTitle: "Please choose another password",
  notTaken: {
    "too-short": "The place where your account lives says that this one is too short. Please choose a longer one.",
    "too-long": "The place where your account lives says that this one is too long. Please choose a shorter one.",
    "used-before": "The place where your account lives says that this one was used before. Please choose a new one.",
    "too-simple":
      "The place where your account lives says that this one is too simple. Add a word, capitals, digits or signs.",
    "changed-lately":
      "The place where your account lives says that the password was changed only a short time ago. Please try again later, or ask us for help.",
    "by-its-rule":
      "The place where your account lives did not take this one, and does not say why. Please try a longer one, with capitals, digits and signs.",
  },
};

const ar: typeof en = {
  title: "نحن نضبطها الآن",
  text: "وصلنا ما اخترته، ونحن نضبطه في المكان الذي يوجد فيه حسابك. يستغرق ذلك عادة بضع ثوانٍ.",
  tells: "تخبرك هذه الصفحة عندما ننتهي. يمكنك إغلاقها وفتح الرابط مرة أخرى لاحقًا.",
  look: "انظر مرة أخرى",
  waits: "لم ننته بعد",
  why: {
    unreachable: "المكان الذي يوجد فيه حسابك لا يجيب الآن. نعيد المحاولة من أنفسنا، لمدة تصل إلى يوم.",
    busy: "المكان الذي يوجد فيه حسابك مشغول الآن. نعيد المحاولة من أنفسنا، لمدة تصل إلى يوم.",
    conflict: "غيّر شخص آخر حسابك في اللحظة نفسها. نعيد المحاولة من أنفسنا.",
    other: "علينا أن نصلح شيئًا عندنا أولًا. نعيد المحاولة من أنفسنا، لمدة تصل إلى يوم. لا يلزمك فعل شيء.",
  },
  notTakenTitle: "اختر كلمة مرور أخرى من فضلك",
  notTaken: {
    "too-short": "يقول المكان الذي يوجد فيه حسابك إن هذه الكلمة قصيرة جدًا. اختر كلمة أطول.",
    "too-long": "يقول المكان الذي يوجد فيه حسابك إن هذه الكلمة طويلة جدًا. اختر كلمة أقصر.",
    "used-before": "يقول المكان الذي يوجد فيه حسابك إن هذه الكلمة استُعملت من قبل. اختر كلمة جديدة.",
    "too-simple":
      "يقول المكان الذي يوجد فيه حسابك إن هذه الكلمة بسيطة جدًا. أضف كلمة أو حروفًا كبيرة أو أرقامًا أو علامات.",
    "changed-lately": "يقول المكان الذي يوجد فيه حسابك إن كلمة المرور غُيّرت قبل وقت قصير. حاول لاحقًا، أو اطلب مساعدتنا.",
    "by-its-rule":
      "لم يقبل المكان الذي يوجد فيه حسابك هذه الكلمة، ولا يقول لماذا. جرّب كلمة أطول، فيها حروف كبيرة وأرقام وعلامات.",
  },
};

/** A new password on its way to a directory elsewhere: waiting, and not taken. */
export const atWorkWords = { en, ar };

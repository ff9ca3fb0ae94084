import type { Language } from "../languages";

const en: Record<string, string> = {
  answers: "Thank you. Your answers were right. Nobody here sees them.",
  photo: "Your photo arrived. A second person looks at it.",
  purchase: "Your receipt arrived. A second person looks at it.",
  cancellation: "Your request is cancelled.",
  mine: "Thank you. It stays under “Requests to get in”, where you can still stop it.",
  safety: "Thank you. The desk knows, and is more careful from now on.",
  "saved-code": "Thank you. Your saved code was right. It is used up now.",
  vouch: "Here is your number. Read it to the person who vouches for you, and to nobody else.",
  people: "If that address has an account here, its owner is asked now. Have a look here from time to time.",
  "invitation-accept": "Thank you. You are linked now. We told both of you.",
  "invitation-decline": "You said no. We told both of you.",
  ending: "That is ended. We told everyone who was part of it.",
  vouched: "Thank you. Your word is noted. We sent you a message about it, too.",
  grant: "A new link is on its way. The old one no longer works.",
};
const ar: typeof en = {
  answers: "شكرًا. إجاباتك صحيحة. لا أحد هنا يراها.",
  photo: "وصلت صورتك. ينظر فيها شخص ثانٍ.",
  purchase: "وصل إيصالك. ينظر فيه شخص ثانٍ.",
  cancellation: "أُلغي طلبك.",
  mine: "شكرًا. يبقى الطلب في «طلبات الدخول»، وما زال يمكنك إيقافه هناك.",
  safety: "شكرًا. عرف مكتب المساعدة بالأمر، وسيكون أكثر حذرًا من الآن.",
  "saved-code": "شكرًا. رمزك المحفوظ صحيح. ولا يمكن استخدامه بعد الآن.",
  vouch: "هذا رقمك. اقرأه للشخص الذي يشهد لك، ولا تقرأه لأحد غيره.",
  people: "إن كان لهذا العنوان حساب هنا، فنحن نسأل صاحبه الآن. عد إلى هنا من وقت إلى آخر.",
  "invitation-accept": "شكرًا. أنتما مرتبطان الآن. أخبرناكما كليكما.",
  "invitation-decline": "قلت لا. أخبرناكما كليكما.",
  ending: "انتهى ذلك. أخبرنا كل من كان له علاقة به.",
  vouched: "شكرًا. سجّلنا شهادتك. وأرسلنا إليك رسالة عنها أيضًا.",
  grant: "رابط جديد في الطريق. الرابط القديم لم يعد يعمل.",
};
export const portalNewsWords = { en, ar };

/** Good news a public page tells once, by the name its address carries; null for anything else. */
export function portalNews(language: Language, done: string | null): string | null {
  const news = portalNewsWords[language];
  return done !== null && Object.hasOwn(news, done) ? (news[done] ?? null) : null;
}

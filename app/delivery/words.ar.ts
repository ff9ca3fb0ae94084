import { arabicLength, ltr } from "~/ui/words/arabic";
import { reachLine } from "./reach-words";
import type { Facts, TicketWording } from "./words";

const subjects: TicketWording["subjects"] = {
  code: (f) => `رمزك للطلب ${ltr(f.ticket)}`,
  "proof-code": (f) => `رمزك لإيقاف الطلب ${ltr(f.ticket)}`,
  grant: (f) => `رابط العودة إلى حسابك (${ltr(f.ticket)})`,
  reminder: (f) => `الطلب ${ltr(f.ticket)} ينتظرك`,
  news: (f) => `هناك جديد في طلبك (${ltr(f.ticket)})`,
  "notice-opened": (f) => `طلب شخص المساعدة للدخول إلى حسابك (${ltr(f.ticket)})`,
  "notice-approved": (f) => `تمت الموافقة على استعادة حسابك (${ltr(f.ticket)})`,
  "notice-reset": (f) => `أُرسل رابط للدخول إلى حسابك (${ltr(f.ticket)})`,
  "notice-completed": (f) => `استُعيد حسابك (${ltr(f.ticket)})`,
  "notice-disputed": (f) => `أُوقف الطلب ${ltr(f.ticket)}: أثبت أن الحساب لك`,
  "notice-resumed": (f) => `الطلب ${ltr(f.ticket)} مستمر`,
  "notice-dismissed": (f) => `تبقى استعادة حسابك كما هي (${ltr(f.ticket)})`,
  "notice-rejected": (f) => `أُنهي الطلب ${ltr(f.ticket)}`,
  "notice-reversed": (f) => `أُلغيت استعادة حسابك (${ltr(f.ticket)})`,
  glass: (f) => `فُتح الطلب ${ltr(f.ticket)} بكسر الزجاج`,
};

const bodies: TicketWording["bodies"] = {
  code: (f) => [
    `رمزك هو ${f.code}. يعمل مرة واحدة، لمدة ${arabicLength(f.lifetimeMs)}.`,
    "لا تقرأه إلا للشخص الذي اتصلت به أنت، أو اكتبه بنفسك في صفحتنا. لا نتصل بك أبدًا لنسألك عنه.",
    `لترى أين وصل طلبك، افتح هذه الصفحة واكتب الرقم المرجعي ${ltr(f.reference)} مع هذا الرمز:`,
    f.statusUrl,
    ...(f.forgotUrl === null
      ? []
      : [
          "هناك حساب مسجّل لدينا بهذا العنوان. إن كان هو الحساب الذي تريد الدخول إليه فلا تحتاج إلى طلب، بل اختر كلمة مرور جديدة هنا:",
          f.forgotUrl,
        ]),
  ],
  "proof-code": (f) => [
    `رمزك هو ${f.code}. يعمل مرة واحدة، لمدة ${arabicLength(f.lifetimeMs)}.`,
    "اكتبه في الصفحة التي جئت منها. لا أحد من مكتبنا يسألك عنه.",
  ],
  grant: (f) => [
    "فُحص طلبك وتمت الموافقة عليه. افتح هذا الرابط لتعود إلى حسابك:",
    f.link,
    `يعمل مرة واحدة، لمدة ${arabicLength(f.lifetimeMs)}. لا أحد هنا يعرف كلمة مرورك أو يضعها لك.`,
  ],
  reminder: (f) => [
    `ننتظر منك شيئًا للطلب ${ltr(f.ticket)}. انظر ما هو في هذه الصفحة بالرقم المرجعي ${ltr(f.reference)}:`,
    f.statusUrl,
    `إن لم تستطع ذلك هناك، فثمّة طرق أخرى. ${reachLine("ar", f.reach)}`,
  ],
  news: (f) => [
    `هناك جديد في طلبك ${ltr(f.ticket)}. تجده في صفحته: اكتب الرقم المرجعي ${ltr(f.reference)} هنا، فنرسل إليك رمزًا:`,
    f.statusUrl,
  ],
  "notice-opened": (f) => [
    `قال شخص لمكتب المساعدة إنه فقد طريق الدخول إلى حسابك. رقم طلبه ${ltr(f.ticket)}.`,
    "إن كنت أنت، فلا يلزمك شيء.",
    ...stop(f),
  ],
  "notice-approved": (f) => [
    `فحص مكتبنا الطلب ${ltr(f.ticket)} ووافق على استعادة حسابك. يبدأ مفعولها بعد مدة انتظار${waitOf(f)}، ثم يذهب الرابط إلى ${sentToOf(f)}.`,
    "إن كنت أنت، فلا يلزمك شيء.",
    ...stop(f),
  ],
  "notice-reset": (f) => [
    `انتهت مدة انتظار الطلب ${ltr(f.ticket)}. ذهب رابط للدخول إلى حسابك إلى ${sentToOf(f)}.`,
    ...stop(f),
  ],
  "notice-completed": (f) => [
    `اكتمل الطلب ${ltr(f.ticket)}: استُعيد حسابك وسُجّل خروج كل من كان قد سجّل الدخول.`,
    ...stop(f),
  ],
  "notice-disputed": (f) => [
    `قال شخص لديه وسيلة اتصال قديمة لحسابك، أو سجّل الدخول إليه، إن الطلب ${ltr(f.ticket)} ليس من صاحب الحساب. أُوقف فورًا.`,
    "إن كنت صاحب الحساب ولم تطلب هذا، فأثبت لنا خلال سبعة أيام أن الحساب لك. هذه الصفحة تدلّك على الطريق: أولًا رمز إلى وسيلة اتصالك القديمة، ثم شيء آخر، وهو الرقم التسلسلي على ملصق جهاز أو أسئلة الأمان:",
    f.link,
    "إن كنت أنت من طلبه، فلا يلزمك هنا شيء.",
  ],
  "notice-resumed": (f) => [
    `لم يثبت أحد خلال سبعة أيام أن الحساب له، فالطلب ${ltr(f.ticket)} مستمر. كل ما قُدّم من أجله لم يعد محسوبًا ويجب تقديمه من جديد، وهناك مدة انتظار من سبعة أيام قبل أن يتغيّر شيء.`,
    "إن لم تطلبه أنت، فما زال يمكنك إيقافه. وإن لم يثبت كلامك في المرة السابقة، فالصفحة تطلب منك إثباته أولًا:",
    f.link,
  ],
  "notice-dismissed": (f) => [
    `لم يثبت أحد خلال سبعة أيام أن الحساب له، فتبقى الاستعادة بالطلب ${ltr(f.ticket)} كما هي. يبقى الحساب مقفلًا حتى يفتحه مكتبنا من جديد.`,
    ...stop(f),
  ],
  "notice-rejected": (f) => [
    `أنهى شخصان في مكتبنا الطلب ${ltr(f.ticket)} بعد أن أوقفه شخص لديه وسيلة اتصال قديمة لحسابك، أو سجّل الدخول إليه. لم يتغيّر شيء في الحساب، والروابط التي أُرسلت من أجله لم تعد تعمل.`,
    "لم يبق شيء يلزم فعله.",
  ],
  "notice-reversed": (f) => [
    `ألغى شخصان في مكتبنا الاستعادة بالطلب ${ltr(f.ticket)}. عادت إلى الحساب وسائل اتصاله القديمة، وسُجّل خروج الجميع، وهو مقفل.`,
    `حين تريد فتحه من جديد، فليكن معك أحد أجهزتك وملصقه. ${reachLine("ar", f.reach)}`,
  ],
  glass: (f) => [
    `فتح مشرفان الطلب ${ltr(f.ticket)} بكسر الزجاج: يمكن لهما قراءته لمدة ساعة، مع أن ليس لهما دور فيه.`,
    "من هما والسبب الذي ذكراه موجودان في هذه الصفحة. اسألهما عنه، وقل هناك إنك رأيته:",
    f.link,
  ],
};

const stop = (f: Facts): string[] => ["إن لم تكن أنت، فأوقفه هنا. تسألك الصفحة مرة أخرى، ثم يتوقف فورًا:", f.link];

const sentToOf = ({ sentTo, hidden }: Facts): string => {
  if (hidden) return "وسيلة الاتصال التي يذكرها الطلب";
  return sentTo === null ? "العنوان المسجّل" : ltr(sentTo);
};

const waitOf = ({ waitMs }: Facts): string => (waitMs <= 0 ? "" : ` لا تقل عن ${arabicLength(waitMs)}`);

const closing = (f: Facts): string => `${ltr(f.ticket)}. لا نسألك أبدًا عن كلمة المرور، ولا نتصل بك نحن أولًا.`;

/** The messages about a ticket in Arabic. */
export const ticketWordingAr: TicketWording = { subjects, bodies, closing };

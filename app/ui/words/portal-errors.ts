import { ltr } from "./arabic";
import { mostPhoto } from "./photo-size";

export type ErrorKind = keyof typeof en.kinds;

const en = {
  /** What each page of an error says: what happened, what it means, what to do. */
  kinds: {
    "not-found": {
      title: "There is no such page",
      text: "The address may be mistyped, or the page is not for you to see. Nothing was changed.",
    },
    "form-only": {
      title: "There is no such page",
      text: "This address takes a form and shows nothing. Nothing was changed.",
    },
    "cut-link": {
      title: "This link is not whole",
      text: "Copy all of it from the message, or ask us for help.",
    },
    "not-allowed": {
      title: "You cannot open this",
      text: "Your role does not reach this page, or you are signed out. Nothing was changed.",
    },
    "foreign-origin": {
      title: "That did not come from this site",
      text: "The form was sent from somewhere else, so we did nothing with it. Open the page here and send it again.",
    },
    "bad-form": {
      title: "We could not read that",
      text: "The form was not complete, or held something that does not belong there. Nothing was changed. Go back, load the page again, and send it once more.",
    },
    "too-often": {
      title: "Too often in a short time",
      text: "Please wait a minute, then try again. Nothing was changed.",
    },
    "too-large": {
      title: "That file is too large",
      text: `Photos and receipts may have up to ${mostPhoto}, and a file of a directory 4 GB. Nothing was saved. Go back and choose a smaller one.`,
    },
    "no-room": {
      title: "There is no room for these files",
      text: "The disk that uploads go to is full. Nothing was saved. Ask whoever runs the desk to make room, then send the files again.",
    },
    broken: {
      title: "Something went wrong on our side",
      text: "What you did may not have been saved. Go back, load the page again, and look before you repeat it.",
    },
  },
  home: "Go to the start",
  id: (id: string): string => `If you tell us about it, give us this number: ${id}`,
};

const ar: typeof en = {
  kinds: {
    "not-found": {
      title: "لا توجد صفحة كهذه",
      text: "ربما في العنوان خطأ، أو أن الصفحة ليست لك. لم يتغيّر شيء.",
    },
    "form-only": {
      title: "لا توجد صفحة كهذه",
      text: "هذا العنوان يستقبل استمارة ولا يعرض شيئًا. لم يتغيّر شيء.",
    },
    "cut-link": {
      title: "هذا الرابط غير كامل",
      text: "انسخه كله من الرسالة، أو اطلب مساعدتنا.",
    },
    "not-allowed": {
      title: "لا يمكنك فتح هذه الصفحة",
      text: "ليس لك حق الوصول إليها، أو أنك سجّلت الخروج. لم يتغيّر شيء.",
    },
    "foreign-origin": {
      title: "لم يأت هذا من موقعنا",
      text: "أُرسلت الاستمارة من مكان آخر، فلم نفعل بها شيئًا. افتح الصفحة هنا وأرسلها من جديد.",
    },
    "bad-form": {
      title: "لم نستطع قراءة هذا",
      text: "الاستمارة غير كاملة، أو فيها شيء ليس منها. لم يتغيّر شيء. عد إلى الوراء، وحمّل الصفحة من جديد، وأرسلها مرة أخرى.",
    },
    "too-often": {
      title: "مرات كثيرة في وقت قصير",
      text: "انتظر دقيقة من فضلك، ثم حاول من جديد. لم يتغيّر شيء.",
    },
    "too-large": {
      title: "هذا الملف كبير جدًا",
      text: `أكبر حجم للصور والإيصالات هو ${ltr(mostPhoto)}. لم يُحفظ شيء. عد إلى الوراء واختر ملفًا أصغر.`,
    },
    "no-room": {
      title: "لا يوجد مكان لهذه الملفات",
      text: "امتلأ المكان الذي نحفظ فيه الملفات. لم يُحفظ شيء. أخبرنا بذلك من فضلك، ثم أرسل الملفات من جديد.",
    },
    broken: {
      title: "حدث خطأ عندنا",
      text: "ربما لم يُحفظ ما فعلته. عد إلى الوراء، وحمّل الصفحة من جديد، وانظر قبل أن تكرّره.",
    },
  },
  home: "اذهب إلى البداية",
  id: (id) => `إن أخبرتنا بالأمر، فأعطنا هذا الرقم: ${ltr(id)}`,
};
export const errorWords = { en, ar };

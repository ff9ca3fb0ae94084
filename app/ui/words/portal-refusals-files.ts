import { ltr } from "./arabic";
import { mostPhoto } from "./photo-size";

const en = {
  "not-a-photo": `That file is not a photo that we can use. Please send a JPEG, PNG or WebP of at most ${mostPhoto}.`,
  "picture-cut-off": "Only a part of that picture arrived. Please send it again.",
  "picture-moves": "That is a moving picture. Please send an ordinary photo.",
  "picture-too-large": "That picture is too large. Please take it with the ordinary setting of your camera.",
  "photos-waiting": "Many photos are coming in at once. Please wait half a minute, then send yours again.",
  "not-a-document": `That file is not one that we can use. Please send a photo of the receipt, or a PDF, of at most ${mostPhoto}.`,
  "document-cut-off": "That PDF did not arrive whole. Please send it again, or a photo of the receipt.",
  "active-document": "That PDF holds more than pages, so we cannot take it. Please send a photo of the receipt.",
};
const ar: typeof en = {
  "not-a-photo": `لا يمكننا استخدام هذا الملف صورةً. أرسل من فضلك صورة من نوع JPEG أو PNG أو WebP لا تزيد عن ${ltr(mostPhoto)}.`,
  "picture-cut-off": "لم يصل إلا جزء من هذه الصورة. أرسلها من جديد من فضلك.",
  "picture-moves": "هذه صورة متحركة. أرسل صورة عادية من فضلك.",
  "picture-too-large": "هذه الصورة كبيرة جدًا. التقطها من فضلك بالإعداد العادي للكاميرا.",
  "photos-waiting": "تصل صور كثيرة في وقت واحد. انتظر نصف دقيقة من فضلك، ثم أرسل صورتك من جديد.",
  "not-a-document": `لا يمكننا استخدام هذا الملف. أرسل من فضلك صورة الإيصال، أو ملف PDF، لا يزيد عن ${ltr(mostPhoto)}.`,
  "document-cut-off": "لم يصل ملف PDF كاملًا. أرسله من جديد من فضلك، أو أرسل صورة الإيصال.",
  "active-document": "في ملف PDF هذا أكثر من صفحات، فلا يمكننا قبوله. أرسل صورة الإيصال من فضلك.",
};

/** What the public pages say of a file that was not taken. */
export const portalFileRefusals = { en, ar };

import type { Loss } from "domain/loss";
import { capital } from "./amounts";
import { own } from "./arabic";
import { publicLossWords } from "./losses";
import { inline } from "./telling";

const peopleEn = {
  title: "People who can vouch for you",
  why: "Someone you know well can help you get back in. They need an account here, too. After 90 days they may vouch for you.",
  none: "You have not asked anyone yet.",
  unnamed: "Someone you invited",
  waiting: "has not answered yet",
  since: "linked since",
  comma: ",",
  from: "may vouch from",
  installer: "Your installer. They cannot vouch for you.",
  invite: "Ask someone",
  inviteText:
    "We ask them on their own page here, and by message. They see your name. We never say whether an address has an account.",
  email: "Their e-mail address",
  isInstaller: "This person set up my devices for me",
  isInstallerHint: "Then they are never asked to vouch.",
  send: "Ask them",
  takeBack: "Take it back",
  end: "Remove",
  about: (who: string): string => ` ${inline(who)}`,
};
const peopleAr: typeof peopleEn = {
  title: "أشخاص يمكنهم أن يشهدوا لك",
  why: "شخص تعرفه جيدًا يمكنه أن يساعدك على العودة إلى حسابك. يلزمه هو أيضًا حساب هنا. بعد 90 يومًا يمكنه أن يشهد لك.",
  none: "لم تطلب من أحد بعد.",
  unnamed: "شخص دعوته",
  waiting: "لم يجب بعد",
  since: "مرتبط منذ",
  comma: "،",
  from: "يمكنه أن يشهد من",
  installer: "هذا من ركّب أجهزتك. لا يمكنه أن يشهد لك.",
  invite: "اطلب من شخص",
  inviteText: "نسأله في صفحته هنا وبرسالة. يرى اسمك. لا نقول أبدًا هل لعنوان ما حساب.",
  email: "عنوان بريده الإلكتروني",
  isInstaller: "هذا الشخص ركّب لي أجهزتي",
  isInstallerHint: "إذن لا يُطلب منه أبدًا أن يشهد.",
  send: "اطلب منه",
  takeBack: "اسحب الدعوة",
  end: "احذف",
  about: (who) => ` ${own(who)}`,
};
export const peopleWords = { en: peopleEn, ar: peopleAr };

const nameEn = (name: string | null): string => (name ? inline(name) : "someone you know");
const nameAr = (name: string | null): string => (name ? own(name) : "شخص تعرفه");

const invitationEn = {
  title: "Someone asks for your help",
  text: (name: string | null): string =>
    `${capital(nameEn(name))} asks if you would vouch for them, should they ever lose the way into their account.`,
  care: "Say yes only if you know them well, and know their voice or their face.",
  accept: "Yes, I will",
  decline: "No",
};
const invitationAr: typeof invitationEn = {
  title: "شخص يطلب مساعدتك",
  text: (name) => `${nameAr(name)} يسألك هل تشهد له إن فقد يومًا طريق الدخول إلى حسابه.`,
  care: "قل نعم فقط إن كنت تعرفه جيدًا، وتعرف صوته أو وجهه.",
  accept: "نعم، سأفعل",
  decline: "لا",
};
export const invitationWords = { en: invitationEn, ar: invitationAr };

const voucheeEn = {
  title: "People you may vouch for",
  who: (name: string | null): string => capital(nameEn(name)),
  since: "linked since",
  from: "You can vouch from",
  fold: (name: string | null): string => `I have a number from ${nameEn(name)}`,
  text: "They get a number from us when they ask for help. Type it only if they told it to you in person, or in a call you made to a number you know.",
  number: "The number",
  numberHint: "Six digits. Spaces do not matter.",
  send: "Go on",
  end: "Stop vouching",
};
const voucheeAr: typeof voucheeEn = {
  title: "أشخاص يمكنك أن تشهد لهم",
  who: nameAr,
  since: "مرتبط منذ",
  from: "يمكنك أن تشهد من",
  fold: (name) => `عندي رقم من ${nameAr(name)}`,
  text: "عندما يطلب المساعدة نعطيه رقمًا. اكتبه فقط إن قاله لك وجهًا لوجه، أو في مكالمة أجريتها أنت إلى رقم تعرفه.",
  number: "الرقم",
  numberHint: "ستة أرقام. المسافات لا تهم.",
  send: "أكمل",
  end: "توقّف عن الشهادة له",
};
export const voucheeWords = { en: voucheeEn, ar: voucheeAr };

const vouchEn = {
  title: "Is it really them?",
  text: (name: string | null, loss: Loss): string =>
    `Someone says that ${nameEn(name)} lost ${publicLossWords.en.theirs(loss)} and asks us for a way back in. With your word we may let this person into the account.`,
  only: "Only do this if you have talked to them in person, or by a number you knew before today. Not by e-mail, chat, or a call that came to you.",
  doubt: "If you are not sure, leave. Nothing happens then.",
  send: (name: string | null): string => `I talked to ${nameEn(name)}, and it is them`,
  leave: "I am not sure",
};
const vouchAr: typeof vouchEn = {
  title: "هل هو حقًا؟",
  text: (name, loss) =>
    `يقول شخص إن ${nameAr(name)} فقد ${publicLossWords.ar.theirs(loss)}، ويطلب منا طريقًا للعودة. بشهادتك قد نُدخل هذا الشخص إلى الحساب.`,
  only: "افعل هذا فقط إن تحدثت معه وجهًا لوجه، أو على رقم كنت تعرفه قبل اليوم. لا بالبريد الإلكتروني، ولا بالدردشة، ولا في مكالمة وصلتك أنت.",
  doubt: "إن لم تكن متأكدًا، فغادر. لن يحدث شيء عندها.",
  send: (name) => `تحدثت مع ${nameAr(name)}، وهو حقًا`,
  leave: "لست متأكدًا",
};
export const vouchPageWords = { en: vouchEn, ar: vouchAr };

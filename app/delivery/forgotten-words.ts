import { type MessageReach, reachLine } from "./reach-words";
import type { Wording } from "./words";

interface ForgottenWording {
  link(link: string, reach: MessageReach): Wording;
  code(code: string): Wording;
}
const letter = (...paragraphs: string[]): string => `${paragraphs.join("\n\n")}\n`;

const en: ForgottenWording = {
  link: (link, reach) => ({
    subject: "Your link to a new password",
    text: letter(
      "Someone asked for a new password for your account. If it was you, open this link:",
      link,
      "It works once, for one hour. Nobody here knows or sets your password.",
      "If it was not you, do nothing: your password stays as it is.",
      `If this goes on, tell us. ${reachLine("en", reach)}`,
    ),
  }),
  code: (code) => ({
    subject: "Your code for a new password",
    text: letter(
      `Your code for a new password is ${code}. It works once, for 10 minutes. Type it on the page you came from, and tell it to nobody, us included. If you did not ask for it, do nothing.`,
    ),
  }),
};

const ar: ForgottenWording = {
  link: (link, reach) => ({
    subject: "رابطك إلى كلمة مرور جديدة",
    text: letter(
      "طلب شخص كلمة مرور جديدة لحسابك. إن كنت أنت، فافتح هذا الرابط:",
      link,
      "يعمل مرة واحدة، لمدة ساعة واحدة. لا أحد هنا يعرف كلمة مرورك أو يضعها لك.",
      "إن لم تكن أنت، فلا تفعل شيئًا: تبقى كلمة مرورك كما هي.",
      `وإن تكرر هذا، فأخبرنا. ${reachLine("ar", reach)}`,
    ),
  }),
  code: (code) => ({
    subject: "رمزك لكلمة مرور جديدة",
    text: letter(
      `رمزك لكلمة مرور جديدة هو ${code}. يعمل مرة واحدة، لمدة 10 دقائق. اكتبه في الصفحة التي جئت منها، ولا تقله لأحد، ولا لنا. إن لم تطلبه، فلا تفعل شيئًا.`,
    ),
  }),
};

/** A way to a new password: a link by mail, a code by text; whoever did not ask for it has nothing to do. */
export const forgottenWording = { en, ar };

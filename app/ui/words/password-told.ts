import type { PasswordProblem } from "domain/password";
import type { Language } from "../languages";

type Told = Record<PasswordProblem | "not-the-same", (least: number) => string>;
const en: Told = {
  "not-the-same": () => "The two passwords are not the same. Type both again.",
  "too-short": (least) => `That is too short. Use at least ${least} characters.`,
  "too-long": () => "That is too long. Use at most 128 characters.",
  "contains-own-name": () => "Please leave your name, user name and address out of it.",
  common: () => "Many people use that one, so it is guessed first. Please choose another.",
  guessable: () => "That one is easy to guess. Add a word or two that nobody would expect.",
  composition: () => "Please use a capital letter, a small letter, a digit and a sign like ! or -.",
};
const ar: Told = {
  "not-the-same": () => "كلمتا المرور ليستا متطابقتين. اكتب الاثنتين من جديد.",
  "too-short": (least) => `هذه قصيرة جدًا. استخدم ${least} حرفًا على الأقل.`,
  "too-long": () => "هذه طويلة جدًا. استخدم 128 حرفًا على الأكثر.",
  "contains-own-name": () => "لا تضع فيها اسمك ولا اسم المستخدم ولا عنوانك من فضلك.",
  common: () => "كثيرون يستخدمون هذه الكلمة، فهي أول ما يخمّنه الناس. اختر غيرها من فضلك.",
  guessable: () => "هذه سهلة التخمين. أضف كلمة أو كلمتين لا يتوقعهما أحد.",
  composition: () => "استخدم من فضلك حرفًا لاتينيًا كبيرًا وحرفًا صغيرًا ورقمًا وعلامة مثل \u2066!\u2069 أو \u2066-\u2069.",
};
export const passwordWords = { en, ar };

/** Why a new password was not taken, to the one who chose it. */
export const passwordTold = (language: Language, problem: PasswordProblem | "not-the-same", least: number): string =>
  passwordWords[language][problem](least);

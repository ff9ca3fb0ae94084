import type { FactorKind } from "domain/event";
import type { HoldRange } from "domain/policy";
import { days } from "domain/time";
import type { RequestView } from "domain/view";
import type { NeededView } from "domain/view-needed";
import { capital, countOf, lengthWords, numberWord, orWords } from "./amounts";
import { arabicLength } from "./arabic";

export type Ways = ("answers" | "saved-code" | "vouch" | "photo" | "purchase")[];

/** What can be given on a request's own page and was not yet. */
export function waysLeft(r: RequestView): Ways {
  const open: [Ways[number], boolean][] = [
    ["answers", r.questions !== null && r.mayAnswer && !r.answersDone],
    ["saved-code", r.mayGiveSavedCode && !r.savedCodeDone],
    ["vouch", (r.mayAskVouch || r.vouch !== null) && !r.vouchDone],
    ["photo", r.mayAddPhoto && r.waiting.photos === 0],
    ["purchase", r.mayAddPurchase && r.waiting.purchases === 0],
  ];
  return open.filter(([, is]) => is).map(([way]) => way);
}

const en = {
  title: "Still needed from you",
  text: ({ kinds, oneOf }: NeededView): string =>
    [
      kinds === 1
        ? "We need one proof that it is you."
        : `We need at least ${numberWord(kinds)} different kinds of proof that it is you.`,
      ...(oneOf ? [`One of them must be ${orWords(oneOf.map((factor) => en.factors[factor]))}.`] : []),
    ].join(" "),
  here: "You can give this on this page:",
  none: "There is nothing more that you can give on this page. The rest goes with a call to our desk.",
  ways: {
    answers: "the answers to your questions",
    "saved-code": "a saved code",
    vouch: "someone who vouches for you",
    photo: "a photo of the label of a device",
    purchase: "a receipt",
  } satisfies Record<Ways[number], string>,
  factors: {
    serial: "the serial number of a device",
    photo: "a photo of the label of a device",
    answers: "the answers to your questions",
    "contact-code": "a code to an old e-mail or phone of yours",
    "saved-code": "a saved code",
    vouch: "someone who vouches for you",
    purchase: "a receipt",
  } satisfies Record<FactorKind, string>,
  wait: (hold: HoldRange): string => `${capital(lengthOf(hold))}, so that the owner can stop it`,
};

const lengthOf = ({ leastMs, mostMs }: HoldRange): string =>
  leastMs === mostMs ? lengthWords(mostMs) : `${leastMs / days(1)} to ${countOf(mostMs / days(1), "day", "days")}`;

const arabicKinds: Record<number, string> = { 2: "نوعين مختلفين", 3: "ثلاثة أنواع مختلفة", 4: "أربعة أنواع مختلفة" };

const ar: typeof en = {
  title: "ما زلنا نحتاج منك",
  text: ({ kinds, oneOf }) =>
    [
      kinds === 1
        ? "نحتاج إلى إثبات واحد أنك أنت."
        : `نحتاج إلى ${arabicKinds[kinds] ?? `${kinds} أنواع مختلفة`} على الأقل من الإثبات أنك أنت.`,
      ...(oneOf ? [`يجب أن يكون واحد منها: ${oneOf.map((factor) => ar.factors[factor]).join("، أو ")}.`] : []),
    ].join(" "),
  here: "يمكنك أن تقدّم هذا في هذه الصفحة:",
  none: "لم يبق شيء يمكنك تقديمه في هذه الصفحة. والباقي يتم باتصال بمكتبنا.",
  ways: {
    answers: "إجابات أسئلتك",
    "saved-code": "رمز محفوظ",
    vouch: "شخص يشهد لك",
    photo: "صورة ملصق أحد أجهزتك",
    purchase: "إيصال شراء",
  },
  factors: {
    serial: "الرقم التسلسلي لأحد أجهزتك",
    photo: "صورة ملصق أحد أجهزتك",
    answers: "إجابات أسئلتك",
    "contact-code": "رمز يصل إلى بريد إلكتروني أو هاتف قديم لك",
    "saved-code": "رمز محفوظ",
    vouch: "شخص يشهد لك",
    purchase: "إيصال شراء",
  },
  wait: ({ leastMs, mostMs }) =>
    leastMs === mostMs
      ? `مدتها ${arabicLength(mostMs)}، حتى يستطيع صاحب الحساب إيقافه`
      : `مدتها من ${arabicLength(leastMs)} إلى ${arabicLength(mostMs)}، حتى يستطيع صاحب الحساب إيقافه`,
};

/** What is still missing on a request's own page, and how long it will wait. */
export const neededWords = { en, ar };

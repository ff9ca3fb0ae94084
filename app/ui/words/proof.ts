import type { ProofView } from "domain/view-objection";
import { inline } from "./telling";

/** How who objected proves, on a page of their own, that the account is theirs. */
export const proofWords = {
  title: "Show us that the account is yours",
  now: (until: string, recovered: boolean): string =>
    `You have until ${until}. First a code to your old contact, then one thing more. With that, two people can ${recovered ? "undo what the request did" : "end the request"}.`,
  first:
    "You said stop to this request before, and the account was not shown to be yours. Show it first; then you can stop the request again.",
  proved: "Thank you: you showed that the account is yours. It counts however long the decision takes.",
  over: "The seven days to show that the account is yours are over.",
  enough: "Thank you: that is enough. Now you can stop the request.",
  codeTitle: "1. A code",
  codeText: (mask: string): string => `We send six digits to ${inline(mask)}.`,
  codeSend: "Send me a code",
  codeAgain: "Send another code",
  codeLabel: (mask: string): string => `The code we sent to ${inline(mask)}`,
  codeHint: "Six digits. Nobody from our desk asks you for it.",
  codeDone: "The code was right.",
  confirm: "Check the code",
  moreTitle: "2. One thing more",
  moreText: "The serial number on the label of one of your devices, or your security questions.",
  serialLabel: "The serial number of a device",
  serialHint: "All of the label, or the nine characters of it",
  serialSend: "Check the serial number",
  serialDone: (n: number): string => (n === 1 ? "One serial number was right." : `${n} serial numbers were right.`),
  questionsText: "Or answer the security questions you once chose.",
  questionsSend: "Show me the questions",
  answersDone: "Your answers were right.",
  withCode: (mask: string): string => `Begin with a code to ${inline(mask)}`,
  notYet: "That is not quite enough yet. Please give one thing more.",
};

const news: Record<string, string> = {
  code: "A code is on its way.",
  confirmation: "The code was right.",
  "serial-match": "Thank you. That serial number was right.",
  "serial-no-match": "That one did not help. Is there another device, or will you answer the questions?",
  "serial-too-new": "That one did not help. Is there another device, or will you answer the questions?",
  "serial-repeated": "You gave us that one before. Is there another device, or will you answer the questions?",
  "serial-counted": "You gave us that one before.",
  questions: "Here are your questions.",
  answers: "Thank you. Your answers were right.",
  "answers-counted": "You gave us these before.",
};

/** What the page says once after a step, by the name its address carries; null for anything else. */
export const proofNews = (done: string | null): string | null =>
  done !== null && Object.hasOwn(news, done) ? (news[done] ?? null) : null;

/** Whether a step of the proof can be done now. */
export const isProving = (stage: ProofView["stage"]): boolean => stage === "now" || stage === "first";

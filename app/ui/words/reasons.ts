import { verdictReasons } from "./disputes";

/** Reasons a person chooses from in a form, each with its label; the keys are what the form sends. */
export const approveReasons: Record<string, string> = {
  "evidence-complete": "The evidence is complete",
  "checked-with-agent": "I checked it with the agent",
  other: "Another reason",
};
export const returnReasons: Record<string, string> = {
  "second-device": "Ask for a second device",
  "new-contact-doubtful": "The new contact is doubtful",
  "answers-again": "Ask the questions again",
  "photo-wanted": "Ask for a photo of the label",
  other: "Another reason",
};
export const rejectReasons: Record<string, string> = {
  "not-the-holder": "This is not the holder",
  "evidence-doubtful": "The evidence is doubtful",
  "change-of-owner": "This is a change of owner",
  duplicate: "There is another ticket for this",
  other: "Another reason",
};
export const holdStopReasons: Record<string, string> = {
  "new-doubt": "A new doubt came up",
  "holder-called": "The holder called",
  mistake: "It was approved by mistake",
  other: "Another reason",
};
export const cancelReasons: Record<string, string> = {
  "caller-withdrew": "The caller withdrew",
  "not-proven": "It could not be proven",
  "change-of-owner": "This is a change of owner",
  duplicate: "There is another ticket for this",
  other: "Another reason",
};
export const declineReasons: Record<string, string> = {
  unreadable: "The label cannot be read",
  "no-ticket-number": "No hand-written ticket number beside it",
  "not-a-label": "This is not a label",
};

const all = {
  ...verdictReasons.reject,
  ...verdictReasons.reverse,
  ...verdictReasons.resume,
  ...approveReasons,
  ...returnReasons,
  ...rejectReasons,
  ...holdStopReasons,
  ...cancelReasons,
  ...declineReasons,
};

/** A chosen reason in words, or the reason itself when no form offers it. */
export const reasonWords = (reason: string): string => all[reason as keyof typeof all] ?? reason;

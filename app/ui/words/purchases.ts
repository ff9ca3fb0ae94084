import { ltr } from "./arabic";
import { mostPhoto } from "./photo-size";

/** What counts, said alike to the requester and by the agent. */
const purchaseRule =
  "It has to show the serial number, your name and a date no later than the day the device was added to your account.";

/** Words of proofs of purchase, on the ticket and its page. */
export const purchaseWords = {
  title: "Have a proof of purchase judged",
  say: `“Do you have the receipt or the invoice of one of your devices? ${purchaseRule}”`,
  label: "Proof of purchase",
  hint: `JPEG, PNG, WebP or PDF, up to ${mostPhoto}. A second person reads it.`,
  button: "Add the proof of purchase",
  list: "Proofs of purchase",
  view: (n: number): string => `Proof of purchase ${n}`,
  results: { match: "names a device and the holder", miss: "proves no device", declined: "could not be used" },
  waiting: "waits for a second person",
  yours: "waits for you to read it",
};

/** Why a second person sets a proof of purchase aside. */
export const purchaseDeclineReasons: Record<string, string> = {
  unreadable: "It cannot be read",
  "no-serial": "No serial stands on it",
  "other-holder": "It names somebody else, or nobody",
  "no-date": "No date stands on it",
  "not-a-proof": "This is no proof of purchase",
};

/** Words of the page on which a second person reads one. */
export const judgingPurchase = {
  title: "Read the proof of purchase",
  lead: "Type what stands on it. You see only this file and the holder's mask; the matcher and the dates on file decide.",
  holder: "The holder on file",
  named: "It names this holder",
  serial: "The serial that stands on it",
  hint: "Spaces and case do not matter. Do not guess a character: a wrong one counts as a try.",
  date: "The date that stands on it",
  dateHint: "Year, month and day, like 2021-07-22.",
  button: "Check what I read",
  decline: "Or it cannot be used",
  declineButton: "Set it aside",
  alt: (name: string): string => `Proof of purchase added to ${name}, to be read by eye`,
  larger: "Open the picture alone to enlarge it.",
  document: "It came as a PDF",
  documentText:
    "The desk shows no PDF in its pages. Save it, open it in a reader in which scripts are off, and delete it when you have read it.",
  save: "Save the PDF",
  notYou: "A second person reads this proof of purchase",
  notYouWhy: "Not whoever added it, and not the ticket's agent, nor who opened it.",
  results: {
    match: "What was read proves a device on file.",
    miss: "What was read proves no device on file.",
    declined: "This proof of purchase was set aside.",
  },
};

const portalEn = {
  title: "Add a receipt",
  text: `Do you have the receipt or the invoice of one of your devices? ${purchaseRule}`,
  field: "The receipt",
  hint: `A photo or a PDF of at most ${mostPhoto}. Only the people who check your request see it.`,
  send: "Send the receipt",
};
const portalAr: typeof portalEn = {
  title: "أضف إيصالًا",
  text: "هل لديك إيصال أحد أجهزتك أو فاتورته؟ يجب أن يظهر فيه الرقم التسلسلي، واسمك، وتاريخ لا يتأخر عن يوم إضافة الجهاز إلى حسابك.",
  field: "الإيصال",
  hint: `صورة أو ملف PDF لا يزيد عن ${ltr(mostPhoto)}. لا يراه إلا من يفحصون طلبك.`,
  send: "أرسل الإيصال",
};
/** The same on the requester's page. */
export const portalPurchaseWords = { en: portalEn, ar: portalAr };

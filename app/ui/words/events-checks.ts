import { countOf } from "./amounts";
import { purchaseDeclineReasons } from "./purchases";
import { declineReasons } from "./reasons";
import { type Facts, numberOf, type Teller, tell, textOf } from "./telling";

const byPortal = (f: Facts): boolean => f.channel === "portal";
const aContact = (f: Facts): string =>
  textOf(f, "mask", f.kind === "phone" ? "a phone number" : f.kind === "email" ? "an e-mail address" : "a contact");

const tooNew = "It joined the account less than 30 days ago, so it proves nothing yet.";

/** How contacts, codes and checks are told: pass or fail, never how close, never which one. */
export const checkEvents = {
  "contact.proposed": (f, who) =>
    tell(
      `${who} named the new contact ${aContact(f)}.`,
      numberOf(f, "voided") > 0 ? "All evidence before it is void." : null,
    ),
  "contact.code-sent": (f, who) =>
    tell(`${who} sent a code to ${aContact(f)}.`, f.to === "registered" ? "A registered contact." : "The new contact."),
  "contact.code-refused": (f) =>
    tell(
      "A wrong code was typed.",
      `${aContact(f) === "a contact" ? "" : `For ${aContact(f)}. `}${numberOf(f, "tries")} of 5 tries.`,
    ),
  "contact.confirmed": (f) =>
    tell(
      "New contact confirmed.",
      `The code sent to ${textOf(f, "mask", "it")} was typed back${byPortal(f) ? " by the requester" : ""}.`,
    ),
  "portal.entered": () => tell("The requester opened their request's page with a code."),
  "serial.attempted": (f, who) =>
    tell(byPortal(f) ? "The requester began to give a serial." : `${who} began to check a serial.`),
  "serial.checked": (f) =>
    f.result === "match"
      ? tell(
          "Serial matches a device.",
          f.tooNew ? tooNew : f.whole ? "The whole label is equal." : "By its nine characters.",
        )
      : tell("The serial did not match.", "It counts as one try."),
  "serial.repeated": () => tell("The same serial was given again.", "No try was used."),
  "serial.searched": (_f, who) =>
    tell(`${who} found the account by a serial.`, "It counts as one try, and is no proof."),
  "answers.drawn": (f, who) =>
    tell(
      `${who} drew ${countOf(numberOf(f, "questions"), "question", "questions")}.`,
      "They stay the same for 24 hours.",
    ),
  "answers.attempted": (f, who) =>
    tell(byPortal(f) ? "The requester began to answer." : `${who} began to check the answers.`),
  "answers.checked": (f) => {
    const how = f.spoken ? "Read out over the phone." : "Typed by the requester.";
    return f.passed
      ? tell("The security answers passed.", how)
      : tell("The security answers did not pass.", `${how} It counts as one try.`);
  },
  "answers.repeated": () => tell("The same answers were given again.", "No try was used."),
  "possession.confirmed": (f) =>
    tell("A registered contact answered.", `The code sent to ${textOf(f, "mask", "it")} was typed back.`),
  "photo.added": (f, who) =>
    tell(byPortal(f) ? "The requester added a photo." : `${who} added a photo.`, "A second person judges it."),
  "photo.judged": (f, who) =>
    f.result === "match"
      ? tell(`${who} judged the photo: it matches a device.`, f.tooNew ? tooNew : null)
      : tell(`${who} judged the photo: it did not match.`, "It counts as one try."),
  "photo.declined": (f, who) =>
    tell(`${who} could not judge the photo.`, `${declineReasons[String(f.reason)] ?? "It shows too little"}.`),
  "purchase.added": (f, who) =>
    tell(
      byPortal(f) ? "The requester added a proof of purchase." : `${who} added a proof of purchase.`,
      "A second person judges it.",
    ),
  "purchase.judged": (f, who) =>
    f.result === "match" && !f.late
      ? tell(`${who} judged the proof of purchase: it names a device and the holder.`, f.tooNew ? tooNew : null)
      : tell(`${who} judged the proof of purchase: it proves no device.`),
  "purchase.declined": (f, who) =>
    tell(
      `${who} could not judge the proof of purchase.`,
      `${purchaseDeclineReasons[String(f.reason)] ?? "It shows too little"}.`,
    ),
} satisfies Record<string, Teller>;

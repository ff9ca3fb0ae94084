import type { TicketView } from "domain/view";

/** The ways to prove; each is a form of the ticket's page. */
export const ways = ["serial", "answers", "possession", "photos", "purchases", "saved-code", "vouch"] as const;
export type Way = (typeof ways)[number];
export type Act = "claim" | "contact" | "confirm" | "submit" | "wait" | "stuck" | Way;

/** The one thing to do now; a proof whose form was just refused stays on top. */
export function nextAct(t: TicketView, refusedForm: string | null = null): Act {
  if (t.may.claim) return "claim";
  if (!t.mine || t.state !== "verifying") return "wait";
  if (t.needsNewContact && !t.newContact) return "contact";
  if (t.needsNewContact && !t.newContact?.confirmedAt) return "confirm";
  const open = openWays(t);
  const refused = wayOfForm(refusedForm);
  if (refused && open.includes(refused)) return refused;
  if (t.satisfied) return "submit";
  return open[0] ?? "stuck";
}

/** The ways to prove that are still open on this ticket, the best one to ask for first. */
export function openWays(t: TicketView): Way[] {
  const order: Way[] = ["answers", "possession", "serial", "photos", "purchases", "saved-code", "vouch"];
  if (!t.evidence.some((e) => e.fresh && (e.factor === "serial" || e.factor === "photo"))) order.unshift("serial");
  if (t.needs.includes("code-to-surviving-contact") || t.needs.includes("dynamic-proof"))
    order.unshift("possession", "saved-code");
  if (t.needs.includes("saved-code-or-vouch")) order.unshift("saved-code", "vouch");
  return [...new Set(order)].filter((way) => isOpen(t, way));
}

function isOpen(t: TicketView, way: Way): boolean {
  if (way === "serial") return t.may["check-serial"] && t.account.devices > 0 && t.triesLeft.serial > 0;
  if (way === "answers") return t.may.answers && mayAnswer(t);
  if (way === "possession") return t.may["send-code"] && t.account.contacts.some((c) => c.mayGetCode);
  if (way === "saved-code") return t.may["check-saved-code"] && mayTrySavedCode(t);
  if (way === "vouch") return t.may["ask-vouch"] || (t.vouch !== null && t.may["check-saved-code"]);
  return t.may[way === "photos" ? "add-photo" : "add-purchase"];
}

/** One saved code is asked for, while some are on file and can be tried today. */
function mayTrySavedCode(t: TicketView): boolean {
  const given = t.evidence.some((e) => e.factor === "saved-code" && e.fresh);
  return !given && t.savedCodesOnFile && t.triesLeft.savedCode > 0;
}

/** Questions are asked once: not when they have passed, were spoken elsewhere, or cannot be tried today. */
function mayAnswer(t: TicketView): boolean {
  const passed = t.evidence.some((e) => e.factor === "answers" && e.fresh);
  return !passed && t.account.questionsOnFile > 0 && !t.answersSpent && t.triesLeft.answers > 0;
}

function wayOfForm(form: string | null): Way | null {
  if (form === "questions") return "answers";
  if (form === "contact-code") return "possession";
  return ways.find((way) => way === form) ?? null;
}

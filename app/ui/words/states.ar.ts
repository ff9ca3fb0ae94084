import type { TicketState } from "domain/ticket";

/** The states of a request in Arabic. */
export const stateWordsAr: Record<TicketState, string> = {
  open: "مفتوح",
  verifying: "قيد التحقق",
  in_review: "قيد المراجعة",
  on_hold: "في مدة الانتظار",
  reset_sent: "أُرسل الرابط",
  completed: "مكتمل",
  rejected: "مرفوض",
  cancelled: "ملغى",
  expired: "انتهت مدته",
  disputed: "موقوف",
  reversed: "أُلغي أثره",
};

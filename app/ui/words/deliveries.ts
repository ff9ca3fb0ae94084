import type { ContactKind } from "domain/loss";
import type { Template } from "domain/message";
import type { DeliveriesView } from "domain/view-deliveries";
import { countOf } from "./amounts";

/** The admin's page of how messages go out, and of those that did not. */
export const deliveriesWords = {
  title: "Deliveries",
  what: "Messages leave by mail and by text. What cannot be handed over is tried again for some hours; what failed for good, or came back later, is listed here.",
  channels: "Channels",
  channel: { email: "Mail", phone: "Texts" } satisfies Record<ContactKind, string>,
  unset: "Not set up: such messages fail at once.",
  lastAccepted: "Last accepted",
  lastFailure: "Last failure",
  waiting: "Waiting",
  oldestDue: "Oldest due",
  never: "never",
  none: "none",
  views: "Messages",
  view: { failed: "Not delivered", waiting: "Waiting long" } satisfies Record<DeliveriesView, string>,
  empty: {
    failed: { title: "Everything was delivered", body: "A message that fails for good, or comes back, appears here." },
    waiting: {
      title: "Nothing waits long",
      body: "A message that is not out ten minutes after it was asked for appears here.",
    },
  } satisfies Record<DeliveriesView, { title: string; body: string }>,
  asked: "asked for",
  failed: "given up",
  cameBack: "came back",
  next: "next try",
  tries: (n: number): string => countOf(n, "try", "tries"),
  untried: "It was not tried yet.",
  reference: "The server calls it",
  retry: "Try again",
  retryName: (what: string, mask: string): string => `Try again: ${what} to ${mask}`,
  done: "It is queued again. The worker sends it within a minute, and it is on the trail.",
  pages: "Pages of messages",
  first: "First page",
  further: "Next",
};

/** What kind of message it is, without a word of what it says. */
export const templateWords: Record<Template, string> = {
  code: "Code",
  "proof-code": "Code to an objector",
  grant: "Link to get back in",
  reminder: "Reminder",
  "notice-opened": "Notice: a request was made",
  "notice-approved": "Notice: approved",
  "notice-reset": "Notice: the link is out",
  "notice-completed": "Notice: recovered",
  "notice-disputed": "Notice: stopped",
  "notice-resumed": "Notice: goes on",
  "notice-dismissed": "Notice: recovery stands",
  "notice-rejected": "Notice: ended",
  "notice-reversed": "Notice: undone",
  glass: "Notice to admins",
  "told-saved-codes-made": "Notice: saved codes",
  "told-link-invited": "Notice: somebody invited",
  "told-link-received": "Notice: an invitation",
  "told-link-accepted": "Notice: invitation accepted",
  "told-link-declined": "Notice: invitation declined",
  "told-link-ended": "Notice: link ended",
  "told-vouch-given": "Notice: somebody vouched",
  "told-password-changed": "Notice: password changed",
  "forgotten-link": "Link to a new password",
  "forgotten-code": "Code for a new password",
};

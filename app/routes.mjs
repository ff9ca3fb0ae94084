/** Every address and the folder of its route; `access.ts` says who may ask it. */
export const table = [
  ["/", "index"],
  ["healthz", "healthz"],
  ["sign-in", "sign-in"],
  ["enrolment", "enrolment"],
  ["sign-out", "sign-out"],

  ["queue", "queue"],
  ["tickets/new", "tickets.new"],
  ["tickets/:number", "ticket"],
  ["tickets/:number/claim", "ticket.claim"],
  ["tickets/:number/release", "ticket.release"],
  ["tickets/:number/hand-over", "ticket.hand-over"],
  ["tickets/:number/contact", "ticket.contact"],
  ["tickets/:number/contact-code", "ticket.contact-code"],
  ["tickets/:number/contact-confirmation", "ticket.contact-confirmation"],
  ["tickets/:number/serial", "ticket.serial"],
  ["tickets/:number/questions", "ticket.questions"],
  ["tickets/:number/answers", "ticket.answers"],
  ["tickets/:number/possession", "ticket.possession"],
  ["tickets/:number/saved-code", "ticket.saved-code"],
  ["tickets/:number/vouch", "ticket.vouch"],
  ["tickets/:number/photos", "ticket.photos"],
  ["tickets/:number/photos/:photo", "ticket.photo"],
  ["tickets/:number/photos/:photo/image", "ticket.photo.image"],
  ["tickets/:number/photos/:photo/judgement", "ticket.photo.judgement"],
  ["tickets/:number/purchases", "ticket.purchases"],
  ["tickets/:number/purchases/:purchase", "ticket.purchase"],
  ["tickets/:number/purchases/:purchase/file", "ticket.purchase.file"],
  ["tickets/:number/purchases/:purchase/judgement", "ticket.purchase.judgement"],
  ["tickets/:number/notes", "ticket.notes"],
  ["tickets/:number/submission", "ticket.submission"],
  ["tickets/:number/cancellation", "ticket.cancellation"],
  ["tickets/:number/grant", "ticket.grant"],
  ["tickets/:number/reveals", "ticket.reveals"],
  ["tickets/:number/hold-stop", "ticket.hold-stop"],
  ["tickets/:number/caller", "ticket.caller"],
  ["tickets/:number/acknowledgement", "ticket.acknowledgement"],
  ["tickets/:number/safety", "ticket.safety"],
  ["tickets/:number/withholding", "ticket.withholding"],
  ["tickets/:number/approval", "ticket.approval"],
  ["tickets/:number/return", "ticket.return"],
  ["tickets/:number/rejection", "ticket.rejection"],
  ["approvals", "approvals"],
  ["approvals/:number", "approval"],
  ["safety", "safety"],
  ["safety/:account/lift", "safety.lift"],
  ["flags", "flags"],
  ["flags/:seq/review", "flag.review"],

  ["glass", "glass"],
  ["glass/:number/confirmation", "glass.confirmation"],
  ["glass/:number/closing", "glass.closing"],
  ["glass/:number/acknowledgement", "glass.acknowledgement"],

  ["trail", "trail"],
  ["trail/:seq", "trail.entry"],
  ["trail/exports", "trail.exports"],
  ["trail/exports/:id", "trail.exports.one"],
  ["trail/exports/:id/file", "trail.exports.file"],
  ["trail/:seq/proof", "trail.proof"],

  ["verify", "verify"],

  ["checkpoints", "checkpoints"],
  ["checkpoints/:size/note", "checkpoint.note"],
  ["readers", "readers"],

  ["reports", "reports"],
  ["reports/file", "reports.file"],
  ["second-reviews", "second-reviews"],
  ["second-reviews/:approval", "second-review"],
  ["second-reviews/:approval/look", "second-review.look"],

  ["imports", "imports"],
  ["imports/:id", "import"],
  ["imports/:id/refused.csv", "import.refused"],

  ["policies", "policies"],
  ["policies/:digest", "policies.document"],
  ["policies/draft", "policies.draft"],
  ["policies/draft/file", "policies.draft.file"],
  ["policies/draft/confirmation", "policies.draft.confirmation"],
  ["policies/draft/withdrawal", "policies.draft.withdrawal"],
  ["policies/draft/replay.csv", "policies.draft.replay"],

  ["erasures", "erasures"],
  ["erasures/search", "erasures.search"],
  ["erasures/:account", "erasure"],
  ["erasures/:account/proposal", "erasure.proposal"],
  ["erasures/:account/withdrawal", "erasure.withdrawal"],
  ["erasures/:account/confirmation", "erasure.confirmation"],
  ["erasures/:account/hold", "erasure.hold"],
  ["erasures/:account/hold-lift", "erasure.hold-lift"],

  ["request", "request"],
  ["request/code", "request.code"],
  ["request/status", "request.status"],
  ["request/answers", "request.answers"],
  ["request/saved-code", "request.saved-code"],
  ["request/vouch", "request.vouch"],
  ["request/photos", "request.photos"],
  ["request/purchases", "request.purchases"],
  ["request/cancellation", "request.cancellation"],
  ["request/grant", "request.grant"],
  ["reset/:token", "reset"],
  ["objection/:token", "objection"],
  ["account", "account"],
  ["account/sign-in", "account.sign-in"],
  ["account/sign-out", "account.sign-out"],
  ["account/objection", "account.objection"],
  ["account/safety", "account.safety"],
  ["account/codes", "account.codes"],
  ["account/people", "account.people"],
  ["account/people/ending", "account.people.ending"],
  ["account/invitation", "account.invitation"],
  ["account/vouch", "account.vouch"],
  ["account/vouch/confirmation", "account.vouch.confirmation"],

  ["demo", "demo"],
  ["demo/sign-in", "demo.sign-in"],
  ["demo/clock", "demo.clock"],
  ["demo/messages", "demo.messages"],
  ["demo/messages/:id", "demo.message"],

  // What the gate turned away, and nothing else: no visitor reaches it by an address.
  ["*", "errors"],
];

const fileOf = (folder) => `routes/${folder}/route.tsx`;

/** The routes as Remix takes them, all side by side under the root. */
export function routes(defineRoutes) {
  return defineRoutes((route) => {
    for (const [path, folder] of table) {
      if (path === "/") route("/", fileOf(folder), { index: true });
      else route(path, fileOf(folder));
    }
  });
}

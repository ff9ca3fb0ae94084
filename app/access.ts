import type { Role } from "domain/staff";

/** Who may ask: anyone, one who proved a reference and a code, a signed-in holder, or these roles of staff. */
export type Audience = "public" | "requester" | "holder" | readonly Role[];
/** Which of the two sides a route is on: the staff's desk, the public's portal, or both. */
export type Side = "desk" | "portal" | "both";
/** What one route takes; a method that is not named is refused. */
export interface Row {
  GET?: Audience;
  POST?: Audience;
  PUT?: Audience;
  PATCH?: Audience;
  DELETE?: Audience;
  /** POST brings files: any size up to the route's own limit. */
  files?: true;
  /** The address itself is a secret: it is never sent on as a referrer. */
  secretPath?: true;
  /** A machine posts here and signs what it posts: without a page, a cookie or an origin. The route looks at nothing before the signature. */
  signed?: true;
  /** A machine asks here with the identity provider's token, which is judged before the route: without a page, a cookie or an origin, in JSON. */
  token?: true;
  /** Not in production. */
  demo?: true;
}
/** The methods that a row may name. */
export const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;
/** A row as the gate reads it. */
export interface Placed extends Row {
  side: Side;
}
type Rows = Record<string, Row>;

const anyStaff: readonly Role[] = ["agent", "supervisor", "auditor", "admin"];
const agent: readonly Role[] = ["agent"];
const supervisor: readonly Role[] = ["supervisor"];
const desk: readonly Role[] = ["agent", "supervisor"];
const auditor: readonly Role[] = ["auditor"];
const admin: readonly Role[] = ["admin"];
const watcher: readonly Role[] = ["auditor", "admin"];
const overseer: readonly Role[] = ["supervisor", "auditor", "admin"];

/** Whether a path is one of the public side, where people help themselves in their language, and where gateways report; all else is the desk's. */
export const isPortal = (path: string): boolean =>
  /^\/(help|request|reset|objection|account|forgot|new-password|not-me|language|delivery)(\/|$)/.test(path);

/** Whether a process that serves this shows a page of the public side at this path: one that serves a single side shows nothing else, not even for what there is not. */
export const isPublicSide = (serve: "desk" | "portal" | "all", path: string): boolean =>
  serve === "all" ? isPortal(path) : serve === "portal";

const ofBoth: Rows = {
  // It loads nothing and takes nothing: every page is drawn inside it.
  root: { GET: "public", POST: "public" },
  "routes/index/route": { GET: "public" },
  "routes/healthz/route": { GET: "public" },
};

const ofDesk: Rows = {
  "routes/sign-in/route": { GET: "public", POST: "public" },
  "routes/enrolment/route": { GET: "public", POST: "public" },
  "routes/sign-out/route": { POST: anyStaff },

  "routes/queue/route": { GET: desk },
  "routes/tickets.new/route": { GET: agent, POST: agent },
  "routes/ticket/route": { GET: desk },
  "routes/ticket.claim/route": { POST: agent },
  "routes/ticket.release/route": { POST: agent },
  "routes/ticket.hand-over/route": { GET: supervisor, POST: supervisor },
  "routes/ticket.contact/route": { POST: agent },
  "routes/ticket.contact-code/route": { POST: agent },
  "routes/ticket.contact-confirmation/route": { POST: agent },
  "routes/ticket.serial/route": { POST: agent },
  "routes/ticket.questions/route": { POST: agent },
  "routes/ticket.answers/route": { POST: agent },
  "routes/ticket.possession/route": { POST: agent },
  "routes/ticket.saved-code/route": { POST: agent },
  "routes/ticket.vouch/route": { POST: agent },
  "routes/ticket.photos/route": { POST: agent, files: true },
  "routes/ticket.photo/route": { GET: desk },
  "routes/ticket.photo.image/route": { GET: desk },
  "routes/ticket.photo.judgement/route": { POST: desk },
  "routes/ticket.purchases/route": { POST: agent, files: true },
  "routes/ticket.purchase/route": { GET: desk },
  "routes/ticket.purchase.file/route": { GET: desk },
  "routes/ticket.purchase.judgement/route": { POST: desk },
  "routes/ticket.notes/route": { POST: desk },
  "routes/ticket.submission/route": { POST: agent },
  "routes/ticket.cancellation/route": { POST: agent },
  "routes/ticket.grant/route": { POST: agent },
  "routes/ticket.reveals/route": { POST: desk },
  "routes/ticket.hold-stop/route": { POST: supervisor },
  "routes/ticket.caller/route": { POST: agent },
  "routes/ticket.acknowledgement/route": { POST: agent },
  "routes/ticket.safety/route": { POST: desk },
  "routes/ticket.withholding/route": { POST: supervisor },
  "routes/ticket.approval/route": { POST: supervisor },
  "routes/ticket.return/route": { POST: supervisor },
  "routes/ticket.rejection/route": { POST: supervisor },
  "routes/ticket.dispute/route": { GET: supervisor },
  "routes/ticket.dispute.verdict/route": { POST: supervisor },
  "routes/approvals/route": { GET: supervisor },
  "routes/approval/route": { GET: supervisor },
  "routes/safety/route": { GET: supervisor },
  "routes/safety.lift/route": { POST: supervisor },
  "routes/flags/route": { GET: supervisor },
  "routes/flag.review/route": { POST: supervisor },

  "routes/glass/route": { GET: overseer, POST: supervisor },
  "routes/glass.confirmation/route": { POST: supervisor },
  "routes/glass.closing/route": { POST: supervisor },
  "routes/glass.acknowledgement/route": { POST: admin },

  "routes/trail/route": { GET: auditor },
  "routes/trail.entry/route": { GET: auditor },
  "routes/trail.exports/route": { GET: watcher, POST: auditor },
  "routes/trail.exports.one/route": { GET: watcher },
  "routes/trail.exports.file/route": { GET: auditor },

  // It loads nothing of the desk: whoever holds a bundle may verify it.
  "routes/verify/route": { GET: "public" },

  "routes/trail.proof/route": { GET: auditor },
  "routes/checkpoints/route": { GET: watcher },
  "routes/checkpoint.note/route": { GET: watcher },
  "routes/readers/route": { GET: auditor },

  "routes/reports/route": { GET: overseer },
  "routes/reports.file/route": { GET: overseer },
  "routes/second-reviews/route": { GET: overseer },
  "routes/second-review/route": { GET: overseer },
  "routes/second-review.look/route": { POST: supervisor },

  "routes/imports/route": { GET: admin, POST: admin, files: true },
  "routes/import/route": { GET: admin },
  "routes/import.refused/route": { GET: admin },

  "routes/policies/route": { GET: watcher },
  "routes/policies.document/route": { GET: watcher },
  "routes/policies.draft/route": { GET: watcher, POST: admin },
  "routes/policies.draft.file/route": { POST: admin, files: true },
  "routes/policies.draft.confirmation/route": { POST: admin },
  "routes/policies.draft.withdrawal/route": { POST: admin },
  "routes/policies.draft.replay/route": { GET: watcher },

  "routes/erasures/route": { GET: admin },
  "routes/erasures.search/route": { POST: admin },
  "routes/erasure/route": { GET: admin },
  "routes/erasure.proposal/route": { POST: admin },
  "routes/erasure.withdrawal/route": { POST: admin },
  "routes/erasure.confirmation/route": { POST: admin },
  "routes/erasure.hold/route": { POST: admin },
  "routes/erasure.hold-lift/route": { POST: admin },

  "routes/deliveries/route": { GET: admin },
  "routes/deliveries.attempt/route": { POST: admin },

  "routes/scim.about/route": { GET: "public", token: true },
  "routes/scim.about.one/route": { GET: "public", token: true },
  "routes/scim.users/route": { GET: "public", POST: "public", token: true },
  "routes/scim.user/route": { GET: "public", PUT: "public", PATCH: "public", DELETE: "public", token: true },
};

const ofPortal: Rows = {
  "routes/delivery/route": { POST: "public", signed: true },
  "routes/help/route": { GET: "public" },
  "routes/request/route": { GET: "public", POST: "public" },
  "routes/request.new/route": { GET: "public", POST: "public" },
  "routes/request.new.step/route": { GET: "public", POST: "public" },
  "routes/request.code/route": { POST: "public" },
  "routes/request.status/route": { GET: "requester" },
  "routes/request.again/route": { POST: "requester" },
  "routes/request.appeal/route": { POST: "requester" },
  "routes/request.answers/route": { POST: "requester" },
  "routes/request.saved-code/route": { POST: "requester" },
  "routes/request.vouch/route": { POST: "requester" },
  "routes/request.photos/route": { POST: "requester", files: true },
  "routes/request.purchases/route": { POST: "requester", files: true },
  "routes/request.cancellation/route": { POST: "requester" },
  "routes/request.grant/route": { POST: "requester" },
  "routes/reset/route": { GET: "public", POST: "public", secretPath: true },
  "routes/language/route": { POST: "public" },
  "routes/forgot/route": { GET: "public", POST: "public" },
  "routes/forgot.code/route": { POST: "public" },
  "routes/new-password/route": { GET: "public", POST: "public", secretPath: true },
  "routes/objection/route": { GET: "public", POST: "public", secretPath: true },
  "routes/objection.code/route": { POST: "public", secretPath: true },
  "routes/objection.confirmation/route": { POST: "public", secretPath: true },
  "routes/objection.serial/route": { POST: "public", secretPath: true },
  "routes/objection.questions/route": { POST: "public", secretPath: true },
  "routes/objection.answers/route": { POST: "public", secretPath: true },
  "routes/account.sign-in/route": { GET: "public", POST: "public" },
  "routes/account.sign-in.code/route": { GET: "public", POST: "public" },
  "routes/account.sign-in.text/route": { POST: "public" },
  "routes/account/route": { GET: "holder" },
  "routes/account.sign-out/route": { POST: "holder" },
  "routes/account.objection/route": { POST: "holder" },
  "routes/account.objection.proof/route": { POST: "holder" },
  "routes/account.second-factor/route": { GET: "holder", POST: "holder" },
  "routes/account.second-factor.setup/route": { GET: "holder", POST: "holder" },
  "routes/account.second-factor.text/route": { POST: "holder" },
  "routes/account.second-factor.removal/route": { POST: "holder" },
  "routes/account.safety/route": { POST: "holder" },
  "routes/account.contacts/route": { GET: "holder", POST: "holder" },
  "routes/account.contacts.code/route": { POST: "holder" },
  "routes/account.contacts.new-code/route": { POST: "holder" },
  "routes/account.contacts.removal/route": { POST: "holder" },
  "routes/account.devices/route": { GET: "holder", POST: "holder" },
  "routes/account.devices.removal/route": { POST: "holder" },
  "routes/account.questions/route": { GET: "holder", POST: "holder" },
  "routes/account.codes/route": { GET: "holder", POST: "holder" },
  "routes/account.people/route": { GET: "holder", POST: "holder" },
  "routes/account.people.ending/route": { POST: "holder" },
  "routes/account.invitation/route": { POST: "holder" },
  "routes/account.vouch/route": { GET: "holder", POST: "holder" },
  "routes/account.vouch.confirmation/route": { POST: "holder" },
  "routes/account.requests/route": { GET: "holder" },
  "routes/account.password/route": { GET: "holder", POST: "holder" },
  "routes/account.sessions/route": { GET: "holder", POST: "holder" },
  "routes/account.sessions.ending/route": { POST: "holder" },
  "routes/not-me/route": { GET: "public", POST: "public", secretPath: true },
};

/** The demo's own pages let anyone be staff: they are the desk's. */
const ofDemo: Rows = {
  "routes/demo/route": { GET: "public", demo: true },
  "routes/demo.sign-in/route": { POST: "public", demo: true },
  "routes/demo.clock/route": { POST: "public", demo: true },
  "routes/demo.messages/route": { GET: "public", demo: true },
  "routes/demo.message/route": { GET: "public", demo: true },
};

const placed = (side: Side, rows: Rows): [id: string, row: Placed][] =>
  Object.entries(rows).map(([id, row]) => [id, { ...row, side }]);

/** Every route there is, which side it is on and who may ask it for what, by route id, written by hand; what is not here is closed. */
export const access: Record<string, Placed> = Object.fromEntries([
  ...placed("both", ofBoth),
  ...placed("desk", ofDesk),
  ...placed("portal", ofPortal),
  ...placed("desk", ofDemo),
]);

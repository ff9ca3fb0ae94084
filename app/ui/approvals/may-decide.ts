import type { PacketView } from "domain/view";

/** Refusals that leave a supervisor free to return or reject: only their signature would not count. */
const signatureOnly: readonly string[] = [
  "already-approved",
  "packet-changed",
  "account-frozen",
  "account-switched-off",
];

/** Countersigning is offered while the ticket is in review and nothing speaks against this reader. */
export const mayApprove = (p: PacketView): boolean => p.state === "in_review" && p.refusal === null;

/** Returning is offered in review, rejecting there and in a dispute. */
export const mayEnd = (p: PacketView): boolean => {
  const ends = p.state === "in_review" || p.state === "disputed";
  return ends && (p.refusal === null || signatureOnly.includes(p.refusal));
};

import { productName } from "./desk";
import { ticketName } from "./labels";
import { portalName } from "./portal";

const of = (page: string, name: string): string => `${page} · ${name}`;

/** What the browser's tab and history say of each page; never a reference, a name or a mask. */
export const titles = {
  request: of("Your request", portalName),
  reset: of("Getting back in", portalName),
  objection: of("Stop a request", portalName),
  account: of("Your account", portalName),
  accountSignIn: of("Sign in", portalName),
  signIn: of("Sign in", productName),
  enrolment: of("Authenticator", productName),
  trail: of("Trail", productName),
  entry: (seq: number): string => of(`Entry ${seq}`, productName),
  checkpoints: of("Checkpoints", productName),
  reports: of("Reports", productName),
  secondReviews: of("Second reviews", productName),
  secondReview: of("A second look", productName),
  readers: of("Readers", productName),
  glass: of("Break-glass", productName),
  handOver: of("Hand over", productName),
  imports: of("Imports", productName),
  policies: of("Policies", productName),
  policyDraft: of("Draft of a policy", productName),
  queue: of("Queue", productName),
  newTicket: of("New ticket", productName),
  ticket: (number: number): string => of(ticketName(number), productName),
  approvals: of("Approvals", productName),
  approval: (number: number): string => of(`Approve ${ticketName(number)}`, productName),
  guide: of("Guide", productName),
  messages: of("Delivered messages", productName),
  verify: of("Verify a bundle", productName),
  problem: of("Not here", portalName),
};

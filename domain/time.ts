/** A point in time: milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number;
/** A length of time in milliseconds. */
export type Millis = number;

export const seconds = (n: number): Millis => n * 1000;
export const minutes = (n: number): Millis => seconds(n * 60);
export const hours = (n: number): Millis => minutes(n * 60);
export const days = (n: number): Millis => hours(n * 24);

/** ISO-8601 in UTC with milliseconds, as every entry and column writes a time. */
export const isoOf = (at: Instant): string => new Date(at).toISOString();
/** The inverse of isoOf; NaN for text that is no time. */
export const instantOf = (iso: string): Instant => Date.parse(iso);

/** The lifetimes of the model: how long each thing lasts once made. */
export const lifetime = {
  smsCodeMs: minutes(10),
  mailCodeMs: hours(24),
  forgottenLinkMs: hours(1),
  stopLinkMs: days(60),
  grantMs: hours(24),
  grantReissueMs: days(7),
  approvalMs: hours(24),
  idleClaimMs: minutes(30),
  reminderMs: days(3),
  idleTicketMs: days(7),
  evidenceMs: hours(72),
  codeEvidenceMs: hours(24),
  stepUpMs: minutes(5),
  drawnQuestionsMs: hours(24),
  spokenAnswerMs: days(180),
  involvementMs: days(90),
  noticeReachMs: days(90),
  objectionMs: days(30),
  endedPageMs: days(30),
  proofOfOwnershipMs: days(7),
  knockOutMs: days(90),
  quarantineMs: days(30),
  erasureProposalMs: days(7),
  safetyProposalMs: days(7),
  callerMatchMs: hours(1),
  glassAskMs: hours(1),
  glassMs: hours(1),
  glassBannerMs: days(7),
  shiftMs: hours(12),
  lookupMs: hours(1),
  invitationMs: days(14),
  linkAgeMs: days(90),
  vouchAgainMs: days(30),
  vouchNumberMs: hours(24),
} as const;

/** The status of a refusal by its reason (RFC 9110; 423 and 422 from RFC 4918, 429 from RFC 6585). */
export function statusOf(reason: string): number {
  for (const [status, reasons] of statuses)
    if (reasons.some((one) => one === reason || (one.endsWith("-*") && reason.startsWith(one.slice(0, -1)))))
      return status;
  return 422;
}

const statuses: readonly (readonly [number, readonly string[]])[] = [
  [401, ["wrong-password", "signed-out", "session-ended", "no-such-member", "not-enrolled"]],
  [
    403,
    [
      "not-your-role",
      "disabled",
      "not-your-ticket",
      "own-case",
      "own-flag",
      "not-at-this-desk",
      "needs-someone-new",
      "own-evidence",
      "foreign-origin",
      "step-up-needed",
      "packet-not-opened",
      "own-proposal",
      "both-at-the-command-line",
      "second-person-needed",
      "agent-was-pressed",
    ],
  ],
  [404, ["no-such-ticket", "no-such-account", "no-such-import", "no-such-agent", "no-such-contact", "no-such-flag"]],
  [
    410,
    [
      "account-erased",
      "proposal-lapsed",
      "grant-used",
      "grant-expired",
      "grant-superseded",
      "grant-revoked",
      "ticket-ended",
      "too-late-to-object",
    ],
  ],
  [423, ["locked", "account-frozen", "clock-jump", "hold-running"]],
  [429, ["too-many-*", "code-just-sent"]],
  [503, ["too-busy", "photos-waiting"]],
  [
    409,
    [
      "already-*",
      "key-reused",
      "packet-changed",
      "account-has-claimed-ticket",
      "not-open",
      "not-verifying",
      "not-in-review",
      "not-on-hold",
      "import-under-way",
      "same-role",
      "name-taken",
      "legal-hold",
      "ticket-live",
      "ticket-disputed",
      "nothing-proposed",
      "no-legal-hold",
      "routine-check",
      "not-flagged",
      "caller-not-entered",
      "caller-entered-again",
    ],
  ],
];

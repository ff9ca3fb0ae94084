import type { Case, CaseFacts } from "./case";
import { proveBySignIn } from "./prove-by-sign-in";
import { authenticatorOf, hasUse } from "./second-factor";
import { type FactorWay, factorPhone, factorWay } from "./take-factor";
import type { Ticket } from "./ticket";
import type { Instant } from "./time";
import type { AccountReading } from "./view-account";
import { maskOf } from "./view-case";
import { refusalOf } from "./view-may";

/** Whether a holder's sign-in proves ownership of a disputed request: now, after another sign-in, or it is proved already. */
export type SignInProof = "now" | "anew" | "proved";

/** A holder's second factor, as their own pages show it. */
export interface FactorView {
  way: FactorWay;
  /** Since when the authenticator is on. */
  since: Instant | null;
  /** The mask of the phone that texts go to. */
  phone: string | null;
  /** The second factor was given anew for saved codes, or is off. */
  freshForCodes: boolean;
  /** By ticket. */
  proofs: Record<string, SignInProof>;
  now: Instant;
}

/** The session the page is shown in: when it was signed in, and the use of a second factor that its browser knows of. */
export interface FactorSession {
  since: Instant;
  use: string | null;
}

export function factorView(
  r: AccountReading & { tickets: Ticket[] },
  facts: CaseFacts,
  session: FactorSession,
  now: Instant,
): FactorView {
  const c: Case = { ticket: null, account: r.account };
  const way = factorWay(c, facts);
  const to = way === "text" ? factorPhone(c, facts) : null;
  const proofOf = (ticket: Ticket) => signInProof({ ...c, ticket }, facts, session, now);
  return {
    way,
    since: authenticatorOf(r.account)?.at ?? null,
    phone: to && maskOf(r, to.id),
    freshForCodes: way === "none" || hasUse(r.account, { id: session.use, act: "codes" }, now),
    proofs: Object.fromEntries(
      r.tickets.flatMap((ticket) => {
        const proof = ticket.state === "disputed" && way !== "none" ? proofOf(ticket) : null;
        return proof ? [[ticket.id, proof] as const] : [];
      }),
    ),
    now,
  };
}

function signInProof(c: Case, facts: CaseFacts, session: FactorSession, now: Instant): SignInProof | null {
  const refusal = refusalOf(proveBySignIn({ since: session.since }), c, facts, now);
  if (refusal === null) return "now";
  if (refusal === "already-proved") return "proved";
  return refusal === "sign-in-anew" || refusal === "second-factor-needed" ? "anew" : null;
}

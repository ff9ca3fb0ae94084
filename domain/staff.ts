import type { ContactKind } from "./loss";
import type { Instant } from "./time";

export const roles = ["agent", "supervisor", "auditor", "admin"] as const;
export type Role = (typeof roles)[number];

/** A member of staff as folded from the staff stream; names and secrets are elsewhere. */
export interface Member {
  id: string;
  /** Two accounts of one human share this id. */
  person: string;
  role: Role;
  since: Instant;
  disabledAt: Instant | null;
  /** When an authenticator was enrolled; null until the first sign-in has done so. */
  enrolledAt: Instant | null;
  /** The newest accepted TOTP time step (RFC 6238): no step is ever accepted twice. */
  lastStep: number;
  /** Wrong codes at sign-in since the last good one, newest last, at most ten kept. */
  failures: Instant[];
  /** Failed step-ups since the last good one: apart from sign-ins, which someone else can fail in this name. */
  stepUpFailures: Instant[];
  /** The act the latest step-up was made for, spent or not. */
  stepUps: StepUp[];
  /** Their own addresses and numbers, by id; absent until one is added. */
  contacts?: { id: string; kind: ContactKind }[];
  /** Accounts in the directory that are theirs; absent until one is linked. */
  accounts?: string[];
}

export interface StepUp {
  id: string;
  at: Instant;
  /** What it allows, and on what: `approve` + ticket + packet hash. */
  act: string;
  object: string;
}

/** Who does something, as every entry names them (model.md, "Actors"). */
export interface Actor {
  /** `staff:<id>`, `holder:<account>`, `requester:<ticket>`, `voucher:<account>`, `worker`, `directory` (an identity provider), `system`, `cli:<os user>`, `anyone`. */
  id: string;
  role: Role | "holder" | "requester" | "voucher" | "worker" | "system" | "cli" | "anyone";
  /** How they signed in: `password+totp`, `demo`, `code`, `link`, `none`. */
  auth: string;
  /** First 16 hex digits of the hash of the session id, or null outside a session. */
  session: string | null;
}

/** The staff id inside an actor id, or null for anyone who is not staff. */
export const staffIdOf = (actorId: string): string | null =>
  actorId.startsWith("staff:") ? actorId.slice("staff:".length) : null;

/** Who decides on staff. */
export const grants: readonly Actor["role"][] = ["admin", "cli", "system"];

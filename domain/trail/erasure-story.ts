import type { Account } from "../account";
import { erasureRefusal, waitingErasure } from "../erasure";
import type { EventType, Recorded } from "../event";
import { hasStepUp } from "../member";
import { type Member, staffIdOf } from "../staff";
import type { PersonOf } from "./story";

type Of<T extends EventType> = Extract<Recorded, { type: T }>;
type Deciding = Of<"erasure.proposed" | "account.erased" | "legal-hold.placed" | "legal-hold.lifted">;

/** Whether an entry is an admin's decision about erasing an account, which takes a step-up made for it. */
export const isDeciding = (e: Recorded): e is Deciding =>
  e.type === "erasure.proposed" ||
  e.type === "account.erased" ||
  e.type === "legal-hold.placed" ||
  e.type === "legal-hold.lifted";

/** Why such a decision could not have been made by this actor then, or null. */
export function deciderProblem(e: Deciding, memberOf: (id: string) => Member | null): string | null {
  const id = staffIdOf(e.actor.id);
  if (id === null) return e.actor.role === "cli" ? null : "it was made by no admin, and not at the command line";
  const member = memberOf(id);
  if (member?.role !== "admin" || member.disabledAt !== null) return "it was made by no active admin";
  const act = e.type.startsWith("legal-hold.") ? "legal-hold" : "erase";
  const made = e.data.stepUp !== null && hasStepUp(member, { id: e.data.stepUp, act, object: e.subject ?? "" }, e.at);
  return made ? null : "no step-up was made for it";
}

/** Why an erasure could not have followed from its account as it stood before, or null: nobody erases alone, or past a hold. */
export function erasureProblem(
  e: Of<"erasure.proposed" | "account.erased">,
  account: Account | null,
  personOf: PersonOf,
): string | null {
  // What the directory said of the account then went with it.
  const no = erasureRefusal({ account }, { record: { id: "", createdAt: 0, status: "active", secondFactor: "none" } });
  if (no) return `its account could not be erased (${no})`;
  if (e.type === "erasure.proposed") return null;
  const made = waitingErasure(account, e.at);
  if (!made || made.id !== e.data.proposal) return "no such proposal waited";
  const [first, second] = [made.by, e.actor.id].map(staffIdOf);
  if (first == null && second == null) return "both its acts were made at the command line";
  return first != null && second != null && personOf(first) === personOf(second)
    ? "one human both proposed and confirmed it"
    : null;
}

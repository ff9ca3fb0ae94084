import type { Desk } from "../desk";
import type { EventType, PolicyRef, Recorded } from "../event";
import { hasStepUp } from "../member";
import { refOf } from "../policies";
import type { Policy } from "../policy";
import { isStale, type PolicyDraft } from "../policy-draft";
import { type Member, staffIdOf } from "../staff";

type Of<T extends EventType> = Extract<Recorded, { type: T }>;

/** What is known when an entry about a policy is read, from the entries before it. */
export interface PolicyStory {
  desk: Desk;
  /** The draft that the entry before this one confirmed, or null. */
  confirmed: PolicyDraft | null;
  memberOf(staff: string): Member | null;
}

/** Why an entry about a policy could not have followed from those before it, or null: no document of the desk's own by one human. */
export function policyProblem(e: Recorded, story: PolicyStory): string | null {
  if (story.confirmed && e.type !== "policy.adopted") return "a policy was confirmed and not put in force";
  switch (e.type) {
    case "policy.drafted":
      return draftProblem(e, story);
    case "policy.draft-confirmed":
      return confirmProblem(e, story);
    case "policy.adopted":
      return adoptProblem(e, story);
    default:
      return null;
  }
}

function draftProblem(e: Of<"policy.drafted">, { desk, memberOf }: PolicyStory): string | null {
  const { policy, document, base, stepUp } = e.data;
  if (!isNamed(policy, document)) return "its document is another one than it names";
  if (base.digest !== desk.policy.digest) return "it was drafted against a policy that was not in force";
  return adminProblem(e, { stepUp, digest: policy.digest }, memberOf);
}

function confirmProblem(e: Of<"policy.draft-confirmed">, { desk, memberOf }: PolicyStory): string | null {
  const { draft } = desk;
  if (draft?.id !== e.data.draft || draft.by !== e.data.draftedBy) return "no such draft waited";
  if (isStale(desk)) return "it confirms a draft that was stale";
  const problem = adminProblem(e, { stepUp: e.data.stepUp, digest: draft.policy.digest }, memberOf);
  if (problem) return problem;
  if (!isActiveAdmin(memberOf(staffIdOf(draft.by) ?? ""))) return "who had drafted it was no active admin any more";
  const [first, second] = [draft.by, e.actor.id].map((actor) => memberOf(staffIdOf(actor) ?? "")?.person);
  return first === second ? "one human both drafted and confirmed it" : null;
}

function adoptProblem(e: Of<"policy.adopted">, { desk, confirmed }: PolicyStory): string | null {
  const { policy, document } = e.data;
  if (confirmed) return policy.digest === confirmed.policy.digest && isNamed(policy, document) ? null : other;
  if (document) return "no second admin confirmed its document";
  return desk.byTwoAdmins ? "it replaces what two admins decided on" : null;
}
const other = "it puts another document in force than the one that was confirmed";

const isNamed = (ref: PolicyRef, document: Policy | undefined): boolean =>
  document !== undefined && refOf(document).digest === ref.digest && document.id === ref.id;

const isActiveAdmin = (member: Member | null): member is Member =>
  member?.role === "admin" && member.disabledAt === null;

function adminProblem(
  e: Recorded,
  made: { stepUp: string; digest: string },
  memberOf: PolicyStory["memberOf"],
): string | null {
  const member = memberOf(staffIdOf(e.actor.id) ?? "");
  if (!isActiveAdmin(member)) return "it was made by no active admin";
  const fresh = hasStepUp(member, { id: made.stepUp, act: "policy", object: made.digest }, e.at);
  return fresh ? null : "no step-up was made for it";
}

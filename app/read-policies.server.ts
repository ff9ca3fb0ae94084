import { loadDesk, loadMember } from "db/load";
import { type Adoption, adoptionPage } from "db/read/adoptions";
import { csvLine } from "db/read/csv";
import { staffNames } from "db/read/names";
import { pastCases } from "db/read/past-cases";
import type { Desk } from "domain/desk";
import { documentOf, shippedPolicy } from "domain/policies";
import type { Policy } from "domain/policy";
import { isStale, nextVersion, type PolicyDraft, policyInForce } from "domain/policy-draft";
import { policyChanges, policyFacts } from "domain/policy-facts";
import { type ReplayRow, replay } from "domain/policy-replay";
import { staffIdOf } from "domain/staff";
import { isoOf } from "domain/time";
import type { Viewer } from "domain/view";
import type { AdoptionLine, DraftPage, DraftView, PoliciesPage, Trial } from "domain/view-policy";
import type { Door } from "./door.server";
import { whoWords } from "./ui/words/who";

/** The desk as it stands, read beside the lock. */
export const deskNow = (door: Door): Promise<Desk> => loadDesk(door.reader.sql);

/** Whether a drafted policy waits for a second admin. */
export const draftWaits = async (door: Door): Promise<boolean> => (await deskNow(door)).draft !== undefined;

/** What is in force, what is drafted, and what was in force before, from a cursor on; for admins and auditors. */
export async function readPolicies(door: Door, viewer: Viewer, cursor: string | null): Promise<PoliciesPage> {
  const before = /^\d{1,15}$/.test(cursor ?? "") ? Number(cursor) : null;
  const [desk, { adoptions, next }] = await Promise.all([deskNow(door), adoptionPage(door.reader, before)]);
  const told = await tellerOf(
    door,
    [
      ...adoptions.flatMap(({ adopted, confirmed }) => [
        adopted.actor.id,
        ...(confirmed ? [confirmed.data.draftedBy] : []),
      ]),
      ...(desk.draft ? [desk.draft.by] : []),
    ],
    [...adoptions.flatMap(({ confirmed }) => confirmed?.data.reason ?? []), ...(desk.draft ? [desk.draft.reason] : [])],
  );
  return {
    inForce: desk.policy,
    facts: policyFacts(policyInForce(desk)),
    draft: desk.draft ? await draftView(door, viewer, { desk, draft: desk.draft, told }) : null,
    history: adoptions.map((one) => lineOf(one, told)),
    next,
  };
}

/** The draft with what it would change, or what a draft may begin from; for admins and auditors. */
export async function readDraft(door: Door, viewer: Viewer): Promise<DraftPage> {
  const desk = await deskNow(door);
  const inForce = policyInForce(desk);
  const start = JSON.stringify({ ...inForce, version: nextVersion(desk, inForce.id) }, null, 2);
  const { draft } = desk;
  if (!draft) return { inForce: desk.policy, start, draft: null };
  const told = await tellerOf(door, [draft.by], [draft.reason]);
  const view = await draftView(door, viewer, { desk, draft, told });
  return { inForce: desk.policy, start, draft: { ...view, ...(await tryOut(door, draft.document, desk)) } };
}

/** What a document would change, and which of the last 500 tickets would have gone differently under it. */
export async function tryOut(door: Door, document: Policy, desk: Desk): Promise<Trial> {
  const cases = await pastCases(door.reader);
  return {
    changes: policyChanges(policyInForce(desk), document),
    replay: replay(cases, ({ digest }) => documentBy(desk, digest), document),
  };
}

/** The document with this digest that ships, was adopted or is drafted, or null. */
export async function policyDocument(door: Door, digest: string): Promise<Policy | null> {
  const desk = await deskNow(door);
  return desk.draft?.policy.digest === digest ? desk.draft.document : documentBy(desk, digest);
}

/** The document in force, as the command line shows it. */
export const documentInForce = async (door: Door): Promise<Policy> => policyInForce(await deskNow(door));

const documentBy = ({ policies }: Desk, digest: string): Policy | null =>
  policies && Object.hasOwn(policies, digest)
    ? documentOf({ id: "", version: 0, digest }, policies)
    : shippedPolicy(digest);

const csvColumns = [
  "ticket",
  "tier",
  "state",
  "judged_at",
  "submitted",
  "policy",
  "verdict",
  "satisfied_before",
  "satisfied_after",
  "points_before",
  "points_asked_before",
  "points_after",
  "points_asked_after",
  "needs_before",
  "needs_after",
  "approvals_before",
  "approvals_after",
  "hold_hours_before",
  "hold_hours_after",
  "proofs_too_new",
];

/** The tickets of a replay as CSV (RFC 4180), a line each. */
export const replayCsv = (rows: readonly ReplayRow[]): string =>
  [csvColumns, ...rows.map(cellsOf)].map(csvLine).join("");

function cellsOf(r: ReplayRow): string[] {
  const { before, after } = r;
  const hoursOf = (ms: number) => String(ms / 3_600_000);
  const both = (pick: (s: ReplayRow["before"]) => string) => [pick(before), pick(after)];
  return [
    ...[`CS-${r.number}`, r.tier, r.state, isoOf(r.at), r.submitted ? "yes" : "no"],
    ...[`${r.policy.id} ${r.policy.version}`, r.verdict],
    ...both((s) => (s.satisfied ? "yes" : "no")),
    ...[before, after].flatMap((s) => [String(s.points), String(s.asked)]),
    ...both((s) => s.needs.join(" ")),
    ...both((s) => String(s.approvals)),
    ...both((s) => hoursOf(s.holdMs)),
    String(r.tooNew),
  ];
}

interface Teller {
  name(actor: string): string;
  reason(id: string): string | null;
}

/** Names of staff and the words of reasons, from the vault in two looks. */
async function tellerOf(door: Door, actors: readonly string[], reasons: readonly string[]): Promise<Teller> {
  const staff = [...new Set(actors.flatMap((actor) => staffIdOf(actor) ?? []))];
  const [names, texts] = await Promise.all([
    staffNames(door.vault, staff, door.clock.now()),
    door.vault.openMany([...reasons]),
  ]);
  return {
    name: (actor) => whoWords(actor, names.get(staffIdOf(actor) ?? "") ?? null),
    reason: (id) => texts.get(`${id}/reason`)?.toString("utf8") ?? null,
  };
}

const lineOf = ({ adopted, confirmed }: Adoption, told: Teller): AdoptionLine => ({
  seq: adopted.seq,
  at: adopted.at,
  policy: adopted.data.policy,
  by: told.name(adopted.actor.id),
  draftedBy: confirmed ? told.name(confirmed.data.draftedBy) : null,
  reason: confirmed ? told.reason(confirmed.data.reason) : null,
});

async function draftView(
  door: Door,
  viewer: Viewer,
  { desk, draft, told }: { desk: Desk; draft: PolicyDraft; told: Teller },
): Promise<DraftView> {
  const actor = { id: `staff:${viewer.id}`, role: viewer.role, auth: "none", session: null } as const;
  const { samePerson } = await loadMember(door.reader.sql, actor);
  const { id, at, by, reason, base, policy } = draft;
  return {
    ...{ id, at, base, policy },
    by: told.name(by),
    reason: told.reason(reason),
    own: samePerson.includes(staffIdOf(by) ?? ""),
    stale: isStale(desk),
  };
}
